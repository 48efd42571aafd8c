import Foundation

/// What of the picture's measures is worth saying.
enum PictureFindings {
    /// B's detail over A's below which it is blurred, and above which A is.
    static let blurred = 0.75

    /// How much more of the gradients must lie in steps of B, or of A: a weak encode smooths some.
    static let banded = 0.12
    static let bandedBefore = 0.25

    /// Mean ΔE2000 from which a change of all colours is said.
    static let coloured = 1.5

    /// The change of mean luma that a level is said from where there is banding.
    private static let leastLevel = 4.0

    static func all(
        _ picture: Comparison.Picture, _ fit: ColorFit, _ colors: ColorSamples
    ) -> [Comparison.Finding] {
        let banding = banding(picture)
        let color = color(fit, colors, picture.colour_de ?? 0).filter {
            // Fewer tones are a little brighter or darker ones, too.
            $0.kind != .level || banding == nil || abs(($0.b ?? 0) - ($0.a ?? 0)) >= leastLevel
        }
        return color + [blur(picture), banding].compactMap { $0 }
    }

    private static func color(
        _ fit: ColorFit, _ colors: ColorSamples, _ difference: Double
    ) -> [Comparison.Finding] {
        let (a, b) = (colors.a.map(\.x).mean ?? 0, colors.b.map(\.x).mean ?? 0)
        guard let mistake = fit.mistake else {
            guard fit.isGraded, difference >= coloured else { return [] }
            return [
                Comparison.Finding(
                    .colour, .warning, a: 0, b: difference,
                    "B's colours differ by ΔE \(text(difference)), in the same way everywhere:"
                        + " another grading or saturation")
            ]
        }
        var findings: [Comparison.Finding] = []
        if let message = mistake.matrix.message {
            let isOld = mistake.matrix == .bt601
            findings.append(
                Comparison.Finding(
                    .matrix, .error, a: isOld ? 709 : 601, b: isOld ? 601 : 709,
                    "\(message): colours are off by ΔE \(text(difference))"))
        }
        if let message = mistake.range.message {
            let look = mistake.range == .full ? "harsh, dark and bright ends crushed" : "pale"
            findings.append(
                Comparison.Finding(
                    .range, .error, a: a, b: b,
                    "\(message): it is \(look); mean luma \(text(a)) in A, \(text(b)) in B"))
        }
        if mistake.gain != 1 || mistake.offset != 0 {
            let word = b >= a ? "brighter" : "darker"
            findings.append(
                Comparison.Finding(
                    .level, abs(b - a) >= 8 ? .error : .warning, a: a, b: b,
                    "B is \(text(abs(b - a))) of 255 values \(word) in the mean: its luma is A's"
                        + " × \(String(format: "%.3f", mistake.gain))"
                        + " \(mistake.offset < 0 ? "−" : "+") \(text(abs(mistake.offset)))"))
        }
        return findings
    }

    private static func blur(_ picture: Comparison.Picture) -> Comparison.Finding? {
        guard let ratio = picture.sharpness_ratio else { return nil }
        let percent = String(format: "%.0f", min(ratio, 1 / ratio) * 100)
        if ratio < blurred {
            return Comparison.Finding(
                .blur, ratio < 0.6 ? .error : .warning, a: 1, b: ratio,
                "B is softer: its edges have \(percent) % of A's detail")
        }
        guard ratio > 1 / blurred else { return nil }
        return Comparison.Finding(
            .blur, .info, a: 1, b: ratio, "A is softer: its edges have \(percent) % of B's detail")
    }

    private static func banding(_ picture: Comparison.Picture) -> Comparison.Finding? {
        guard let a = picture.banding_a, let b = picture.banding_b,
            b - a >= banded || a - b >= bandedBefore
        else {
            return nil
        }
        let (worse, better) = b > a ? ("B", "A") : ("A", "B")
        let (more, less) = (max(a, b) * 100, min(a, b) * 100)
        return Comparison.Finding(
            .banding, b > a ? .warning : .info, a: a, b: b,
            "\(worse) shows steps in soft gradients: \(String(format: "%.0f", more)) % of them,"
                + " \(String(format: "%.0f", less)) % in \(better)")
    }

    private static func text(_ value: Double) -> String { String(format: "%.1f", value) }
}
