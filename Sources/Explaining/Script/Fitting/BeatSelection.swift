import Foundation

/// Finds the beats and sentences that lose least and come nearest to a length.
///
/// Each beat offers its best sentence, its best two, and so on; a table over time holds for each
/// length the most valuable way to reach it. Time is worth six times as much with each rank, and
/// the first sentence of a beat is worth more than its second: a script is rather broad than deep.
struct BeatSelection {
    private let beats: [SpokenBeat]
    private let target: Int

    /// Milliseconds a column of the table.
    private let step: Int
    private let columns: Int

    init(_ beats: [SpokenBeat], _ target: Int) {
        self.beats = beats
        self.target = target
        step = max(20, target / 1500)
        columns = (target + target / 3 + 4000) / step + 1
    }

    /// The best choice, in order; at least one sentence of the first beat.
    func best() -> [SpokenBeat] {
        let whole = beats.reduce(Span.around) { $0 + Span($1) }
        if whole.slowest <= target { return beats }
        var rows = [[Cell?](repeating: nil, count: columns)]
        rows[0][0] = Cell(span: .around, value: 0, choice: nil)
        for (index, beat) in beats.enumerated() {
            let options = options(of: beat, isFirst: index == 0)
            rows.append(extended(rows[index], by: options))
        }
        guard let last = rows.last.flatMap(bestCell) else {
            return beats.prefix(1).map { $0.keeping(best: 1) }
        }
        return trace(rows, from: last)
    }

    /// The best way found to reach a length with the beats so far.
    private struct Cell {
        var span: Span
        var value: Double
        var choice: Option?
    }

    /// A beat with some of its sentences, or left out.
    private struct Option {
        /// nil where the beat is left out.
        var count: Int?
        var span: Span
        var value: Double
    }

    private func options(of beat: SpokenBeat, isFirst: Bool) -> [Option] {
        let most = min(beat.durations.count, 100)
        let kept = (min(most, 1)...most).map { count in
            let short = beat.keeping(best: count)
            return Option(count: count, span: Span(short), value: value(of: short))
        }
        return isFirst ? kept : [Option(count: nil, span: Span(), value: 0)] + kept
    }

    private func value(of beat: SpokenBeat) -> Double {
        let first = beat.ranks.indices.min { beat.ranks[$0] < beat.ranks[$1] }
        return beat.ranks.indices.reduce(0) { sum, index in
            let rank = Double(beat.ranks[index]) - (index == first ? 0.6 : 0)
            return sum + pow(6, -rank) * Double(beat.durations[index])
        }
    }

    private func extended(_ row: [Cell?], by options: [Option]) -> [Cell?] {
        var next = [Cell?](repeating: nil, count: columns)
        for case let cell? in row {
            for option in options {
                let span = cell.span + option.span
                let column = column(of: span)
                guard column < columns else { continue }
                let value = cell.value + option.value
                if let there = next[column], there.value >= value { continue }
                next[column] = Cell(span: span, value: value, choice: option)
            }
        }
        return next
    }

    private func column(of span: Span) -> Int { (span.natural - Span.around.natural) / step }

    /// The most valuable cell that reaches the target; the nearest where none does.
    private func bestCell(of row: [Cell?]) -> Cell? {
        let cells = row.compactMap { $0 }
        let reaching = cells.filter { $0.span.miss(target) == 0 }
        guard reaching.isEmpty else { return reaching.max { score($0) < score($1) } }
        return cells.min { $0.span.miss(target) < $1.span.miss(target) }
    }

    /// The value less what unnatural pauses cost, and what an unnatural pace costs.
    private func score(_ cell: Cell) -> Double {
        let pauses = Double(abs(cell.span.natural - target)) / 10
        let pace = Double(max(cell.span.tight - target, target - cell.span.loose, 0)) / 3
        return cell.value - pauses - pace
    }

    /// Follows the choices back from the last beat to the first.
    private func trace(_ rows: [[Cell?]], from last: Cell) -> [SpokenBeat] {
        var kept: [SpokenBeat] = []
        var cell = last
        for index in beats.indices.reversed() {
            guard let choice = cell.choice else { break }
            if let count = choice.count { kept.append(beats[index].keeping(best: count)) }
            guard let previous = rows[index][column(of: cell.span - choice.span)] else { break }
            cell = previous
        }
        return kept.reversed()
    }
}

/// The lengths that beats can take, in milliseconds: with the fastest pace, tight, natural and
/// loose pauses, and the slowest pace.
private struct Span {
    var fastest = 0
    var tight = 0
    var natural = 0
    var loose = 0
    var slowest = 0

    /// What every choice takes: before the first word, and after the last more than after others.
    static let around = Span { pacing, _ in pacing.lead + pacing.hold - pacing.beatPause }

    init() {}

    init(_ beat: SpokenBeat) {
        self.init { beat.length($0, rate: $1, isLast: false) }
    }

    private init(_ length: (Pacing, Double) -> Int) {
        fastest = length(.tight, ScriptFitter.rates.upperBound)
        tight = length(.tight, 1)
        natural = length(.natural, 1)
        loose = length(.loose, 1)
        slowest = length(.loose, ScriptFitter.rates.lowerBound)
    }

    /// How far `target` lies outside what can be reached.
    func miss(_ target: Int) -> Int { max(fastest - target, target - slowest, 0) }

    static func + (a: Span, b: Span) -> Span { a.joined(b, +) }
    static func - (a: Span, b: Span) -> Span { a.joined(b, -) }

    private func joined(_ other: Span, _ join: (Int, Int) -> Int) -> Span {
        var span = Span()
        span.fastest = join(fastest, other.fastest)
        span.tight = join(tight, other.tight)
        span.natural = join(natural, other.natural)
        span.loose = join(loose, other.loose)
        span.slowest = join(slowest, other.slowest)
        return span
    }
}
