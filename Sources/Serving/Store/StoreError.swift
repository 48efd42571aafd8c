/// Why the server's memory could not do something: what was wrong, and what helps.
package struct StoreError: Error, Hashable, Sendable {
    package var kind: Kind
    package var cause: String

    /// A sentence; empty where nothing helps.
    package var cure: String

    package init(_ kind: Kind, _ cause: String, cure: String = "") {
        self.kind = kind
        self.cause = cause
        self.cure = cure
    }

    package enum Kind: Hashable, Sendable {
        /// Another server has the data folder.
        case inUse
        /// The data folder was written by a newer program.
        case newer
        /// The database can't be read or written.
        case database
        /// The system refused to read or write a file.
        case system
        case unknownUser
        /// There is no such session, or it is somebody else's.
        case unknownSession
        case unknownJob
        /// The draft has changed since; it stands at this version now.
        case stale(version: Int)
        /// There are not as many steps to go back or forward.
        case noStep
        /// Too much is waiting already; seconds after which to ask again.
        case full(retryAfter: Int)
        case noCredits
        /// No credits are held under this name.
        case unknownReservation
        /// The job is not being worked on by this process: it was cancelled, or is done.
        case notProcessing
    }
}

extension StoreError: CustomStringConvertible {
    /// The whole in words: cause and cure.
    package var description: String {
        guard !cure.isEmpty else { return cause }
        return cause + (cause.hasSuffix(".") ? " " : ". ") + cure
    }
}
