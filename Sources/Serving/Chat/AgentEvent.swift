import Foundation
import Planning

/// One thing that happens while a message is answered.
enum AgentEvent: Hashable, Sendable {
    /// The answer as a whole.
    case text(String)
    /// A piece of the answer, before the whole follows.
    case delta(String)
    case call(id: String, name: String, arguments: JSONObject)
    /// `version` is the draft's new one, where it has changed.
    case result(id: String, name: String, response: JSONObject, version: Int?)
    /// How far long work is, in words.
    case progress(String)
    case heartbeat
    /// The end of work that failed; the envelope's code and words for people.
    case failure(code: Int, message: String, bindID: String?)
}
