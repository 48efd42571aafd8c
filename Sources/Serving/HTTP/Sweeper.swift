import Foundation
import Synchronization

/// Ends waits that last too long, looking at all of them once a second.
///
/// A `Task.sleep` that is cancelled keeps its memory until its time has come, so one for each wait
/// of each request would add up.
final class Sweeper: Sendable {
    private struct Wait {
        var deadline: ContinuousClock.Instant
        var end: @Sendable () -> Void
    }

    private struct State {
        var waits: [Int: Wait] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    /// Notes a wait that `end` is called for unless it is removed within so many seconds.
    ///
    /// - Returns: what `remove` knows it by.
    func add(seconds: Double, _ end: @escaping @Sendable () -> Void) -> Int {
        state.withLock { state in
            state.next += 1
            state.waits[state.next] = Wait(deadline: .now + .seconds(seconds), end: end)
            return state.next
        }
    }

    func remove(_ number: Int) { _ = state.withLock { $0.waits.removeValue(forKey: number) } }

    /// Looks until the task is cancelled.
    func run() async throws {
        while true {
            try await Task.sleep(for: .seconds(1))
            let now = ContinuousClock.now
            let late = state.withLock { state in
                let late = state.waits.filter { $0.value.deadline <= now }
                for number in late.keys { state.waits[number] = nil }
                return late.values.map(\.end)
            }
            late.forEach { $0() }
        }
    }
}
