import Foundation
import Media
import TestSupport
import Testing

@Suite struct VideoScanTests {
    /// Stored samples are those that ffmpeg decodes, of both ranges.
    @Test(arguments: ["yuv420p", "yuvj420p"]) func samplesAreAsTheyAreStored(format: String) throws
    {
        guard let ffmpeg = Tool.find("ffmpeg") else { return }
        let folder = try TemporaryFolder()
        let (file, raw) = (folder.path("a.mp4"), folder.path("a.yuv"))
        let made = try Tool.run(
            ffmpeg,
            [
                "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=0.4", "-pix_fmt",
                format,
                "-c:v", "libx264", file,
            ])
        try #require(made.status == 0, "\(made.standardError)")
        let decoded = try Tool.run(
            ffmpeg, ["-v", "error", "-i", file, "-f", "rawvideo", "-pix_fmt", format, raw])
        try #require(decoded.status == 0)
        let scan = try VideoScan(path: file)
        var bytes: [UInt8] = []
        var times: [Double] = []
        while let frame = try scan.next() {
            bytes += frame.luma + frame.cb + frame.cr
            times.append(frame.time)
        }
        #expect(bytes == Array(try Data(contentsOf: URL(filePath: raw))))
        #expect(times.count == 10)
        #expect(zip(times, 0...).allSatisfy { abs($0 - Double($1) / 25) < 1e-3 })
        let small = try VideoScan(path: file, width: 16, height: 12)
        #expect(try small.next()?.luma.count == 16 * 12)
    }
}
