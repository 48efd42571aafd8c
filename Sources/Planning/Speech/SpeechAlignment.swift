import Foundation

/// Finds the written words that spoken ones stand for.
///
/// Both come in the same order. Case and punctuation don't count; one written word may be spoken as
/// several, and a spoken word may not be written at all.
struct SpeechAlignment {
    /// A written word and the time in which it is spoken.
    struct Match: Hashable {
        /// The offset of its first character in the text.
        var start: Int

        /// Milliseconds from the segment's start.
        var from: Int
        var until: Int
    }

    private let tokens: TextTokens
    private let letterStarts: [Int]
    private let timings: [Draft.Segment.WordTiming]
    private let keys: [[Character]]

    /// The first letter that is not spoken yet.
    private var cursor = 0
    private var nextToken = 0
    private var pending: [Draft.Segment.WordTiming] = []

    /// In the order of the text; the words between two of them are spoken with the first.
    private(set) var matches: [Match] = []

    /// How many spoken words were found, and how many there are to find.
    private(set) var foundCount = 0
    private(set) var wantedCount = 0

    /// How many written words may be left out to find a spoken one.
    private static let reach = 8

    /// How many spoken words may make up a written one.
    private static let mostParts = 8

    init(_ timings: [Draft.Segment.WordTiming], in tokens: TextTokens) {
        self.tokens = tokens
        letterStarts = tokens.letterStarts
        let heard = timings.enumerated()
            .sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
            .map { ($0.element, TextTokens.letters($0.element.word)) }.filter { !$0.1.isEmpty }
        self.timings = heard.map(\.0)
        keys = heard.map(\.1)
        wantedCount = heard.count
        for index in keys.indices { take(index) }
        share(nextToken..<tokens.starts.count)
    }

    private mutating func take(_ index: Int) {
        guard let position = position(of: index) else {
            pending.append(timings[index])
            return
        }
        foundCount += 1
        cursor = position + keys[index].count
        let (first, last) = (
            tokens.tokenOfLetter[position], tokens.tokenOfLetter[cursor - 1]
        )
        if first < nextToken {
            pending = []
            extend(to: timings[index].end)
        } else {
            share(nextToken..<first)
            add(first, from: timings[index].start, until: timings[index].end)
        }
        nextToken = max(nextToken, last + 1)
    }

    /// The letter where a spoken word begins: the next one, or that of a written word soon after.
    private func position(of index: Int) -> Int? {
        if fits(index, at: cursor) { return cursor }
        let token = cursor < tokens.tokenOfLetter.count ? tokens.tokenOfLetter[cursor] : nil
        guard let token else { return nil }
        return letterStarts[token...].prefix(Self.reach + 1)
            .first { $0 > cursor && fits(index, at: $0) }
    }

    /// Whether a spoken word, perhaps with those after it, is written at `position` up to the end
    /// of a written word.
    private func fits(_ index: Int, at position: Int) -> Bool {
        var end = position
        for key in keys[index...].prefix(Self.mostParts) {
            guard end + key.count <= tokens.letters.count,
                tokens.letters[end..<end + key.count].elementsEqual(key)
            else { return false }
            end += key.count
            let isWhole =
                end == tokens.letters.count
                || tokens.tokenOfLetter[end] != tokens.tokenOfLetter[end - 1]
            if isWhole { return true }
        }
        return false
    }

    /// Shares out the spoken words that were not found over the written ones between two finds:
    /// "2024" may be spoken as "twenty twenty-four".
    private mutating func share(_ gap: Range<Int>) {
        defer { pending = [] }
        guard let last = pending.last, !gap.isEmpty else {
            if let last = pending.last { extend(to: last.end) }
            return
        }
        let pieces = min(gap.count, pending.count)
        for piece in 0..<pieces {
            let spoken = piece * pending.count / pieces..<(piece + 1) * pending.count / pieces
            let end = pending[spoken].map(\.end).max() ?? last.end
            add(
                gap.lowerBound + piece * gap.count / pieces,
                from: pending[spoken.lowerBound].start, until: end)
        }
    }

    private mutating func add(_ token: Int, from: Int, until: Int) {
        matches.append(Match(start: tokens.starts[token], from: from, until: until))
    }

    private mutating func extend(to end: Int) {
        guard let last = matches.indices.last else { return }
        matches[last].until = max(matches[last].until, end)
    }
}

extension Draft.Segment.WordTiming {
    fileprivate var end: Int { start + duration }
}
