import Chatting

/// Has the agent of a video service write the script, in a conversation of text.
///
/// The agent is told what a language model is told, and its answer is checked in the same way.
package struct AgentScriptWriter: ScriptWriter {
    /// Says a text to an agent and returns what it answers.
    ///
    /// It throws a `ScriptError` where there is no answer.
    package typealias Agent = @Sendable (String) async throws -> String

    private let ask: Agent

    package init(asking agent: @escaping Agent) { ask = agent }

    package func material(for request: ScriptRequest) async throws -> Storyboard {
        let isOwn = request.ownText != nil || Intent(reading: request.sentence).isOwnText
        // The user's own words are spoken as they are.
        if isOwn { return try LocalScriptWriter().material(for: request) }
        guard !request.pictures.isEmpty else {
            throw ScriptError("There is no picture to explain; name at least one.")
        }
        let question = ChatQuestion(request).request
        let text =
            "Write the script of a narrated explainer. Answer with text alone: use no tool and "
            + "leave the timeline as it is.\n\n\(question.system)\n\n\(question.user)"
        do {
            return try ChatAnswer(for: request).storyboard(from: try await ask(text))
        } catch let error as ChatError {
            throw ScriptError(error.reason)
        }
    }
}
