import Foundation
import Serving
import Synchronization

/// Tells all pages what happens.
final class PreviewNews: Sendable {
    private struct State {
        var listeners: [Int: AsyncStream<PreviewEvent>.Continuation] = [:]
        var next = 0
    }

    /// A page that does not read gets the newest; it asks for the whole then.
    private static let mostWaiting = 64

    private let state = Mutex(State())

    func tell(_ event: PreviewEvent) {
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners { listener.yield(event) }
    }

    func listen() -> AsyncStream<PreviewEvent> {
        let (stream, feed) = AsyncStream.makeStream(
            of: PreviewEvent.self, bufferingPolicy: .bufferingNewest(Self.mostWaiting))
        let number = state.withLock { state in
            state.next += 1
            state.listeners[state.next] = feed
            return state.next
        }
        feed.onTermination = { [weak self] _ in
            _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
        }
        return stream
    }
}
