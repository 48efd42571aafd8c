import Foundation
import Inspecting

extension PictureMeasures {
    /// Adds the measures in words, each with its figure.
    func addRows(to report: inout ReportText) {
        for (index, swatch) in palette.enumerated() where swatch.share >= 0.005 {
            report.add(
                index == 0 ? "colours" : "",
                String(format: "%@ %3.0f %%  %@", swatch.hex, swatch.share * 100, swatch.name))
        }
        report.add(
            "light",
            String(
                format: "%@: mean %.0f %%; %.0f %% dark, %.0f %% bright tones", brightnessWord,
                brightness * 100, darkShare * 100, brightShare * 100))
        report.add(
            "contrast", String(format: "%@: deviation %.0f %%", contrastWord, contrast * 100))
        report.add(
            "sharpness",
            String(format: "%@: variance of the Laplacian %.0f", sharpnessWord, sharpness))
        report.add("focus", "\(focus.words): a guess at where the eye goes first")
        report.add("details", details.map(\.words).joined(separator: "; "))
        report.add("transparency", transparency)
    }

    private var brightnessWord: String {
        Self.word(
            brightness, ["dark", "rather dark", "medium", "bright", "very bright"],
            [0.25, 0.42, 0.6, 0.78])
    }

    private var contrastWord: String {
        Self.word(contrast, ["very low", "low", "medium", "strong"], [0.08, 0.15, 0.25])
    }

    private var sharpnessWord: String {
        Self.word(sharpness, ["very soft", "soft", "medium", "sharp"], [20, 100, 400])
    }

    private var transparency: String {
        transparentShare == 0
            ? "none" : String(format: "%.1f %% of the pixels", transparentShare * 100)
    }

    /// The word of the range that `value` falls into; each bound begins the next range.
    private static func word(_ value: Double, _ words: [String], _ bounds: [Double]) -> String {
        words[bounds.count { value >= $0 }]
    }
}

extension PictureMeasures.Point {
    /// "upper left (25 %, 30 %)".
    fileprivate var words: String {
        let row = y < 0.38 ? "upper" : y > 0.62 ? "lower" : ""
        let column = x < 0.38 ? "left" : x > 0.62 ? "right" : ""
        let place =
            switch (row, column) {
            case ("", ""): "middle"
            case ("", _): column
            case (_, ""): "\(row) middle"
            default: "\(row) \(column)"
            }
        return String(format: "%@ (%.0f %% across, %.0f %% down)", place, x * 100, y * 100)
    }
}
