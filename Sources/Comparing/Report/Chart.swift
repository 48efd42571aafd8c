import Foundation

/// Lines over time, drawn as SVG.
struct Chart {
    struct Line {
        /// "a", "b" or "both": its colour.
        var side: String
        var name: String
        var points: [(x: Double, y: Double)]
        /// Whether the smallest value of a pixel is shown, else the largest.
        var showsLeast = true
    }

    var id: String
    var title: String
    var unit: String
    var digits: Int
    /// Seconds; what the horizontal axis shows.
    var length: Double
    /// Values that the axis shows at least.
    var least: ClosedRange<Double>?
    var lines: [Line]

    /// The drawings for wide and for narrow screens, and the data behind them; nil where there is
    /// nothing to draw.
    func drawn() -> (svg: String, json: String)? {
        let lines = lines.map { thin($0, columns: 506) }.filter { $0.points.count > 1 }
        guard !lines.isEmpty, length > 0, let range = range(lines) else { return nil }
        let drawings = [ChartSheet.wide, .narrow].map { sheet in
            sheet.drawing(of: self, lines.map { thin($0, columns: sheet.columns) }, range)
        }
        return (drawings.joined(separator: "\n"), json(lines))
    }

    private func json(_ lines: [Line]) -> String {
        let parts = lines.map { line in
            let points = line.points.map {
                "[\(HTML.number($0.x)),\(HTML.number($0.y, digits: digits))]"
            }
            return
                "{\"name\":\(HTML.script(line.name)),\"points\":[\(points.joined(separator: ","))]}"
        }
        return "{\"length\":\(HTML.number(length, digits: 3)),\"unit\":\(HTML.script(unit)),"
            + "\"digits\":\(digits),\"lines\":[\(parts.joined(separator: ","))]}"
    }

    private func range(_ lines: [Line]) -> ClosedRange<Double>? {
        let values = lines.flatMap { $0.points.map(\.y) }
        guard var low = values.min(), var high = values.max() else { return nil }
        if let least { (low, high) = (min(low, least.lowerBound), max(high, least.upperBound)) }
        return high > low ? low...high : (low - 0.5)...(high + 0.5)
    }

    /// At most one point for each column of pixels: the extreme one, so that no dip is lost.
    private func thin(_ line: Line, columns: Int) -> Line {
        let usable = line.points.filter {
            $0.x.isFinite && $0.y.isFinite && (0...length).contains($0.x)
        }
        guard usable.count > columns else {
            var line = line
            line.points = usable
            return line
        }
        var kept: [Int: (x: Double, y: Double)] = [:]
        for point in usable {
            let column = Int(point.x / length * Double(columns))
            guard let old = kept[column] else {
                kept[column] = point
                continue
            }
            if line.showsLeast ? point.y < old.y : point.y > old.y { kept[column] = point }
        }
        var line = line
        line.points = kept.sorted { $0.key < $1.key }.map(\.value)
        return line
    }
}
