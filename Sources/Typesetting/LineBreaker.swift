/// Splits one paragraph into lines.
///
/// Lengths are em of the requested size.
struct LineBreaker {
    /// The indices after which a line may end, rising; the last is the count of clusters.
    private let ends: [Int]

    /// The sum of the advances before each cluster.
    private let position: [Double]

    /// For each possible end the index after the last cluster that is no hanging space.
    private let inkEnd: [Int]

    /// The spacing in every advance, which the last cluster of a line does not need.
    private let spacing: Double

    /// - Parameters:
    ///   - paragraph: What to split.
    ///   - advances: The advance of each cluster of `paragraph` with its spacing.
    ///   - spacing: What of these is spacing.
    init(_ paragraph: Paragraph, advances: [Double], spacing: Double) {
        let count = paragraph.clusters.count
        ends =
            (0..<count).filter { paragraph.clusters[$0].mayBreakAfter && $0 < count - 1 }
            .map { $0 + 1 } + [count]
        var position = [0.0]
        var inkEnd = [0]
        for (index, cluster) in paragraph.clusters.enumerated() {
            position.append(position[index] + advances[index])
            inkEnd.append(cluster.isSpace ? inkEnd[index] : index + 1)
        }
        self.position = position
        self.inkEnd = inkEnd
        self.spacing = spacing
    }

    /// Lines of a paragraph as ranges of clusters.
    struct Lines {
        var ranges: [Range<Int>]

        /// Whether a word was too long for a line and had to be split.
        var splitsWord = false
    }

    /// Returns the width of the clusters in `range`; spaces at the end hang and have none.
    func width(_ range: Range<Int>) -> Double {
        let end = inkEnd[range.upperBound]
        guard end > range.lowerBound else { return 0 }
        return position[end] - position[range.lowerBound] - spacing
    }

    /// Fills line after line up to `width`.
    ///
    /// A word longer than a line is split between clusters; a line has at least one cluster.
    func lines(width: Double) -> Lines {
        let count = position.count - 1
        var result = Lines(ranges: [])
        var start = 0
        var next = 0
        while start < count {
            while ends[next] <= start { next += 1 }
            var end = start
            while next < ends.count, self.width(start..<ends[next]) <= width + Self.tolerance {
                end = ends[next]
                next += 1
            }
            if end == start {
                result.splitsWord = result.splitsWord || ends[next] > start + 1
                end = start + 1
                while end < ends[next], self.width(start..<end + 1) <= width + Self.tolerance {
                    end += 1
                }
            }
            result.ranges.append(start..<end)
            start = end
        }
        return result.ranges.isEmpty ? Lines(ranges: [0..<0]) : result
    }

    /// Sums of advances differ in the last bits; this is far below any visible length.
    private static let tolerance = 1e-6

    /// Returns as many lines as `lines(width:)`, but as even as the words allow.
    ///
    /// The sum of widths is nearly the same for every choice, so the least sum of their squares is
    /// the least ragged one. Long texts, where it would not show, are left as they are.
    func balancedLines(width: Double) -> Lines {
        let filled = lines(width: width)
        let count = filled.ranges.count
        guard count > 1, count <= 12, ends.count <= 600, !filled.splitsWord else { return filled }
        var table = BalanceTable(ends: [0] + ends)
        for _ in 0..<count {
            table.addLine { range in
                let length = self.width(range)
                return length <= width + Self.tolerance ? length * length : nil
            }
        }
        return table.ranges.map { Lines(ranges: $0) } ?? filled
    }
}

/// The cheapest ways to reach each possible line end in a given number of lines.
private struct BalanceTable {
    let ends: [Int]
    private var cost: [Double]
    private var previous: [[Int]] = []

    /// - Parameter ends: The possible line ends, the start of the text first.
    init(ends: [Int]) {
        self.ends = ends
        cost = [0] + [Double](repeating: .infinity, count: ends.count - 1)
    }

    /// Adds a line; `lineCost` is nil for one that is too long.
    mutating func addLine(_ lineCost: (Range<Int>) -> Double?) {
        var next = [Double](repeating: .infinity, count: ends.count)
        var from = [Int](repeating: -1, count: ends.count)
        for end in ends.indices.dropFirst() {
            for start in (0..<end).reversed() {
                guard let added = lineCost(ends[start]..<ends[end]) else { break }
                guard cost[start] + added < next[end] else { continue }
                next[end] = cost[start] + added
                from[end] = start
            }
        }
        cost = next
        previous.append(from)
    }

    /// The best lines that reach the end of the text, nil where none do.
    var ranges: [Range<Int>]? {
        var end = ends.count - 1
        var result: [Range<Int>] = []
        for line in previous.reversed() {
            guard end > 0, line[end] >= 0 else { return nil }
            result.append(ends[line[end]]..<ends[end])
            end = line[end]
        }
        return end == 0 ? result.reversed() : nil
    }
}
