import Foundation
import Synchronization
import VideoAPI

/// Time that passes by waiting alone, and that real time stands still for.
final class SkippedTime: Timekeeper {
    private let moment = Mutex(Duration.zero)
    /// Real time that a wait takes, for a server that works meanwhile.
    private let tick: Duration

    init(tick: Duration = .zero) { self.tick = tick }

    var now: Duration { moment.withLock { $0 } }

    func advance(_ length: Duration) { moment.withLock { $0 += length } }

    func pause(_ length: Duration) async throws {
        try await Task.sleep(for: tick)
        advance(length)
    }

    func alarm(at end: Duration) async throws {
        while now < end { try await Task.sleep(for: .milliseconds(1)) }
    }
}
