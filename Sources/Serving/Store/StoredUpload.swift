package import Foundation

/// A file that was uploaded into a session.
package struct StoredUpload: Hashable, Sendable {
    package var id: String
    package var session: String
    /// SHA-256, in lower-case hexadecimal.
    package var hash: String
    /// Bytes.
    package var size: Int
    /// The name in the session's assets.
    package var name: String
    /// The name that the client gave.
    package var original: String
    package var facts: ExaminedFile
    package var created: Date

    /// How a draft names it.
    package var source: String { "assets/\(name)" }
}
