/// How the stream of a sentence came to its end.
enum StreamEnd: Hashable, Sendable {
    /// There was a reply to show.
    case replied
    /// The agent did its work and said nothing.
    case silent
    /// Nothing says that the agent had begun.
    case early
    /// A tool was called, and nothing says what came of it.
    case working

    func followed(by event: AgentEvent) -> StreamEnd {
        switch event {
        case .toolResult: .silent
        case .toolCall: .working
        case .text: self == .working ? .early : self
        case .heartbeat, .failure, .other: self
        }
    }

    /// The end where there were replies to show: what was said before a tool is no result of it.
    var afterReplies: StreamEnd { self == .working ? .working : .replied }
}
