import Foundation
import Speaking

/// A beat with its place on the timeline, in milliseconds from the start of the video.
struct TimedBeat: Hashable {
    var beat: Beat
    var start: Int
    var end: Int
    var lines: [Line]

    var duration: Int { end - start }

    /// A spoken sentence and when it begins.
    struct Line: Hashable {
        var start: Int
        var spoken: Narration.Line
        /// The multiple of its recorded pace.
        var speed: Double

        var duration: Int { Int((Double(spoken.duration) / speed).rounded()) }

        /// The words, in milliseconds of the video.
        var words: [SpokenWord] {
            spoken.words.map { word in
                let begin = Int((Double(word.start) / speed).rounded())
                let end = Int((Double(word.start + word.duration) / speed).rounded())
                return SpokenWord(start: start + begin, duration: end - begin, word: word.word)
            }
        }
    }
}

extension TimedBeat {
    /// How long before its first word a beat is seen, at most, in milliseconds.
    private static let lead = 300

    /// Returns the beats of `fitted` with their lines; `lines` are those of the sentences that were
    /// kept, in order.
    ///
    /// A picture changes in the middle of the silence between two beats, a little before the words
    /// that belong to it.
    static func all(_ fitted: FittedScript, _ lines: [Narration.Line]) -> [TimedBeat] {
        let lead = min(fitted.pacing.beatPause / 2, lead)
        let starts = fitted.beats.enumerated().map { $0 == 0 ? 0 : $1.start - lead }
        let ends = Array(starts.dropFirst()) + [fitted.duration]
        var rest = lines[...]
        return fitted.beats.enumerated().map { index, time in
            let spoken = rest.prefix(time.sentences.count)
            rest = rest.dropFirst(time.sentences.count)
            let placed = zip(spoken, time.sentences).map {
                Line(start: $1.start, spoken: $0, speed: fitted.rate)
            }
            return TimedBeat(
                beat: fitted.storyboard.beats[index], start: starts[index], end: ends[index],
                lines: placed)
        }
    }
}
