import Foundation
import Media
import Synchronization

/// Where finished pieces of sound lie: one thread puts them there, any number of tasks wait for them.
final class SoundShelf: Sendable {
    struct Content {
        /// Those that are done, in order.
        var pieces: [[UInt8]] = []

        /// Nil until all is mixed.
        var peaks: [UInt8]?

        fileprivate var failure: MediaError?
        fileprivate var isStarted = false
        fileprivate var isCancelled = false

        /// One for each task that waits; all are let go with each change, and look again.
        fileprivate var waiting: [AsyncStream<Never>.Continuation] = []
    }

    private let content = Mutex(Content())

    /// Returns whether the work has to be begun: true once.
    func start() -> Bool {
        content.withLock { content in
            defer { content.isStarted = true }
            return !content.isStarted
        }
    }

    var isCancelled: Bool { content.withLock { $0.isCancelled } }

    func cancel() { content.withLock { $0.isCancelled = true } }

    func add(_ piece: [UInt8]) { change { $0.pieces.append(piece) } }

    func finish(peaks: [UInt8]) { change { $0.peaks = peaks } }

    /// Whoever waits for what will never come is told `error`.
    func fail(_ error: MediaError) { change { $0.failure = error } }

    /// Waits until `look` finds what it looks for.
    ///
    /// - Throws: `CancellationError`, and the error that ended the work.
    func value<Value: Sendable>(_ look: @Sendable (Content) -> Value?) async throws -> Value {
        while true {
            let (changes, change) = AsyncStream<Never>.makeStream()
            let found = try content.withLock { content -> Value? in
                if let value = look(content) { return value }
                if let failure = content.failure { throw failure }
                content.waiting.append(change)
                return nil
            }
            if let found { return found }
            for await _ in changes {}
            try Task.checkCancellation()
        }
    }

    private func change(_ body: (inout sending Content) -> Void) {
        let waiting = content.withLock { content in
            body(&content)
            let waiting = content.waiting
            content.waiting = []
            return waiting
        }
        for change in waiting { change.finish() }
    }
}
