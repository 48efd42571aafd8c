/// A message for the agent of a session.
struct AgentMessage: Hashable, Sendable {
    var session: StoredSession
    var text: String
    /// Whether the answer is wanted in pieces.
    var isStreaming: Bool
}
