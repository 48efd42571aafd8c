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

/// The silences of an explainer, in milliseconds, and its pace.
package struct Pacing: Hashable, Sendable {
    /// Before the first word.
    package var leadIn = 500
    /// Between sentences of a beat.
    package var sentenceGap = 280
    /// Between the last word of a beat and the first of the next.
    package var beatGap = 620
    /// After the last word.
    package var finalHold = 1800
    /// A multiple of the recorded pace.
    package var speed = 1.0

    package init() {}

    /// Lays the beats one after the other.
    ///
    /// `lines` are those of all sentences in order. A beat that says less than its visual needs is
    /// held longer.
    func timed(_ beats: [Beat], _ lines: [Narration.Line]) -> [TimedBeat] {
        var rest = lines[...]
        var start = 0
        var timed: [TimedBeat] = []
        for (index, beat) in beats.enumerated() {
            let spoken = rest.prefix(beat.sentences.count)
            rest = rest.dropFirst(beat.sentences.count)
            var time = start + (index == 0 ? leadIn : beatGap / 2)
            var placed: [TimedBeat.Line] = []
            for line in spoken {
                let line = TimedBeat.Line(start: time, spoken: line, speed: speed)
                placed.append(line)
                time += line.duration + sentenceGap
            }
            let isLast = index == beats.count - 1
            let spokenEnd = placed.last.map { $0.start + $0.duration } ?? time
            let end = max(
                spokenEnd + (isLast ? finalHold : beatGap - beatGap / 2),
                start + beat.leastDuration)
            timed.append(TimedBeat(beat: beat, start: start, end: end, lines: placed))
            start = end
        }
        return timed
    }
}
