import Foundation

/// What happens between a sentence and its end.
package enum SayEvent: Hashable, Sendable {
    /// What the agent's stream said, as it came.
    case agent(AgentEvent)
    /// A reply to show, each once, with its words about a screen translated.
    case reply(String)
    /// The agent works on; minutes since the sentence was sent.
    case stillWorking(minutes: Int)
    /// The connection broke; the state is looked at for the n-th time.
    case looking(Int)
    /// What the timeline became where no reply says it.
    case changed(StateChange)
    /// The agent ended without a word and without a change.
    case unchanged
}
