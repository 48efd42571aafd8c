import Foundation
import Media
import TestSupport
import Testing

/// Subtitle files as other programs write them.
struct CaptionFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(_ text: String) throws -> [FileLabels.Caption]? {
        let url = URL(filePath: folder.path("a.srt"))
        try Data(text.utf8).write(to: url)
        return CaptionFile.read(url)
    }

    @Test func subRipIsReadWithWindowsLineEnds() throws {
        let text =
            "\u{FEFF}1\r\n00:00:01,500 --> 00:00:02,000\r\n<i>One</i> < two\r\n\r\n"
            + "2\r\n01:00:03,000 --> 01:00:04,250 X1:0\r\nA\r\nB\r\n"
        #expect(
            try read(text) == [
                .init(start: 1500, end: 2000, text: "One < two"),
                .init(start: 3_603_000, end: 3_604_250, text: "A\nB"),
            ])
    }

    @Test func webVTTIsReadWithoutItsMarks() throws {
        let text = """
            WEBVTT

            NOTE nothing

            00:01.000 --> 00:02.000 line:80%
            <00:01.200><c.loud>R&amp;D</c>
            """
        #expect(try read(text) == [.init(start: 1000, end: 2000, text: "R&D")])
    }

    @Test(arguments: ["", "hello", "1\nx --> y\nz", "00:00:01,000 --> 00:00:02,000\n"])
    func whatHoldsNoCaptionsIsNone(text: String) throws {
        #expect(try read(text) == nil)
    }

    /// Files that are broken anywhere are read to some end.
    @Test func brokenFilesDoNoHarm() throws {
        let whole = Array("1\n00:00:01,500 --> 00:00:02,000\n<i>One</i>\n\n".utf8)
        let pieces = Array("<>-:,.&\n0919é".utf8)
        var state: UInt64 = 7
        for _ in 0..<300 {
            var bytes = whole
            for _ in 0..<4 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = pieces[Int(state >> 40) % pieces.count]
            }
            let url = URL(filePath: folder.path("b.srt"))
            try Data(bytes).write(to: url)
            _ = CaptionFile.read(url)
        }
    }
}
