import Foundation

/// What a client tells while it recovers.
package enum ClientNotice: Hashable, Sendable {
    /// The token had expired and was replaced.
    case renewedToken
    /// The session had ended: the timeline starts anew in another.
    case newSession
    /// It waits before the next attempt.
    case waiting(Duration, String)

    /// The notice for people.
    package var words: String {
        switch self {
        case .renewedToken: "the token had expired and was renewed"
        case .newSession: "the session had ended: the timeline starts anew in a new one"
        case .waiting(let length, let reason):
            "\(reason): trying again in \(length.components.seconds) s"
        }
    }
}
