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

    private struct Moment {
        var time: Double
        /// By cell: the mean difference, without the mean of all, and how much detail each has.
        var difference: [Float]
        var detailA: [Float]
        var detailB: [Float]
    }

    private var moments: [Moment] = []

    /// Luma levels by which a cell differs where something stands in one picture alone.
    private static let leastDifference: Float = 14

    /// A cell with a text has so many times the detail of the same cell without it.
    private static let leastDetail: Float = 1.35

    /// Takes the luma of two frames of `width` by `height` that show the same moment, in seconds.
    mutating func add(_ a: [UInt8], _ b: [UInt8], at time: Double) {
        moments.append(
            Moment(
                time: time, difference: Self.difference(a, b), detailA: Self.detail(a),
                detailB: Self.detail(b)))
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
            let cells = moment.difference.indices.filter {
                moment.difference[$0] > Self.leastDifference
            }
            // A cut or a move that is elsewhere differs all over.
            return cells.count * 3 > moment.difference.count ? [] : Set(cells)
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

    private func judge(_ burst: Burst) -> Judgement {
        let (start, end) = (burst.moments.lowerBound, burst.moments.upperBound)
        let time = moments[start].time
        let next = end < moments.count ? moments[end].time : moments[end - 1].time
        let length = next - time
        func detail(_ range: Range<Int>, _ side: KeyPath<Moment, [Float]>) -> Float {
            let range = range.clamped(to: 0..<moments.count)
            guard !range.isEmpty else { return 0 }
            let sum = range.reduce(Float(0)) { sum, index in
                sum + burst.cells.reduce(0) { $0 + moments[index][keyPath: side][$1] }
            }
            return sum / Float(range.count * burst.cells.count)
        }
        let (inA, inB) = (detail(burst.moments, \.detailA), detail(burst.moments, \.detailB))
        let isInA = inA > inB * Self.leastDetail
        let isInB = inB > inA * Self.leastDetail
        guard isInA || isInB else { return .other }
        let more = max(inA, inB)
        // Whether both have it before, and after: most of the detail that the one has in between.
        let near = 4
        func both(_ range: Range<Int>) -> Bool {
            min(detail(range, \.detailA), detail(range, \.detailB)) > (more + min(inA, inB)) / 2
        }
        let before = both(start - near..<start)
        let after = both(end..<end + near)
        switch (isInA, before, after) {
        case (true, false, true): return .delay(Delay(time: time, delay: length))
        case (true, true, false): return .delay(Delay(time: time, delay: -length))
        case (false, true, false): return .delay(Delay(time: time, delay: length))
        case (false, false, true): return .delay(Delay(time: time, delay: -length))
        case (true, false, false): return .missing(time)
        default: return .other
        }
    }

    // MARK: - Cells

    private static func cellMean(_ body: (Int, Int) -> Float) -> [Float] {
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
    private static func difference(_ a: [UInt8], _ b: [UInt8]) -> [Float] {
        let cells = cellMean { x, y in
            abs(Float(a[y * width + x]) - Float(b[y * width + x]))
        }
        let median = cells.sorted()[cells.count / 2]
        return cells.map { max($0 - median, 0) }
    }

    /// The mean step between neighbours by cell.
    private static func detail(_ luma: [UInt8]) -> [Float] {
        cellMean { x, y in
            let here = Float(luma[y * width + x])
            let right = Float(luma[y * width + min(x + 1, width - 1)])
            let below = Float(luma[min(y + 1, height - 1) * width + x])
            return abs(right - here) + abs(below - here)
        }
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
