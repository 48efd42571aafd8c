import Foundation
import Networking

extension VideoAPIClient {
    /// Reads the agent's stream to its end and returns how it ended.
    ///
    /// - Throws: `ClientProblem`; a stream that breaks is `.unreachable`.
    func listen(
        to reply: Reply, _ yield: @escaping @Sendable (SayEvent) -> Void
    ) async throws -> StreamEnd {
        guard case .stream(let chunks) = reply else { return .early }
        let watch = SayWatch(time)
        defer { chunks.stop() }
        return try await withThrowingTaskGroup(of: StreamEnd.self) { group in
            group.addTask { try await Self.read(chunks, watch, yield) }
            group.addTask {
                try await watch.run { yield(.stillWorking(minutes: $0)) }
                return .early
            }
            defer { group.cancelAll() }
            do {
                return try await group.next() ?? .early
            } catch let failure as APIFailure {
                throw ClientProblem.refused(named(failure))
            } catch let fault as TransportFault {
                if fault.isCancelled { throw CancellationError() }
                throw ClientProblem.unreachable(fault.words)
            } catch let overflow as SSEOverflow {
                throw ClientProblem.unreachable("an event has more than \(overflow.limit) bytes")
            }
        }
    }

    private static func read(
        _ chunks: ChunkStream, _ watch: SayWatch, _ yield: @Sendable (SayEvent) -> Void
    ) async throws -> StreamEnd {
        var (parser, text) = (SSEParser(), AgentText())
        var end = StreamEnd.early
        func show(_ reply: String?) {
            guard let reply else { return }
            yield(.reply(ScreenPhrases.translated(reply)))
        }
        for try await chunk in chunks {
            for event in try parser.feed(chunk).flatMap(AgentEvent.all) {
                if event != .heartbeat { watch.noteContent() }
                yield(.agent(event))
                show(text.take(event))
                end = end.followed(by: event)
                if case .failure(let failure) = event { throw failure }
            }
        }
        show(text.finish())
        return text.replies.isEmpty ? end : end.afterReplies
    }
}
