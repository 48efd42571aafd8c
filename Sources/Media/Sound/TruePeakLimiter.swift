import Foundation

/// Holds stereo sound under a true peak, and leaves it alone to the bit where it already is.
///
/// Both channels get one gain. What comes out lags behind what goes in; `finish` brings the rest,
/// and the whole is as long as what went in, sample on sample.
package struct TruePeakLimiter: Sendable {
    private let ceiling: Float
    private let meter = TruePeakMeter()
    private var smoother = GainSmoother()

    /// Samples that are not given back yet, behind `TruePeakMeter.reach` that are.
    private var left: [Float]
    private var right: [Float]

    /// How many samples after the context have been measured.
    private var measured = 0
    private var taken = 0
    private var given = 0

    /// Creates a limiter whose output stays at or under `ceiling` in dBTP.
    package init(ceiling: Double) {
        // The gain changes while the wave swings between samples: a twentieth of a decibel covers
        // it.
        self.ceiling = Float(pow(10, (ceiling - 0.05) / 20))
        left = [Float](repeating: 0, count: TruePeakMeter.reach)
        right = left
    }

    /// Takes `block` in and returns what is ready.
    package mutating func process(_ block: AudioBlock) -> AudioBlock {
        left += block.left
        right += block.right
        taken += block.count
        return advance()
    }

    /// Returns the rest.
    package mutating func finish() -> AudioBlock {
        let lag = GainSmoother.lookahead + TruePeakMeter.reach
        left += repeatElement(0, count: lag)
        right += repeatElement(0, count: lag)
        return advance()
    }

    private mutating func advance() -> AudioBlock {
        let reach = TruePeakMeter.reach
        let fresh = left.count - 2 * reach - measured
        guard fresh > 0 else { return AudioBlock(silence: 0) }
        let gains = allowed(measured..<measured + fresh).map { smoother.push($0) }
        measured += fresh
        let lag = GainSmoother.lookahead - 1
        let skipped = max(fresh - max(measured - lag, 0), 0)
        let ready = Array(gains[skipped...].prefix(taken - given))
        let output = AudioBlock(
            left: zip(ready, left[reach...]).map(*), right: zip(ready, right[reach...]).map(*))
        drop(gains.count - skipped)
        given += ready.count
        return output
    }

    private mutating func drop(_ count: Int) {
        left.removeFirst(count)
        right.removeFirst(count)
        measured -= count
    }

    /// Returns the gain that each sample of `range` allows, counted from the end of the context.
    private func allowed(_ range: Range<Int>) -> [Float] {
        var peaks = [Float](repeating: 0, count: range.count)
        let context = range.lowerBound..<range.upperBound + 2 * TruePeakMeter.reach
        for channel in [left[context], right[context]] {
            meter.measure(Array(channel), above: ceiling, into: &peaks)
        }
        return peaks.map { $0 > ceiling ? ceiling / $0 : 1 }
    }
}
