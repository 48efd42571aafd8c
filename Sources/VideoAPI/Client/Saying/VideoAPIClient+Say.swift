import Foundation
import Planning

extension VideoAPIClient {
    /// Says `words` to the agent and gives what happens, to the end of its work.
    ///
    /// The sentence is sent once. Where the connection breaks, or no reply comes, the state says
    /// what was done.
    package nonisolated func say(_ words: String) -> AsyncThrowingStream<SayEvent, any Error> {
        let (events, continuation) = AsyncThrowingStream<SayEvent, any Error>.makeStream()
        let work = Task {
            do {
                try await self.say(words) { continuation.yield($0) }
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in work.cancel() }
        return events
    }

    private func say(_ words: String, _ yield: @escaping @Sendable (SayEvent) -> Void) async throws
    {
        var before: SessionState? = try await state()
        let session = credentials.sessionID
        let end: StreamEnd
        var isListening = false
        do {
            let reply = try await perform(Self.saying(words))
            if credentials.sessionID != session { before = nil }
            isListening = true
            end = try await listen(to: reply, yield)
        } catch let problem as ClientProblem {
            // A failure that the stream itself tells is an answer.
            if isListening, case .refused = problem { throw problem }
            guard let reason = Self.doubt(in: problem) else { throw problem }
            if credentials.sessionID != session { before = nil }
            return try await look(since: before, problem, reason, yield)
        }
        if end != .replied { try await conclude(end, since: before, yield) }
    }

    /// Tells what the state says where no reply did.
    private func conclude(
        _ end: StreamEnd, since before: SessionState?, _ yield: @Sendable (SayEvent) -> Void
    ) async throws {
        let reason = "the answer ended too early"
        if let after = try await look(reason) {
            let change = StateChange(before: before, after: after)
            if change.isChange { return yield(.changed(change)) }
            if end == .silent { return yield(.unchanged) }
        }
        // An answer that ends in the middle is no sign that the agent is done.
        try await look(since: before, .lost(reason), reason, yield)
    }

    private static func saying(_ words: String) -> Call {
        let message = JSON.object([
            "parts": JSON.array([JSON.object(["text": .string(words)])])
        ])
        var call = Call(method: "POST", path: { _ in "/run_sse" })
        call.body = { credentials in
            bytes([
                "app_name": .string("nemo_agent"), "user_id": .string("me"),
                "session_id": .string(credentials.sessionID ?? ""), "new_message": message,
            ])
        }
        call.headers = ["Accept": "text/event-stream"]
        call.care = .once
        call.needsSession = true
        call.patience = 16 * 60
        return call
    }

    /// Why it is not known whether the service acted; nil where it surely did not, or said so.
    private static func doubt(in problem: ClientProblem) -> String? {
        switch problem {
        case .unreachable(let words): words
        case .refused(let failure) where (500..<600).contains(failure.code): failure.message
        case .tooLong(let minutes): "no end after \(minutes) minutes"
        default: nil
        }
    }

    /// Looks at the state until it differs: after 3 seconds, then every minute, five times.
    private func look(
        since before: SessionState?, _ problem: ClientProblem, _ reason: String,
        _ yield: @Sendable (SayEvent) -> Void
    ) async throws {
        let isTooLong = if case .tooLong = problem { true } else { false }
        for count in 1...(isTooLong ? 1 : 5) {
            try await time.pause(.seconds(count == 1 ? 3 : 60))
            yield(.looking(count))
            guard let after = try await look(reason) else { continue }
            let change = StateChange(before: before, after: after)
            if change.isChange { return yield(.changed(change)) }
        }
        throw isTooLong ? problem : ClientProblem.lost(reason)
    }

    /// The state of the session that was spoken to; nil where it can't be seen now.
    ///
    /// A refusal of the look says nothing of the sentence.
    ///
    /// - Throws: `.lost` where the session has ended: that of another tells nothing.
    private func look(_ reason: String) async throws -> SessionState? {
        let session = credentials.sessionID
        let after: SessionState
        do {
            after = try await state()
        } catch is ClientProblem {
            guard credentials.sessionID == session else { throw ClientProblem.lost(reason) }
            return nil
        }
        guard credentials.sessionID == session else { throw ClientProblem.lost(reason) }
        return after
    }
}
