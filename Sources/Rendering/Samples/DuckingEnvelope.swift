import Foundation
import Planning

/// How a track's gain steps aside for speech.
struct DuckingEnvelope: Hashable, Sendable {
    private let ducking: SoundTrack.Ducking

    init(_ ducking: SoundTrack.Ducking) {
        self.ducking = ducking
    }

    /// Returns the gain of each sample of `range`, nil where all are 1.
    ///
    /// Ramps are straight in decibels. Between spans that lie close the lower of two ramps holds.
    func gains(over range: Range<Int>) -> [Float]? {
        let near = ducking.spans.filter { span in
            span.lowerBound - ducking.attack < range.upperBound
                && span.upperBound + ducking.release > range.lowerBound
        }
        guard !near.isEmpty, ducking.gain < 1 else { return nil }
        return range.map { sample in
            Float(gain(depth: near.reduce(0) { max($0, depth(of: $1, at: sample)) }))
        }
    }

    /// Returns 1 inside the span, 0 far from it.
    private func depth(of span: Range<Int>, at sample: Int) -> Double {
        let (before, after) = (span.lowerBound - sample, sample - span.upperBound + 1)
        if before > 0 { return rise(at: ducking.attack - before, over: ducking.attack) }
        if after > 0 { return rise(at: ducking.release - after, over: ducking.release) }
        return 1
    }

    private func rise(at index: Int, over length: Int) -> Double {
        index < 0 ? 0 : Ramp.rise(at: index, over: length)
    }

    /// A gain of 0 has no decibels: its ramps run to −60 dB.
    private func gain(depth: Double) -> Double {
        switch depth {
        case 0: 1
        case 1: ducking.gain
        default: pow(max(ducking.gain, 0.001), depth)
        }
    }
}
