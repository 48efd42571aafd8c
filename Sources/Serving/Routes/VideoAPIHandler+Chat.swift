import FlyingFox
import Foundation
import Planning
import VideoAPI

extension VideoAPIHandler {
    private static let longestMessage = 65_536

    func runSSE(_ call: APICall) async throws(APIFailure) -> HTTPResponse {
        let user = try await user(of: call)
        let fields = try await fields(of: call)
        try check(named: fields.string("user_id"), user)
        let session = try session(fields.required("session_id"), user)
        let message = AgentMessage(
            session: session, text: try Self.text(of: fields),
            isStreaming: try fields.flag("streaming"))
        guard await sessions.enter(session.id) else {
            throw APIFailure(
                .tooMany, "this session has enough connections; wait for their answers",
                retryAfter: 30)
        }
        let events: AsyncStream<AgentEvent>
        do throws(APIFailure) {
            events = try await desk.send(message)
        } catch {
            await sessions.leave(session.id)
            throw error
        }
        return stream(events, message)
    }

    private func stream(
        _ events: AsyncStream<AgentEvent>, _ message: AgentMessage
    ) -> HTTPResponse {
        let writer = EventWriter(
            addsKeys: configuration.addsEventKeys, isStreaming: message.isStreaming)
        let sessions = sessions
        let end = EndSignal { Task { await sessions.leave(message.session.id) } }
        return EventLines(events: events, line: { writer.line($0) }, end: end).answer
    }

    /// All text parts of the message.
    private static func text(of fields: RequestFields) throws(APIFailure) -> String {
        guard let message = try fields.object("new_message") else {
            throw APIFailure(.badRequest, "\"new_message\" is missing")
        }
        guard let parts = message["parts"]?.array else {
            throw APIFailure(.badRequest, "\"new_message.parts\" has to be a list")
        }
        let texts = parts.compactMap { $0.object?["text"]?.string }
        let text = texts.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty, text.utf8.count <= longestMessage else {
            throw APIFailure(
                .badRequest, "the message needs a text of 1 to \(longestMessage) bytes")
        }
        return text
    }
}
