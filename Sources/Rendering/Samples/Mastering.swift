import Foundation
package import Media
import Planning

/// What is done to the whole mix: one linear gain, and a limiter where peaks need it.
package struct Mastering: Hashable, Sendable {
    /// The one gain of the whole mix, as an amplitude factor.
    package var gain: Float

    /// Whether peaks rise over the ceiling after the gain.
    package var needsLimiter: Bool

    /// The loudness of the mix as planned, before the gain.
    package var measured: Loudness

    /// −1 dBTP is the promise; coding as AAC adds up to half a decibel.
    package static let ceiling = -1.5

    /// The highest gain in decibels: more would only raise the noise of a recording gone wrong.
    static let highestGain = 40.0

    /// The most that the gain is raised to make up for the limiter, in decibels.
    private static let mostCorrection = 12.0

    /// How far from the target the loudness may stay, in LU; half a LU is the promise.
    private static let tolerance = 0.1

    /// Measures the whole mix, and measures it again behind the limiter where that takes loudness.
    package init(_ mixer: AudioMixer) throws(MediaError) {
        measured = try Mastering.loudness(mixer)
        guard let target = mixer.plan.loudness, let integrated = measured.integrated else {
            gain = 1
            needsLimiter = (measured.truePeak ?? -.infinity) > Mastering.ceiling
            return
        }
        var decibels = min(target - integrated, Mastering.highestGain)
        needsLimiter = (measured.truePeak ?? -.infinity) + decibels > Mastering.ceiling
        if needsLimiter {
            decibels = try Mastering.settle(decibels, target: target, mixer)
        }
        gain = Mastering.factor(decibels)
    }

    /// Corrects the gain by what the limiter takes away, until the loudness is right.
    ///
    /// The steeper the limiter works, the less a decibel of gain brings: the last step says how
    /// much.
    private static func settle(
        _ start: Double, target: Double, _ mixer: AudioMixer
    ) throws(MediaError) -> Double {
        var (decibels, slope) = (start, 1.0)
        var last: (decibels: Double, reached: Double)?
        for _ in 0..<5 {
            let limited = MasteredBlocks(mixer, gain: factor(decibels), limits: true)
            let meter = try LoudnessMeter(measuresPeak: false)
            guard let reached = try loudness(limited, meter: meter).integrated else { break }
            if abs(target - reached) < tolerance { break }
            if let last, last.decibels != decibels {
                slope = min(max((reached - last.reached) / (decibels - last.decibels), 0.2), 1)
            }
            last = (decibels, reached)
            let next = decibels + (target - reached) / slope
            decibels = min(next, start + mostCorrection, highestGain)
        }
        return decibels
    }

    private static func loudness(_ mixer: AudioMixer) throws(MediaError) -> Loudness {
        try loudness(
            MasteredBlocks(mixer, gain: 1, limits: false), meter: try LoudnessMeter())
    }

    private static func loudness(
        _ blocks: MasteredBlocks, meter: LoudnessMeter
    ) throws(MediaError) -> Loudness {
        var blocks = blocks
        while let block = try blocks.next() { try meter.add(block) }
        return try meter.loudness()
    }

    private static func factor(_ decibels: Double) -> Float { Float(pow(10, decibels / 20)) }
}
