import Foundation
import Networking

/// One call of the API: what is sent, and how often it may be.
struct Call: Sendable {
    /// What may be done where no answer came.
    enum Care: Sendable {
        /// Sending it again changes nothing.
        case repeatable
        /// The service may have acted: it is never sent again.
        case once
    }

    var method: String
    var path: @Sendable (Credentials) -> String
    var body: @Sendable (Credentials) -> TransportRequest.Body = { _ in .none }
    var headers: [String: String] = [:]
    /// Told how many bytes of a form's file were read to be sent.
    var sending: (@Sendable (Int) -> Void)?
    var care = Care.repeatable
    var needsSession = false
    /// Whether it is sent without a token: the call that asks for one.
    var isAnonymous = false
    var patience = 60.0

    static func read(_ path: @escaping @Sendable (Credentials) -> String) -> Call {
        Call(method: "GET", path: path)
    }
}

/// What recovery has been tried for one call; each kind is tried once.
struct Attempts: Sendable {
    var hasRenewed = false
    var hasReopened = false
    var hasWaited = false
    private var pauses: [Duration] = [.seconds(3), .seconds(30)]

    /// The wait before the next attempt; nil where there is none left.
    mutating func nextPause() -> Duration? { pauses.isEmpty ? nil : pauses.removeFirst() }
}
