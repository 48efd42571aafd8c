/// A font file or a library of the text stack that can't be used.
package struct TypesettingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was attempted, as a verb phrase: "open the font".
    package var operation: String

    /// The font file it was attempted on; empty where none is involved.
    package var path: String

    /// What the library or the check said, and what to do where that is known.
    package var reason: String

    package init(_ operation: String, path: String, reason: String) {
        self.operation = operation
        self.path = path
        self.reason = reason
    }

    package var description: String {
        path.isEmpty ? "can't \(operation): \(reason)" : "\(path): can't \(operation): \(reason)"
    }
}
