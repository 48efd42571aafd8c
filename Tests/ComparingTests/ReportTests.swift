import Comparing
import Foundation
import Testing

@Suite struct ReportTests {
    private var input: ReportInput {
        var a = FileFacts(path: "x/a <b> & \"c\".mp4")
        a.video = "h264"
        a.seconds = 4
        a.rates = [1e5, 2e5, 1e5, 1e5]
        var comparison = Comparison(file: .init(a: a, b: a))
        comparison.picture = Comparison.Picture()
        comparison.findings = [
            .init(.click, .warning, at_ms: 1500, a: 0, b: 1, "<script>alert(1)</script>")
        ]
        comparison.verdict = Comparison.Verdict(of: comparison)
        var input = ReportInput(comparison: comparison)
        input.series.times = (0..<100).map { Double($0) / 25 }
        input.series.psnr = (0..<100).map { $0 == 50 ? .infinity : 40 }
        input.series.ssim = (0..<100).map { $0 == 50 ? .nan : 0.98 }
        input.urlA = "./a.mp4"
        input.urlB = "./b.mp4"
        let still: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
        input.stills = [.init(time: 1.5, a: still, b: still, heat: [])]
        return input
    }

    @Test func textsAreEscaped() {
        let page = Report.html(input)
        #expect(!page.contains("<script>alert"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(page.contains("a &lt;b&gt; &amp; &quot;c&quot;.mp4"))
    }

    /// Nothing is loaded from anywhere but the two videos.
    @Test func nothingIsLoaded() throws {
        let page = Report.html(input)
        #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("@import"))
        let sources = page.matches(of: /(?:src|href)="([^"]*)"/).map { String($0.output.1) }
        #expect(sources.contains("./a.mp4") && sources.contains("./b.mp4"))
        #expect(sources.allSatisfy { $0.hasPrefix("data:") || $0.hasPrefix("./") })
    }

    /// Values that are not finite break neither the drawing nor the data.
    @Test func theDataIsJSON() throws {
        let page = Report.html(input)
        let start = try #require(page.firstRange(of: "id=\"data\">")).upperBound
        let end = try #require(page[start...].firstRange(of: "</script>")).lowerBound
        let data = try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8))
        let charts = (data as? [String: Any])?["charts"] as? [String: Any]
        #expect(charts?.keys.sorted() == ["psnr", "rate", "ssim"])
        #expect(!page.contains("points=\"nan") && !page.contains("inf,"))
    }

    /// Fifty clicks are one row with fifty times; three lost frames are three rows.
    @Test func manyOfOneKindShareARow() {
        var many = input
        many.comparison.findings =
            (0..<50).map { .init(.click, .warning, at_ms: Double($0) * 70, "B clicks") }
            + (0..<3).map { .init(.dropped, .warning, at_ms: Double($0) * 900, "B lost a frame") }
        let page = Report.html(many)
        #expect(page.ranges(of: "<li class=\"warning\">").count == 4)
        #expect(page.contains("50 times; first: B clicks"))
        #expect(page.ranges(of: "class=\"time\"").count == 53)
    }

    /// Zeros of pictures that were not compared are not shown as measured.
    @Test func whatWasNotMeasuredIsNoRow() {
        #expect(!Report.html(input).contains("Dropped frames"))
        var measured = input
        measured.comparison.picture?.psnr_y = 40
        measured.comparison.picture?.cuts_a = 2
        let page = Report.html(measured)
        #expect(page.contains("Dropped frames") && page.contains("Hard cuts"))
    }

    @Test func withoutVideosAndStillsThereIsNoViewer() {
        var bare = input
        bare.urlA = nil
        bare.stills = []
        #expect(!Report.html(bare).contains("id=\"viewer\""))
    }
}
