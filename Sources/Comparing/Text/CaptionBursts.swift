/// Stretches in which a patch differs between two films and the rest does not.
struct CaptionBursts {
    let moments: [CaptionMoment]

    /// Luma levels by which a cell differs where something stands in one picture alone.
    private static let leastDifference: UInt8 = 14

    /// The side on which a text came or went changed so many times as much as the other.
    private static let leastChange = 1.7

    /// Levels by which a text that comes or goes changes a cell at least: a soft picture that moves
    /// by less differs from a sharp one as well.
    private static let leastMove = 8.0

    struct Burst {
        var moments: Range<Int>
        var cells: [Int]
    }

    /// What a burst comes from.
    enum Judgement {
        case delay(CaptionMeter.Delay)
        case missing(Double)
        case other
    }

    /// Finds them, in order.
    func all() -> [Burst] {
        let active = moments.map { moment -> Set<Int> in
            let cells = moment.differences.indices.filter {
                moment.differences[$0] > Self.leastDifference
            }
            // A cut or a move that is elsewhere differs all over.
            return cells.count * 3 > moment.differences.count ? [] : Set(cells)
        }
        var bursts: [Burst] = []
        var start: Int?
        for index in 0...active.count {
            let isActive = index < active.count && active[index].count >= 3
            if isActive, start == nil { start = index }
            guard !isActive, let begin = start else { continue }
            start = nil
            let counts = active[begin..<index].reduce(into: [Int: Int]()) { counts, cells in
                for cell in cells { counts[cell, default: 0] += 1 }
            }
            let cells = counts.filter { $0.value * 2 >= index - begin }.keys.sorted()
            if cells.count >= 3 { bursts.append(Burst(moments: begin..<index, cells: cells)) }
        }
        return bursts
    }

    /// Tells by who changed when: a text that is late in B came in A at the burst's start and in B at
    /// its end.
    func judge(_ burst: Burst) -> Judgement {
        let (start, end) = (burst.moments.lowerBound, burst.moments.upperBound)
        guard start > 1, end < moments.count - 1 else { return .other }
        let middle = (start + end) / 2
        let first = changing(from: start - 2, to: middle, burst.cells)
        let last = changing(from: middle, to: end + 1, burst.cells)
        let length = moments[end].time - moments[start].time
        let time = moments[start].time
        switch (first, last) {
        case (.a?, .b?): return .delay(.init(time: time, delay: length))
        case (.b?, .a?): return .delay(.init(time: time, delay: -length))
        case (.a?, .a?):
            // A text that is softer in B comes and goes there as well, if by less.
            let isMissing = [(start - 2, middle), (middle, end + 1)].allSatisfy {
                changes(from: $0.0, to: $0.1, burst.cells).a
                    > 2.2 * changes(from: $0.0, to: $0.1, burst.cells).b
            }
            return isMissing && length >= 0.4 ? .missing(time) : .other
        default: return .other
        }
    }

    private enum Side { case a, b }

    /// The side whose cells change between two moments; nil where both do, or none.
    private func changing(from: Int, to: Int, _ cells: [Int]) -> Side? {
        let (a, b) = changes(from: from, to: to, cells)
        guard max(a, b) >= Self.leastMove * Double(cells.count) else { return nil }
        if a > b * Self.leastChange { return .a }
        return b > a * Self.leastChange ? .b : nil
    }

    /// How much the cells of both sides change between two moments.
    private func changes(from: Int, to: Int, _ cells: [Int]) -> (a: Double, b: Double) {
        func change(_ side: KeyPath<CaptionMoment, CaptionMoment.Look>) -> Double {
            let (old, new) = (moments[from][keyPath: side], moments[to][keyPath: side])
            return cells.reduce(0.0) { sum, cell in
                sum + abs(Double(old.means[cell]) - Double(new.means[cell]))
                    + abs(Double(old.details[cell]) - Double(new.details[cell]))
            }
        }
        return (change(\.a), change(\.b))
    }
}
