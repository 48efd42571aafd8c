import Foundation

/// The sheet that a chart is drawn on, in units of about a pixel.
///
/// There are two, for text that shrinks with its drawing can't be read on a phone.
struct ChartSheet {
    /// The class of its drawings.
    var name: String
    var width: Double
    var height: Double
    var left: Double
    /// Steps on the axis of time, about.
    var steps: Int

    static let wide = ChartSheet(name: "wide", width: 1080, height: 190, left: 56, steps: 10)
    static let narrow = ChartSheet(name: "narrow", width: 360, height: 170, left: 44, steps: 4)

    private var right: Double { width - 12 }
    private var top: Double { 12 }
    private var bottom: Double { height - 30 }

    /// The most points of a line that can be told apart.
    var columns: Int { Int(right - left) / 2 }

    /// Returns an SVG of `lines` of `chart`, whose values lie in `range`.
    func drawing(
        of chart: Chart, _ lines: [Chart.Line], _ range: ClosedRange<Double>
    ) -> String {
        let ticks = Ticks(range, count: 4)
        let low = min(ticks.first, range.lowerBound)
        let high = max(ticks.last, range.upperBound)
        func x(_ time: Double) -> Double { left + time / chart.length * (right - left) }
        func y(_ value: Double) -> Double {
            bottom - (min(max(value, low), high) - low) / (high - low) * (bottom - top)
        }
        let label = HTML.escaped("\(chart.title): \(lines.map(\.name).joined(separator: ", "))")
        let (from, to) = (HTML.number(left, digits: 0), HTML.number(right, digits: 0))
        let size = [width, height].map { HTML.number($0, digits: 0) }.joined(separator: " ")
        var svg = """
            <svg class="chart \(name)" viewBox="0 0 \(size)" role="img" aria-label="\(label)" \
            data-chart="\(chart.id)" data-left="\(from)" data-right="\(to)">
            """
        for tick in ticks.values {
            let at = HTML.number(y(tick))
            svg += #"<line class="grid" x1="\#(from)" x2="\#(to)" y1="\#(at)" y2="\#(at)"/>"#
            svg += #"<text x="\#(HTML.number(left - 8))" y="\#(at)" dy="4" text-anchor="end">"#
            svg += Wording.number(tick, digits: ticks.digits) + "</text>"
        }
        for tick in Ticks(0...chart.length, count: steps).values where tick <= chart.length {
            svg += #"<text x="\#(HTML.number(x(tick)))" y="\#(HTML.number(height - 10))" "#
            svg += #"text-anchor="middle">"# + Self.clock(tick) + "</text>"
        }
        for line in lines {
            let points = line.points.map {
                "\(HTML.number(x($0.x), digits: 1)),\(HTML.number(y($0.y), digits: 1))"
            }
            svg += #"<polyline class="\#(line.side)" points="\#(points.joined(separator: " "))"/>"#
        }
        svg += #"<line class="playhead" x1="\#(from)" x2="\#(from)" y1="\#(HTML.number(top))" "#
        return svg + #"y2="\#(HTML.number(bottom))"/></svg>"#
    }

    private static func clock(_ seconds: Double) -> String {
        seconds < 60
            ? Wording.number(seconds, digits: 2) + " s"
            : String(format: "%d:%02d", Int(seconds) / 60, Int(seconds) % 60)
    }
}
