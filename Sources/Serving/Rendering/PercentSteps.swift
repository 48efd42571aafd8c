import Synchronization

/// Turns shares that come often into percents that are each told once.
final class PercentSteps: Sendable {
    private let last = Mutex(0)

    /// Returns the percent of `share`, 1...99; nil where that or more was told before.
    func step(_ share: Double) -> Int? {
        guard share.isFinite else { return nil }
        let percent = Int((min(max(share, 0), 1) * 99).rounded(.down))
        return last.withLock { last in
            guard percent > last else { return nil }
            last = percent
            return percent
        }
    }
}
