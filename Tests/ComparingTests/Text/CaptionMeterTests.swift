import Foundation
import Media
import TestSupport
import Testing

@testable import Comparing

/// Boxes of words over a moving picture, which ffmpeg draws at other times.
@Suite struct CaptionMeterTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// 3.3 seconds with a caption from `start` to `end`.
    private func film(_ name: String, _ start: Double, _ end: Double, crf: Int = 20) throws
        -> String?
    {
        guard let ffmpeg = Tool.find("ffmpeg") else { return nil }
        let (picture, path) = (folder.path("picture.png"), folder.path(name))
        if !FileManager.default.fileExists(atPath: picture) {
            let sample = Fixtures.checkout.appending(path: "samples/robot.jpg").path
            _ = try Tool.run(ffmpeg, ["-v", "error", "-i", sample, "-vf", "scale=800:-2", picture])
        }
        let pan = "crop=640:360:x='20+t*30':y=100"
        // Letters as a grid of boxes: no font is needed.
        let letters = (0..<14).map { index in
            "drawbox=x=\(150 + index * 24):y=\(300 + index % 2 * 4):w=12:h=22:color=white:t=fill"
                + ":enable='between(t,\(start),\(end))'"
        }
        let made = try Tool.run(
            ffmpeg,
            [
                "-v", "error", "-loop", "1", "-t", "3.3", "-i", picture, "-vf",
                ([pan] + letters).joined(separator: ","), "-r", "25", "-c:v", "libx264", "-crf",
                String(crf), "-preset", "veryfast", "-pix_fmt", "yuv420p", path,
            ])
        try #require(made.status == 0, "\(made.standardError)")
        return path
    }

    private func measure(_ a: String, _ b: String) throws -> CaptionMeter {
        let first = try VideoScan(path: a, width: CaptionMeter.width, height: CaptionMeter.height)
        let second = try VideoScan(path: b, width: CaptionMeter.width, height: CaptionMeter.height)
        var meter = CaptionMeter()
        while let a = try first.next(), let b = try second.next() {
            meter.add(a.luma, b.luma, at: a.time)
        }
        return meter
    }

    @Test(arguments: [0.2, -0.2, 0.4]) func aDelayIsFoundWithItsSign(delay: Double) throws {
        guard let a = try film("a.mp4", 1, 2.5),
            let b = try film("b.mp4", 1 + delay, 2.5 + delay, crf: 24)
        else { return }
        let (offset, findings) = try measure(a, b).report()
        #expect(abs((offset ?? 0) - delay * 1000) <= 45, "\(offset ?? 0)")
        #expect(findings.map(\.kind) == [.caption])
    }

    @Test func aTextThatIsMissingIsFound() throws {
        guard let a = try film("a.mp4", 1, 2.5), let b = try film("b.mp4", 9, 10) else { return }
        let (_, findings) = try measure(a, b).report()
        #expect(findings.map(\.kind) == [.textMissing])
        #expect(abs((findings.first?.at_ms ?? 0) - 1000) < 60)
    }

    @Test(arguments: [18, 26]) func anotherEncodingIsNoDelay(crf: Int) throws {
        guard let a = try film("a.mp4", 1, 2.5), let b = try film("b.mp4", 1, 2.5, crf: crf) else {
            return
        }
        let (offset, findings) = try measure(a, b).report()
        #expect(offset == nil)
        #expect(findings.isEmpty)
    }
}
