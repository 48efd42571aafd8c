import Foundation

/// A storyboard cut to a length, and when each of its sentences is heard.
package struct FittedScript: Hashable, Sendable {
    /// The beats and sentences that are kept; its notices name a length that was missed.
    package var storyboard: Storyboard

    /// Which sentences are kept: indices into all sentences of the storyboard that was cut, beat
    /// after beat.
    package var kept: [Int]

    package var pacing: Pacing

    /// The multiple of the voice's natural pace, 0.92...1.12.
    package var rate: Double

    /// The whole length in milliseconds.
    package var duration: Int

    /// When each kept beat is seen.
    package var beats: [BeatTime]

    /// When a beat is seen and its sentences are heard, in milliseconds.
    package struct BeatTime: Hashable, Sendable {
        package var start: Int
        package var duration: Int
        package var sentences: [SentenceTime]
    }

    /// When a sentence is heard, in milliseconds from the start of the video.
    package struct SentenceTime: Hashable, Sendable {
        package var start: Int
        package var duration: Int
    }
}

extension FittedScript {
    /// All of `storyboard` at a natural pace; `measured` holds the length of each sentence in
    /// milliseconds.
    package init(natural storyboard: Storyboard, measured: [Int]) {
        let spoken = SpokenBeat.all(of: storyboard, measured: measured)
        let table = Timetable(spoken, pacing: .natural, rate: 1)
        self.init(
            storyboard: storyboard, kept: spoken.flatMap(\.sentences), pacing: .natural, rate: 1,
            duration: table.duration, beats: table.beats)
    }
}

extension Storyboard {
    /// Returns the beats and sentences of rank 0 and 1: what is said where no length is asked for.
    package func essential() -> Storyboard {
        guard !isVerbatim else { return self }
        var short = self
        short.beats = beats.filter { $0.rank <= 1 }.map { beat in
            var beat = beat
            beat.sentences.removeAll { $0.rank > 1 }
            return beat
        }
        return short.beats.isEmpty ? self : short
    }
}
