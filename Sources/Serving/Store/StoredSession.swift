package import Foundation

/// A project of a user on the server.
package struct StoredSession: Hashable, Sendable {
    /// 19 decimal digits.
    package var id: String
    package var user: String
    package var task: String
    package var name: String
    /// An ISO code, where the client told one.
    package var language: String?
    package var created: Date
    /// How many steps its draft has gone; 0 before there is one.
    package var version: Int
}
