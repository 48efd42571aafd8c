import Foundation

/// All that is heard.
///
/// Positions are samples at 48 kHz; gains are linear amplitude factors.
package struct SoundPlan: Hashable, Sendable {
    /// The rate of the mix in samples a second.
    package static let sampleRate = 48_000

    /// The number of samples of the whole.
    package var sampleCount: Int

    package var tracks: [SoundTrack]

    /// The integrated loudness to reach in LUFS; nil leaves levels alone (the peak limiter stays).
    package var loudness: Double?
}

package struct SoundTrack: Hashable, Sendable {
    package var name: String
    package var clips: [SoundClip]

    /// Where the track steps aside for speech; nil where it never does.
    package var ducking: Ducking?

    /// A gain that falls `attack` samples before each span and rises `release` samples after it.
    package struct Ducking: Hashable, Sendable {
        /// The gain under speech, 0...1.
        package var gain: Double
        package var attack: Int
        package var release: Int

        /// Speech, in order, without overlaps.
        package var spans: [Range<Int>]
    }
}

/// One stretch of a sound file on the timeline.
package struct SoundClip: Hashable, Sendable {
    package var id: String

    /// The absolute path of the file.
    package var path: String

    /// Where it is heard, half-open, cross-fade handles included.
    ///
    /// It may reach past the plan's last sample where the draft's length cuts a clip: its fades
    /// stay where they were.
    package var samples: Range<Int>

    /// Where in the source `samples.lowerBound` lies, in samples at 48 kHz of the source *after*
    /// the speed change.
    ///
    /// Negative where a cross-fade handle reaches before the source's start: silence there.
    package var sourceStart: Int

    /// The tempo factor 0.25...4, pitch kept.
    package var speed: Double

    /// Segment gain times track gain.
    package var gain: Double

    /// Linear fades, in samples from the ends of `samples`.
    package var fadeIn: Int
    package var fadeOut: Int

    /// Equal-power cross-fades with the neighbour, in samples from the ends of `samples`; 0 where
    /// none.
    package var crossfadeIn: Int
    package var crossfadeOut: Int

    /// Repeats a source that is shorter than the clip, its tail cross-faded over its head for 20
    /// ms.
    package var loop: Bool

    /// How often a loop repeats, in samples after the speed change.
    ///
    /// A film's sound keeps to its picture; nil is the length of the sound itself.
    package var loopPeriod: Int?
}
