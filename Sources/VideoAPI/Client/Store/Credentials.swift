import Foundation

/// What the client knows of itself at one service.
package struct Credentials: Hashable, Sendable {
    /// `X-Client-Id`: the same for ever, so that a new token is the same user's.
    package var clientID: String
    package var token: String?
    /// Whether the user named the token: then none is asked for in its place.
    package var isGivenToken = false
    package var userID = ""
    package var sessionID: String?
    package var taskID = ""

    package init(clientID: String) { self.clientID = clientID }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the token: it may not reach a message or a log.
    package var description: String {
        "client \(clientID), \(token == nil ? "no token" : "a token"), session \(sessionID ?? "none")"
    }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["is": description]) }
}
