import Foundation
import Planning

/// How the gain of one clip runs over its length.
///
/// A pure function of the sample's index inside the clip: linear fades, equal-power cross-fades,
/// and 5 ms at each edge that nothing else softens, so that no cut clicks.
struct ClipEnvelope: Hashable, Sendable {
    /// Samples at an edge over which the sound comes and goes.
    static let microFade = 240

    /// Where the gain is `gain` and nothing else.
    let plateau: Range<Int>

    let gain: Float

    private let clip: SoundClip
    private let count: Int

    /// Where sound begins and ends inside the clip, which is less than the clip where the source
    /// is.
    private let heard: Range<Int>

    init(_ clip: SoundClip, heard: Range<Int>) {
        self.clip = clip
        self.heard = heard
        count = clip.samples.count
        gain = Float(clip.gain)
        let micro = ClipEnvelope.microFade
        let lower = max(clip.fadeIn, clip.crossfadeIn, heard.lowerBound + micro)
        let upper = min(
            count - clip.fadeOut, count - clip.crossfadeOut, heard.upperBound - micro)
        plateau = lower..<max(lower, upper)
    }

    /// Returns the gain at sample `index` of the clip.
    func gain(at index: Int) -> Float {
        guard !plateau.contains(index) else { return gain }
        return gain * Float(fade(at: index) * crossfade(at: index) * microFade(at: index))
    }

    /// min(1, t / in, (d − t) / out), as the draft defines it.
    private func fade(at index: Int) -> Double {
        var gain = 1.0
        if clip.fadeIn > 0 { gain = min(gain, Double(index) / Double(clip.fadeIn)) }
        if clip.fadeOut > 0 { gain = min(gain, Double(count - index) / Double(clip.fadeOut)) }
        return max(gain, 0)
    }

    private func crossfade(at index: Int) -> Double {
        EqualPower.rise(at: index, over: clip.crossfadeIn)
            * EqualPower.rise(at: count - 1 - index, over: clip.crossfadeOut)
    }

    /// The edge inside a cross-fade is soft already; that of a source that ends early is not.
    private func microFade(at index: Int) -> Double {
        let micro = ClipEnvelope.microFade
        var gain = 1.0
        if clip.crossfadeIn == 0 || heard.lowerBound > 0 {
            gain = min(gain, Ramp.rise(at: index - heard.lowerBound, over: micro))
        }
        if clip.crossfadeOut == 0 || heard.upperBound < count {
            gain = min(gain, Ramp.rise(at: heard.upperBound - 1 - index, over: micro))
        }
        return gain
    }
}

/// A straight rise from 0 to 1.
enum Ramp {
    /// Returns the gain at sample `index` of a rise of `length` samples.
    ///
    /// Samples count at their middle, so that a rise and its mirror image add up to 1.
    static func rise(at index: Int, over length: Int) -> Double {
        guard length > 0 else { return 1 }
        return min(max((Double(index) + 0.5) / Double(length), 0), 1)
    }
}

/// The quarter sine that keeps the power of two uncorrelated sounds constant.
enum EqualPower {
    /// Returns the gain at sample `index` of a rise of `length` samples.
    ///
    /// The squares of a rise and of its mirror image add up to 1.
    static func rise(at index: Int, over length: Int) -> Double {
        sin(Ramp.rise(at: index, over: length) * .pi / 2)
    }
}
