import Foundation

/// The clock that the client waits by; tests have one that does not wait.
package protocol Timekeeper: Sendable {
    /// Time since some fixed moment.
    var now: Duration { get }

    /// Waits before the next attempt.
    func pause(_ length: Duration) async throws

    /// Returns when `now` has reached `moment`, while other work goes on.
    func alarm(at moment: Duration) async throws
}

/// The clock of the machine.
package struct MachineTime: Timekeeper {
    private let start = ContinuousClock.now

    package init() {}

    package var now: Duration { ContinuousClock.now - start }

    package func pause(_ length: Duration) async throws { try await Task.sleep(for: length) }

    package func alarm(at moment: Duration) async throws {
        try await Task.sleep(until: start + moment, clock: .continuous)
    }
}
