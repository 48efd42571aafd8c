import Foundation

/// Frames a second as an exact fraction, in lowest terms.
package struct FrameRate: Hashable, Sendable {
    package let numerator: Int
    package let denominator: Int

    /// - Precondition: both are positive.
    package init(_ numerator: Int, _ denominator: Int = 1) {
        precondition(numerator > 0 && denominator > 0, "a frame rate is positive")
        let divisor = Self.greatestCommonDivisor(numerator, denominator)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    package var framesPerSecond: Double { Double(numerator) / Double(denominator) }

    /// Returns `milliseconds` in frames, fractional.
    package func frames(atMilliseconds milliseconds: Double) -> Double {
        milliseconds * Double(numerator) / (1000 * Double(denominator))
    }

    /// Returns the first frame at or after `milliseconds`: frame `n` shows time `n / fps`.
    package func frameIndex(atOrAfterMilliseconds milliseconds: Int) -> Int {
        let divisor = 1000 * denominator
        return (milliseconds * numerator + divisor - 1) / divisor
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : greatestCommonDivisor(b, a % b)
    }
}
