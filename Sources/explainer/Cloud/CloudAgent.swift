import Explaining
import VideoAPI

/// Asks the agent of the video service for a text.
enum CloudAgent {
    /// Says `text` in a session of its own, so that no timeline of the user's is touched.
    ///
    /// - Returns: all that the agent answers.
    /// - Throws: `ScriptError` where no answer comes; it is not waited for one that was lost.
    static func answer(to text: String) async throws -> String {
        do {
            let client = try CloudAccess.passingClient()
            return try await replies(of: client, to: text)
        } catch let problem as ClientProblem {
            throw ScriptError(ReportText.printable(problem.words))
        }
    }

    private static func replies(of client: VideoAPIClient, to text: String) async throws -> String {
        var answer = AgentText()
        for try await event in client.say(text) {
            switch event {
            case .agent(let event): _ = answer.take(event)
            case .looking: throw ScriptError("The answer of the video service was lost.")
            case .reply, .stillWorking, .changed, .unchanged: break
            }
        }
        // A stream that is read by cancelled work ends as if it were whole.
        try Task.checkCancellation()
        _ = answer.finish()
        guard !answer.replies.isEmpty else {
            throw ScriptError("The video service answers with no text.")
        }
        return answer.replies.joined(separator: "\n")
    }
}
