import Foundation

/// Finds texts that come or go at other times in B, or are not there, by what differs between frames
/// of the same moment.
///
/// A text that is 200 ms late leaves a patch in which the two differ for 200 ms, and nothing else.
/// Pairs are added in order of time.
struct CaptionMeter {
    /// What a text does otherwise in B.
    struct Delay: Hashable {
        /// Seconds of A's timeline at which it begins to differ.
        var time: Double
        /// Seconds by which B is late; negative where it is early.
        var delay: Double
    }

    /// Cells across and down; a line of captions is one to two cells high.
    static let (columns, rows) = (32, 18)

    /// The raster that frames are looked at in.
    static let (width, height) = (192, 108)

    /// What a cell shows, coarse enough to be kept for every frame of a long film.
    private struct Look {
        /// Mean luma, and the mean step between neighbours, by cell.
        var means: [UInt8]
        var details: [UInt8]
    }

    private struct Moment {
        var time: Double
        /// By cell: the mean difference, without the median of all.
        var differences: [UInt8]
        var a: Look
        var b: Look
    }

    private var moments: [Moment] = []

    /// Luma levels by which a cell differs where something stands in one picture alone.
    private static let leastDifference: UInt8 = 14

    /// The side on which a text came or went changed so many times as much as the other.
    private static let leastChange = 1.7

    /// Takes the luma of two frames of `width` by `height` that show the same moment, in seconds.
    mutating func add(_ a: [UInt8], _ b: [UInt8], at time: Double) {
        moments.append(
            Moment(
                time: time, differences: Self.differences(a, b), a: Self.look(a), b: Self.look(b)))
    }

    /// What was found: delays, and times at which a text of A is not in B.
    func finish() -> (delays: [Delay], missing: [Double]) {
        var (delays, missing): ([Delay], [Double]) = ([], [])
        for burst in bursts() {
            switch judge(burst) {
            case .delay(let delay): delays.append(delay)
            case .missing(let time): missing.append(time)
            case .other: break
            }
        }
        return (delays, missing)
    }

    // MARK: - Bursts

    private struct Burst {
        var moments: Range<Int>
        var cells: [Int]
    }

    private enum Judgement {
        case delay(Delay)
        case missing(Double)
        case other
    }

    /// Stretches in which a patch differs and the rest does not.
    private func bursts() -> [Burst] {
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
    private func judge(_ burst: Burst) -> Judgement {
        let (start, end) = (burst.moments.lowerBound, burst.moments.upperBound)
        guard start > 1, end < moments.count - 1 else { return .other }
        let middle = (start + end) / 2
        let first = changing(from: start - 2, to: middle, burst.cells)
        let last = changing(from: middle, to: end + 1, burst.cells)
        let length = moments[end].time - moments[start].time
        let time = moments[start].time
        switch (first, last) {
        case (.a?, .b?): return .delay(Delay(time: time, delay: length))
        case (.b?, .a?): return .delay(Delay(time: time, delay: -length))
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
        if a > b * Self.leastChange { return .a }
        return b > a * Self.leastChange ? .b : nil
    }

    /// How much the cells of both sides change between two moments.
    private func changes(from: Int, to: Int, _ cells: [Int]) -> (a: Double, b: Double) {
        func change(_ side: KeyPath<Moment, Look>) -> Double {
            let (old, new) = (moments[from][keyPath: side], moments[to][keyPath: side])
            return cells.reduce(0.0) { sum, cell in
                sum + abs(Double(old.means[cell]) - Double(new.means[cell]))
                    + abs(Double(old.details[cell]) - Double(new.details[cell]))
            }
        }
        return (change(\.a), change(\.b))
    }

    // MARK: - Cells

    private static func cellMeans(_ body: (Int, Int) -> Float) -> [Float] {
        let (across, down) = (width / columns, height / rows)
        return (0..<rows * columns).map { cell in
            let (x, y) = (cell % columns * across, cell / columns * down)
            var sum: Float = 0
            for row in y..<y + down {
                for column in x..<x + across { sum += body(column, row) }
            }
            return sum / Float(across * down)
        }
    }

    /// The mean absolute difference by cell, less the median of all: levels are judged elsewhere.
    private static func differences(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
        let cells = cellMeans { x, y in
            abs(Float(a[y * width + x]) - Float(b[y * width + x]))
        }
        let median = cells.sorted()[cells.count / 2]
        return cells.map { UInt8(max($0 - median, 0)) }
    }

    private static func look(_ luma: [UInt8]) -> Look {
        let details = cellMeans { x, y in
            let here = Float(luma[y * width + x])
            let right = Float(luma[y * width + min(x + 1, width - 1)])
            let below = Float(luma[min(y + 1, height - 1) * width + x])
            return abs(right - here) + abs(below - here)
        }
        return Look(
            means: cellMeans { Float(luma[$1 * width + $0]) }.map { UInt8($0) },
            details: details.map { UInt8(min($0, 255)) })
    }
}

extension CaptionMeter {
    /// The findings, and the median delay in milliseconds; nil where no text is late or early.
    func report() -> (offset: Double?, findings: [Comparison.Finding]) {
        let (delays, missing) = finish()
        // A frame or two is how frames of other rates meet.
        let late = delays.filter { 0.08...1.5 ~= abs($0.delay) }
        var findings: [Comparison.Finding] = []
        let sorted = late.map(\.delay).sorted()
        let median = sorted.isEmpty ? nil : sorted[sorted.count / 2]
        if let median, let first = late.first {
            let milliseconds = (median * 1000).rounded()
            let words = milliseconds > 0 ? "late" : "early"
            findings.append(
                Comparison.Finding(
                    .caption, .warning, at_ms: (first.time * 1000).rounded(), a: 0,
                    b: milliseconds,
                    "text in B is \(Int(abs(milliseconds))) ms \(words) "
                        + "(\(late.count) \(late.count == 1 ? "change" : "changes"))"))
        }
        for time in missing {
            findings.append(
                Comparison.Finding(
                    .textMissing, .warning, at_ms: (time * 1000).rounded(),
                    "a text of A is not in B"))
        }
        return (median.map { ($0 * 1000).rounded() }, findings)
    }
}
