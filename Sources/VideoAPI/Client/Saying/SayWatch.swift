import Foundation
import Synchronization

/// When a sentence's stream has been quiet for too long.
final class SayWatch: Sendable {
    static let wordEvery = Duration.seconds(120)
    static let longest = Duration.seconds(15 * 60)
    static let longestWithoutContent = Duration.seconds(10 * 60)

    private struct State {
        var lastContent: Duration
        var lastWord: Duration
    }

    private let time: any Timekeeper
    private let start: Duration
    private let state: Mutex<State>

    init(_ time: any Timekeeper) {
        self.time = time
        start = time.now
        state = Mutex(State(lastContent: time.now, lastWord: time.now))
    }

    /// Notes that something else than a heartbeat came.
    func noteContent() {
        let now = time.now
        state.withLock { $0.lastContent = now }
    }

    /// Calls `word` every two minutes and returns only by an error.
    ///
    /// - Throws: `ClientProblem.tooLong` after a limit, or where it was cancelled.
    func run(_ word: (_ minutes: Int) -> Void) async throws {
        while true {
            let (nextWord, end) = state.withLock { state in
                (
                    state.lastWord + Self.wordEvery,
                    min(start + Self.longest, state.lastContent + Self.longestWithoutContent)
                )
            }
            try await time.alarm(at: min(nextWord, end))
            let now = time.now
            let limit = state.withLock {
                min(start + Self.longest, $0.lastContent + Self.longestWithoutContent)
            }
            let minutes = Int((now - start).components.seconds / 60)
            if now >= limit { throw ClientProblem.tooLong(minutes: minutes) }
            guard now >= nextWord else { continue }
            state.withLock { $0.lastWord = now }
            word(minutes)
        }
    }
}
