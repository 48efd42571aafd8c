import Foundation

/// The charts of a report.
struct ReportCharts {
    private(set) var charts: [Chart] = []

    init(_ input: ReportInput) {
        let (series, alignment) = (input.series, input.comparison.alignment)
        let (fileA, fileB) = (input.comparison.file.a, input.comparison.file.b)
        let length = max(fileA.seconds, series.times.last ?? 0)
        /// B's time on A's timeline.
        func aligned(_ time: Double) -> Double {
            (time - alignment.offset_ms / 1000) / (1 + alignment.drift_ppm / 1e6)
        }
        func add(
            _ id: String, _ title: String, _ unit: String, _ digits: Int,
            _ least: ClosedRange<Double>?, _ lines: [Chart.Line]
        ) {
            charts.append(
                Chart(
                    id: id, title: title, unit: unit, digits: digits, length: length, least: least,
                    lines: lines))
        }
        // Frames that are equal to the bit have no finite PSNR.
        let psnr = zip(series.times, series.psnr).map { (x: $0, y: min($1, Self.psnrCap)) }
        let ssim = zip(series.times, series.ssim).map { (x: $0, y: $1) }
        add("psnr", "PSNR of luma", "dB", 1, nil, [.init(side: "both", name: "PSNR", points: psnr)])
        add(
            "ssim", "SSIM of luma", "", 4, 0.98...1,
            [.init(side: "both", name: "SSIM", points: ssim)])
        func loudness(
            _ envelope: ReportInput.Envelope?, _ time: (Double) -> Double
        ) -> [(x: Double, y: Double)] {
            guard let envelope else { return [] }
            return envelope.values.enumerated().map { index, value in
                (x: time((Double(index) + 0.5) * envelope.step), y: max(value, Self.silence))
            }
        }
        add(
            "loudness", "Loudness", "dB", 1, -40...0,
            [
                .init(
                    side: "a", name: "A", points: loudness(input.envelopeA, { $0 }),
                    showsLeast: false),
                .init(
                    side: "b", name: "B", points: loudness(input.envelopeB, aligned),
                    showsLeast: false),
            ])
        func rates(_ file: FileFacts, _ time: (Double) -> Double) -> [(x: Double, y: Double)] {
            file.rates.enumerated().map { (x: time(Double($0) + 0.5), y: $1 * 8 / 1e6) }
        }
        add(
            "rate", "Bit rate", "Mbit/s", 2, 0...0.1,
            [
                .init(side: "a", name: "A", points: rates(fileA, { $0 }), showsLeast: false),
                .init(side: "b", name: "B", points: rates(fileB, aligned), showsLeast: false),
            ])
    }

    private static let psnrCap = 100.0
    private static let silence = -70.0

    /// The section and the data behind it.
    func html() -> (section: String, json: String) {
        var section = ""
        var data: [String] = []
        for chart in charts {
            guard let drawn = chart.drawn() else { continue }
            let unit = chart.unit.isEmpty ? "" : " <small>\(chart.unit)</small>"
            let sides = chart.lines.map(\.side)
            let key =
                sides == ["both"]
                ? "" : #"<span class="key"><i class="a"></i>A <i class="b"></i>B</span>"#
            section += """
                <figure class="card plot"><figcaption>\(chart.title)\(unit)\
                <output data-for="\(chart.id)"></output>\(key)</figcaption>\(drawn.svg)</figure>

                """
            data.append("\(HTML.script(chart.id)):\(drawn.json)")
        }
        return (section, "{\(data.joined(separator: ","))}")
    }
}
