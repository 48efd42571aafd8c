import Foundation

/// Turns the gain that each sample allows into one that never jumps and never exceeds it.
///
/// The gain falls in a straight line over the 5 ms before a peak and comes back within about 100
/// ms.
struct GainSmoother: Sendable {
    /// How far ahead peaks are seen, in samples.
    ///
    /// The result lags behind the input by one less.
    static let lookahead = 240

    private var window = [Double](repeating: 1, count: lookahead)
    private var cursor = 0
    private var sum = Double(lookahead)
    private var released = 1.0

    /// Lower bounds of the window, rising; each with the time when it leaves.
    private var minima: [(value: Float, leaves: Int)] = []
    private var time = 0

    /// Samples since the gain was last below 1.
    private var idle = lookahead

    private static let release = 1 - exp(-1 / (0.1 * 48_000))

    /// Takes the gain that the newest sample allows; returns that of the one `lookahead - 1`
    /// earlier.
    mutating func push(_ allowed: Float) -> Float {
        if allowed >= 1, idle >= GainSmoother.lookahead { return 1 }
        hold(allowed)
        let target = Double(minima.first?.value ?? 1)
        released = min(target, released + (target - released) * GainSmoother.release)
        if target == 1, released > 0.999_99 { released = 1 }
        sum += released - window[cursor]
        window[cursor] = released
        cursor = (cursor + 1) % GainSmoother.lookahead
        idle = released < 1 ? 0 : idle + 1
        if idle >= GainSmoother.lookahead { sum = Double(GainSmoother.lookahead) }
        return Float(min(sum / Double(GainSmoother.lookahead), 1))
    }

    /// Keeps `minima.first` the lowest gain of the last `lookahead` samples.
    private mutating func hold(_ allowed: Float) {
        time += 1
        while let last = minima.last, last.value >= allowed { minima.removeLast() }
        minima.append((allowed, time + GainSmoother.lookahead))
        if let first = minima.first, first.leaves <= time { minima.removeFirst() }
    }
}
