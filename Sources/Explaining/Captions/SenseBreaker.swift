import Foundation

/// Splits words into even parts that end where the sense allows it.
struct SenseBreaker {
    private let pieces: [String]
    private let widths: [Double]

    init(_ pieces: [String]) {
        self.pieces = pieces
        widths = pieces.map { piece in
            piece.reduce(0) { $0 + ($1.isIdeographic || $1.isFullWidthMark ? 2.6 : 1) }
        }
    }

    /// Returns the fewest parts of `range` that are at most `limit` characters wide each; of these
    /// the ones that end best and are most even.
    ///
    /// A single word that is wider stands alone.
    func split(_ range: Range<Int>, limit: Int) -> [Range<Int>] {
        guard !range.isEmpty else { return [] }
        let limit = Double(limit)
        let whole = width(range)
        // best[i]: the least number of parts, then the least cost, for the words from i on.
        var best: [Int: Plan] = [range.upperBound: Plan(parts: 0, cost: 0, next: range.upperBound)]
        for start in range.reversed() {
            var chosen: Plan?
            for end in (start + 1)...range.upperBound {
                let part = width(start..<end)
                if part > limit, end > start + 1 { break }
                guard let rest = best[end] else { continue }
                let ends = end == range.upperBound ? 0 : penalty(after: end - 1)
                // A short last part is worse than a short first one.
                let share = part / max(min(whole, limit), 1)
                let plan = Plan(
                    parts: rest.parts + 1, cost: rest.cost + ends + (1 - share) * (1 - share),
                    next: end)
                if chosen.map({ plan.isBetter(than: $0) }) ?? true { chosen = plan }
            }
            best[start] = chosen
        }
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound, let plan = best[start] {
            parts.append(start..<plan.next)
            start = plan.next
        }
        return parts
    }

    private struct Plan {
        var parts: Int
        var cost: Double
        var next: Int

        func isBetter(than other: Plan) -> Bool {
            (parts, cost) < (other.parts, other.cost)
        }
    }

    /// The width of a line in characters; ideographs count as 2.6.
    func width(_ range: Range<Int>) -> Double {
        let trailing = pieces[range.upperBound - 1].reversed().prefix { $0.isWhitespace }.count
        return widths[range].reduce(0, +) - Double(trailing)
    }

    /// How bad it is to end a line after a word: 0 after a comma, 1 after an article.
    private func penalty(after index: Int) -> Double {
        let word = pieces[index].trimmingCharacters(in: .whitespaces)
        if let last = word.last, ".!?;:,。！？；：，、—".contains(last) { return 0 }
        guard index + 1 < pieces.count else { return 0 }
        let next = pieces[index + 1].trimmingCharacters(in: .whitespaces).lowercased()
        if Self.clinging.contains(word.lowercased()) { return 0.9 }
        if Self.starters.contains(next) { return 0.08 }
        if word.last?.isIdeographic == true { return chinesePenalty(word, next) }
        return 0.22
    }

    private func chinesePenalty(_ word: String, _ next: String) -> Double {
        if let first = next.first, "的了着过们是在和与吗呢吧".contains(first) { return 0.9 }
        if let last = word.last, "的了着过，".contains(last) { return 0.2 }
        return 0.45
    }

    /// Words that belong to what follows.
    private static let clinging: Set<String> = [
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or",
        "but", "as", "is", "are", "was", "no", "not", "its", "your", "this", "that", "each",
    ]

    /// Words that begin something new.
    private static let starters: Set<String> = [
        "and", "or", "but", "because", "so", "that", "which", "who", "when", "where", "while",
        "until", "if", "as", "with", "from", "for", "by", "in", "on", "at", "to", "of", "than",
    ]
}

extension Character {
    /// Full-width punctuation.
    var isFullWidthMark: Bool {
        guard let value = unicodeScalars.first?.value else { return false }
        return (0x3000...0x303F).contains(value) || (0xFF00...0xFF60).contains(value)
    }
}
