/// Fits a line through the times at which A and B show the same: offset and drift.
struct TimeFit {
    /// Seconds by which B is late at A's second 0.
    private(set) var offset: Double
    /// Seconds of B a second of A, less one.
    private(set) var drift = 0.0
    /// How many moments it rests on.
    private(set) var count = 0
    /// The usual distance of a moment from the line, in seconds.
    private(set) var scatter = 0.0

    /// A moment: when A shows it, in seconds, and how much later B does.
    typealias Moment = (time: Double, delay: Double)

    /// - Parameters:
    ///   - moments: Any number, in order.
    ///   - offset: What to take without moments.
    ///   - frame: How long a frame lasts, in seconds.
    ///   - leastDrift: Seconds that a drift must come to: encoders let slow motion lag by ever more
    ///     or less, which looks like one.
    init(
        _ moments: [Moment], otherwise offset: Double, frame: Double, leastDrift: Double = 0.001
    ) {
        self.offset = offset
        count = moments.count
        guard let middle = moments.map(\.delay).median else { return }
        self.offset = middle
        let still = moments.map { abs($0.delay - middle) }
        scatter = 1.4826 * (still.median ?? 0)
        guard let first = moments.first, let last = moments.last, moments.count >= 12 else {
            return
        }
        let span = last.time - first.time
        guard span > 1.5, let slope = Self.slope(moments, span: span) else { return }
        let start = moments.map { $0.delay - slope * $0.time }.median ?? middle
        let sloped = moments.map { abs($0.delay - start - slope * $0.time) }
        let rest = 1.4826 * (sloped.median ?? 0)
        let step = Self.step(moments)
        if step.error < 0.6 * sloped.reduce(0, +), abs(step.size) > 0.5 * frame {
            // A lost frame, not a slow clock: what was at the start counts.
            self.offset = step.before
            return
        }
        let doubt = 4 * (rest + 1e-5) / (Double(moments.count).squareRoot() * span)
        guard abs(slope) > max(doubt, 2e-5), abs(slope) * span > max(leastDrift, 3 * rest)
        else {
            return
        }
        (self.offset, drift, scatter) = (start, slope, rest)
    }

    /// The median of the slopes between moments far from each other.
    private static func slope(_ moments: [Moment], span: Double) -> Double? {
        var slopes: [Double] = []
        for (index, one) in moments.enumerated() {
            for other in moments[(index + 1)...] where other.time - one.time > 0.3 * span {
                slopes.append((other.delay - one.delay) / (other.time - one.time))
            }
        }
        return slopes.median
    }

    /// The best two constants, one before and one after a moment.
    private static func step(_ moments: [Moment]) -> (before: Double, size: Double, error: Double) {
        var best = (before: 0.0, size: 0.0, error: Double.infinity)
        let least = max(moments.count / 20, 4)
        guard moments.count > 2 * least else { return best }
        for cut in stride(
            from: least, to: moments.count - least, by: max(moments.count / 60, 1))
        {
            let (left, right) = (moments[..<cut].map(\.delay), moments[cut...].map(\.delay))
            guard let before = left.median, let after = right.median else { continue }
            let error =
                left.reduce(0) { $0 + abs($1 - before) }
                + right.reduce(0) { $0 + abs($1 - after) }
            if error < best.error { best = (before, after - before, error) }
        }
        return best
    }
}
