import Comparing
import Foundation

/// A comparison for people on a terminal: the verdict first, then what was found, then values.
struct ComparisonText {
    private var report = ReportText()

    var text: String { report.lines.joined(separator: "\n") }

    init(_ comparison: Comparison) {
        let verdict = comparison.verdict
        report.add(
            heading: verdict.same
                ? "No visible difference"
                : verdict.better == "equal"
                    ? "They differ, neither is better"
                    : "\(verdict.better.uppercased()) is better")
        report.add(verdict.why)
        findings(comparison.findings)
        picture(comparison)
        sound(comparison)
        for (side, file) in [("A", comparison.file.a), ("B", comparison.file.b)] {
            report.add(heading: "\(side): \(ReportText.printable(file.path))")
            Self.add(file, to: &report)
        }
    }

    /// What keeps a comparison from being whole, as sentences.
    static func lacks(of comparison: Comparison) -> [String] {
        let files = [comparison.file.a, comparison.file.b]
        let blind = files.filter { $0.video == nil }.map {
            "\($0.path): there is no picture in it; only the sound can be compared"
        }
        let isApart =
            !blind.isEmpty && files.contains { $0.audio == nil }
            ? ["nothing in them can be compared"] : []
        return blind + isApart
    }

    /// The facts of one file alone.
    static func text(_ file: FileFacts) -> String {
        var report = ReportText()
        add(file, to: &report)
        return report.lines.joined(separator: "\n")
    }

    private mutating func findings(_ findings: [Comparison.Finding]) {
        guard !findings.isEmpty else { return }
        report.add(heading: "Findings")
        let order: [Comparison.Finding.Severity] = [.error, .warning, .info]
        for severity in order {
            for finding in findings where finding.severity == severity {
                let time = finding.at_ms.map { " (at \(Wording.moment($0 / 1000)))" } ?? ""
                let label = severity == .info ? "note" : severity.rawValue
                report.add(label, "\(finding.kind.title): \(finding.message)\(time)")
            }
        }
    }

    private mutating func picture(_ comparison: Comparison) {
        report.add(heading: "Picture")
        let alignment = comparison.alignment
        report.add(
            "offset",
            "\(Wording.fixed(alignment.offset_ms, digits: 1)) ms, drift "
                + "\(Wording.fixed(alignment.drift_ppm, digits: 0)) ppm")
        guard let picture = comparison.picture else {
            let isMissing = [comparison.file.a, comparison.file.b].contains { $0.video == nil }
            report.add("not compared" + (isMissing ? ": there is no picture in one of them" : ""))
            return
        }
        report.add("PSNR", picture.psnr_y.map { Wording.fixed($0, digits: 2) + " dB" })
        report.add("SSIM", picture.ssim_y.map { Wording.fixed($0, digits: 4) })
        report.add("MS-SSIM", picture.ms_ssim.map { Wording.fixed($0, digits: 4) })
        report.add("VMAF", picture.vmaf.map { Wording.fixed($0, digits: 1) })
        report.add("colour", picture.colour_de.map { "ΔE " + Wording.fixed($0, digits: 2) })
        report.add(
            "detail", picture.sharpness_ratio.map { "B has \(Wording.fixed($0, digits: 3)) of A's" }
        )
        report.add("banding", Self.pair(picture.banding_a, picture.banding_b, "", 3))
        let motion = comparison.motion
        report.add("trembling", Self.pair(motion?.tremble_a, motion?.tremble_b, " px/frame²", 3))
        report.add("frames", "\(picture.dropped) dropped, \(picture.duplicated) duplicated")
        report.add("cuts", Self.cuts(picture))
    }

    private static func cuts(_ picture: Comparison.Picture) -> String? {
        guard let a = picture.cuts_a, let b = picture.cuts_b else { return nil }
        let matched = picture.cuts_matched.map { ", \($0) matched" } ?? ""
        return "A \(a), B \(b)\(a + b > 0 ? matched : "")"
    }

    private mutating func sound(_ comparison: Comparison) {
        report.add(heading: "Sound")
        guard let sound = comparison.sound else {
            let isMissing = [comparison.file.a, comparison.file.b].contains { $0.audio == nil }
            report.add("not compared" + (isMissing ? ": there is no sound in one of them" : ""))
            return
        }
        report.add("offset", sound.offset_ms.map { Wording.fixed($0, digits: 1) + " ms" })
        report.add("loudness", Self.pair(sound.lufs_a, sound.lufs_b, " LUFS", 1))
        report.add("true peak", Self.pair(sound.peak_a, sound.peak_b, " dBTP", 1))
        report.add("clicks", "A \(sound.clicks_a), B \(sound.clicks_b)")
    }

    private static func pair(_ a: Double?, _ b: Double?, _ unit: String, _ digits: Int) -> String? {
        guard a != nil || b != nil else { return nil }
        func text(_ value: Double?) -> String {
            value.map { Wording.fixed($0, digits: digits) + unit } ?? "–"
        }
        return "A \(text(a)), B \(text(b))"
    }

    private static func add(_ file: FileFacts, to report: inout ReportText) {
        let size = file.width.map { "\($0)x\(file.height ?? 0)" }
        let rate = file.fps.map { "\(Wording.number($0, digits: 3)) fps" }
        let video = [file.video, file.profile, file.level, size, rate, file.pixel_format]
        report.add("picture", video.compactMap { $0 }.joined(separator: " "))
        let sampling = file.audio_rate.map { "\($0) Hz" }
        let channels = file.channels.map { "\($0) channels" }
        let sound = [file.audio, file.audio_profile, sampling, channels]
        report.add("sound", sound.compactMap { $0 }.joined(separator: " "))
        report.add(
            "file",
            "\(file.container), \(Wording.moment(file.seconds)), "
                + "\(Wording.size(Double(file.bytes))), \(Wording.rate(file.bit_rate))")
        for note in file.notes { report.add("note", note) }
    }
}
