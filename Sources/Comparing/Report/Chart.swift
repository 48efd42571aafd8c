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

    static let width = 1080.0
    static let height = 190.0
    static let left = 56.0
    static let right = 1068.0
    private static let top = 12.0
    private static let bottom = 160.0

    /// Nil where there is nothing to draw.
    func drawn() -> (svg: String, json: String)? {
        let thinned = lines.map(thin).filter { $0.points.count > 1 }
        guard !thinned.isEmpty, length > 0, let range = range(thinned) else { return nil }
        let ticks = Ticks(range, count: 4)
        let low = min(ticks.first, range.lowerBound)
        let high = max(ticks.last, range.upperBound)
        func x(_ time: Double) -> Double {
            Self.left + time / length * (Self.right - Self.left)
        }
        func y(_ value: Double) -> Double {
            Self.bottom
                - (min(max(value, low), high) - low) / (high - low) * (Self.bottom - Self.top)
        }
        let label = HTML.escaped("\(title): \(thinned.map(\.name).joined(separator: ", "))")
        var svg = """
            <svg class="chart" viewBox="0 0 1080 190" role="img" aria-label="\(label)" \
            data-chart="\(id)">
            """
        for tick in ticks.values {
            let at = HTML.number(y(tick))
            svg += #"<line class="grid" x1="56" x2="1068" y1="\#(at)" y2="\#(at)"/>"#
            svg += #"<text x="48" y="\#(at)" dy="4" text-anchor="end">"#
            svg += Wording.number(tick, digits: ticks.digits) + "</text>"
        }
        for tick in Ticks(0...length, count: 10).values where tick <= length {
            svg += #"<text x="\#(HTML.number(x(tick)))" y="180" text-anchor="middle">"#
            svg += Self.clock(tick) + "</text>"
        }
        for line in thinned {
            let points = line.points.map {
                "\(HTML.number(x($0.x), digits: 1)),"
                    + HTML.number(y($0.y), digits: 1)
            }
            svg += #"<polyline class="\#(line.side)" points="\#(points.joined(separator: " "))"/>"#
        }
        svg += #"<line class="playhead" x1="56" x2="56" y1="12" y2="160"/></svg>"#
        return (svg, json(thinned))
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
    private func thin(_ line: Line) -> Line {
        let columns = 506
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

    private static func clock(_ seconds: Double) -> String {
        seconds < 60
            ? Wording.number(seconds, digits: 2) + " s"
            : String(format: "%d:%02d", Int(seconds) / 60, Int(seconds) % 60)
    }
}
