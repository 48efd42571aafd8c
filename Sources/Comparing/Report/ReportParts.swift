import Foundation

/// The sections of a report's page that are no charts and no table.
struct ReportParts {
    let input: ReportInput

    init(_ input: ReportInput) { self.input = input }

    private var comparison: Comparison { input.comparison }

    /// Whether anything says how B lies against A in time.
    private var isPlaced: Bool {
        comparison.picture?.psnr_y != nil || comparison.sound?.offset_ms != nil
    }

    var head: String {
        func side(_ letter: String, _ name: String, _ facts: FileFacts) -> String {
            let size = facts.width.map { "\($0) × \(facts.height ?? 0)" }
            let rate = facts.fps.map { Wording.number($0, digits: 3) + " fps" }
            let details = [
                size, rate, Wording.moment(facts.seconds), Wording.size(Double(facts.bytes)),
            ].compactMap { $0 }
            return """
                <div><b class="badge \(letter.lowercased())">\(letter)</b>\
                <span class="name">\(HTML.escaped(name))</span>\
                <span class="quiet">\(details.joined(separator: " · "))</span></div>
                """
        }
        return """
            <header><h1>\(HTML.escaped(input.title))</h1>
            <div class="sides">\(side("A", input.nameA, comparison.file.a))
            \(side("B", input.nameB, comparison.file.b))</div></header>
            """
    }

    var verdict: String {
        let verdict = comparison.verdict
        let (mood, heading) =
            switch (verdict.same, verdict.better) {
            case (true, _): ("same", "No visible difference")
            case (_, "a"): ("a", "A is better")
            case (_, "b"): ("b", "B is better")
            default: ("differ", "They differ, neither is better")
            }
        let counts = [
            ("error", "errors", "error"), ("warning", "warnings", "warning"),
            ("info", "notes", "note"),
        ].compactMap { severity, many, one -> String? in
            let count = comparison.findings.count { $0.severity.rawValue == severity }
            guard count > 0 else { return nil }
            return #"<span class="chip \#(severity)">\#(count) \#(count == 1 ? one : many)</span>"#
        }
        return """
            <section class="verdict \(mood)"><h2>\(heading)</h2>
            <p>\(HTML.escaped(verdict.why))</p>
            <div class="chips">\(counts.joined())</div></section>
            """
    }

    /// The few numbers that most people ask for.
    var figures: String {
        let (picture, sound) = (comparison.picture, comparison.sound)
        func figure(_ name: String, _ value: String?, _ unit: String) -> String? {
            guard let value else { return nil }
            let unit = unit.isEmpty ? "" : " <small>\(unit)</small>"
            return "<div><dt>\(name)</dt><dd>\(value)\(unit)</dd></div>"
        }
        func pair(_ a: Double?, _ b: Double?, _ digits: Int) -> String? {
            guard let a, let b else { return nil }
            return Wording.fixed(a, digits: digits) + #" <span class="quiet">/</span> "#
                + Wording.fixed(b, digits: digits)
        }
        let figures = [
            figure("SSIM", picture?.ssim_y.map { Wording.fixed($0, digits: 4) }, ""),
            figure("PSNR", picture?.psnr_y.map { Wording.fixed($0, digits: 1) }, "dB"),
            figure("VMAF", picture?.vmaf.map { Wording.fixed($0, digits: 1) }, ""),
            figure("Colour", picture?.colour_de.map { Wording.fixed($0, digits: 2) }, "ΔE"),
            figure(
                "Offset", isPlaced ? Wording.fixed(comparison.alignment.offset_ms, digits: 1) : nil,
                "ms"),
            figure("Loudness A / B", pair(sound?.lufs_a, sound?.lufs_b, 1), "LUFS"),
            figure(
                "Trembling A / B",
                pair(comparison.motion?.tremble_a, comparison.motion?.tremble_b, 2), "px/f²"),
        ].compactMap { $0 }
        return #"<dl class="figures">\#(figures.joined())</dl>"#
    }

    var notes: String {
        let sides = [("A", comparison.file.a), ("B", comparison.file.b)]
        guard sides.contains(where: { !$0.1.notes.isEmpty }) else { return "" }
        let lists = sides.map { letter, facts in
            let items = facts.notes.map { "<li>\(HTML.escaped($0))</li>" }.joined()
            return """
                <div><b class="badge \(letter.lowercased())">\(letter)</b>\
                \(items.isEmpty ? "<p>Nothing to say.</p>" : "<ul>\(items)</ul>")</div>
                """
        }
        return """
            <h2 class="section">About the files</h2>
            <section class="card notes">\(lists.joined())</section>
            """
    }
}
