import Foundation

/// A media file that could not be read or written.
package struct MediaError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was attempted, as a verb phrase: "decode the picture".
    package var operation: String

    /// The file it was attempted on; empty where none is involved.
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
