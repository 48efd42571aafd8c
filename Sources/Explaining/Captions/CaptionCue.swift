import Foundation
import Planning
import Speaking

/// Words that are on screen together, and when each is spoken.
struct CaptionCue: Hashable {
    /// One or two lines, joined by a line feed.
    var text: String

    /// Milliseconds of the video.
    var start: Int
    var end: Int

    /// From the start of the cue.
    var words: [Draft.Segment.WordTiming]
}

/// Cuts spoken sentences into cues.
///
/// At most two lines; lines end at sense; a cue appears with its first word and stays a moment after
/// its last, at least a second, never into the next one.
struct CaptionCutter {
    /// The most characters in a line; ideographs count as 2.6.
    var charactersInLine: Int

    /// How long a cue stays after its last word where nothing follows, in milliseconds.
    private static let linger = 500

    func cues(for lines: [TimedBeat.Line]) -> [CaptionCue] {
        var all = lines.flatMap { cues(for: $0) }
        for index in all.indices {
            let next = index + 1 < all.count ? all[index + 1].start : Int.max
            let least = all[index].start + CaptionRules.leastDuration
            let wanted = max(all[index].end + Self.linger, least)
            all[index].end = min(wanted, next)
        }
        return all
    }

    private func cues(for line: TimedBeat.Line) -> [CaptionCue] {
        let words = TimedWords(line)
        guard !words.pieces.isEmpty else { return [] }
        let breaker = SenseBreaker(words.pieces)
        let limit = charactersInLine
        let cueRanges = breaker.split(0..<words.pieces.count, limit: 2 * limit - limit / 6)
        return cueRanges.map { range in
            let rows = breaker.split(range, limit: limit).map { words.text($0) }
            let start = range == cueRanges[0] ? line.start : words.starts[range.lowerBound]
            return CaptionCue(
                text: rows.joined(separator: "\n"), start: start,
                end: words.ends[range.upperBound - 1],
                words: range.map { index in
                    .init(
                        start: max(words.starts[index] - start, 0),
                        duration: max(words.ends[index] - words.starts[index], 1),
                        word: words.word(index))
                })
        }
    }
}

/// The pieces of a sentence with the times of its words, in milliseconds of the video.
private struct TimedWords {
    var pieces: [String]
    var starts: [Int] = []
    var ends: [Int] = []

    /// Each piece takes the time of the spoken word that holds its first letter.
    init(_ line: TimedBeat.Line) {
        pieces = WordTokens(line.spoken.text).pieces
        let letters = pieces.map { Self.letters($0).count }
        let total = max(letters.reduce(0, +), 1)
        let clock = LetterClock(line)
        var position = 0
        for count in letters {
            starts.append(clock.time(ofLetter: position, of: total))
            position += count
            ends.append(clock.endTime(ofLetter: max(position - 1, 0), of: total))
        }
        for index in ends.indices { ends[index] = max(ends[index], starts[index] + 1) }
    }

    func word(_ index: Int) -> String {
        pieces[index].trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func text(_ range: Range<Int>) -> String {
        pieces[range].joined().trimmingCharacters(in: .whitespacesAndNewlines)
            .replacingOccurrences(of: "\n", with: " ")
    }

    static func letters(_ text: String) -> String {
        text.filter { $0.isLetter || $0.isNumber }
    }
}

/// When each letter of a sentence is spoken, by the words that the voice reported.
///
/// Letters, not words, tie the two together: voices split and join words otherwise than texts.
private struct LetterClock {
    private var letters: [(start: Int, end: Int)] = []
    private let line: TimedBeat.Line

    init(_ line: TimedBeat.Line) {
        self.line = line
        for word in line.words {
            let count = max(TimedWords.letters(word.word).count, 0)
            for index in 0..<count {
                letters.append(
                    (
                        word.start + word.duration * index / count,
                        word.start + word.duration * (index + 1) / count
                    ))
            }
        }
    }

    func time(ofLetter index: Int, of total: Int) -> Int {
        entry(index, of: total)?.start ?? line.start
    }

    func endTime(ofLetter index: Int, of total: Int) -> Int {
        entry(index, of: total)?.end ?? line.start + line.duration
    }

    /// A voice that reports other letters than the text has is followed in proportion.
    private func entry(_ index: Int, of total: Int) -> (start: Int, end: Int)? {
        guard !letters.isEmpty else { return nil }
        return letters[min(index * letters.count / total, letters.count - 1)]
    }
}
