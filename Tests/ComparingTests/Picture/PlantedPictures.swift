import Comparing
import Foundation
import Media
import TestSupport
import Testing

/// Small films that ffmpeg makes, and what the meter says of pairs of them.
struct PlantedPictures {
    static let (width, height) = (320, 180)
    static let coding = SampleCoding.ofExports

    private let ffmpeg: FFmpeg
    private let folder: TemporaryFolder

    /// Nil (with a printed reason) where ffmpeg is not installed.
    init?() throws {
        guard let ffmpeg = FFmpeg.find(encoders: "libx264") else { return nil }
        self.ffmpeg = ffmpeg
        folder = try TemporaryFolder()
    }

    /// Makes raw frames of `content`: a source of lavfi, or a picture of samples/ that is panned.
    func make(_ content: String, frames: Int = 6) throws -> String {
        let path = folder.path("a.yuv")
        let picture = Fixtures.checkout.appending(path: "samples/\(content)").path
        let input =
            content.contains(".")
            ? ["-loop", "1", "-r", "10", "-i", picture]
            : ["-f", "lavfi", "-i", "\(content)=s=\(Self.width)x\(Self.height):r=10"]
        let wide = content.contains(".") ? 480 : Self.width
        let filter =
            "scale=\(wide):-2:out_color_matrix=bt709:out_range=tv,"
            + "crop=\(Self.width):\(Self.height):n*2:n,format=yuv420p"
        try ffmpeg.run(
            input + ["-vf", filter, "-frames:v", "\(frames)", "-f", "rawvideo", path])
        return path
    }

    /// Filters raw frames and encodes them with x264 at `quality`; lossless by 0.
    func encode(_ path: String, filter: String = "null", quality: Int) throws -> String {
        let encoded = folder.path("b.mp4")
        try ffmpeg.run(
            Self.raw + ["-i", path, "-vf", filter, "-pix_fmt", "yuv420p"]
                + ["-c:v", "libx264", "-preset", "veryfast", "-crf", "\(quality)", encoded])
        let result = folder.path("b.yuv")
        try ffmpeg.run(["-i", encoded, "-f", "rawvideo", result])
        return result
    }

    /// Measures raw frames of both.
    func measure(_ a: String, _ b: String) throws -> PictureMeasures {
        let meter = PictureMeter(width: Self.width, height: Self.height, coding: Self.coding)
        for (index, pair) in try zip(frames(a), frames(b)).enumerated() {
            try meter.add(pair.0, pair.1, index: index)
        }
        return meter.finish()
    }

    func frames(_ path: String) throws -> [VideoScan.Frame] {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let luma = Self.width * Self.height
        let chroma = luma / 4
        return (0..<bytes.count / (luma + 2 * chroma)).map { index in
            let start = index * (luma + 2 * chroma)
            let (cb, cr) = (start + luma, start + luma + chroma)
            return VideoScan.Frame(
                time: Double(index) / 10, duration: 0.1, width: Self.width, height: Self.height,
                luma: Array(bytes[start..<cb]), cb: Array(bytes[cb..<cr]),
                cr: Array(bytes[cr..<cr + chroma]))
        }
    }

    /// What the filter `name` says of the luma of two files of raw frames: PSNR in dB, or SSIM.
    func judge(_ name: String, _ a: String, _ b: String, frames: Int) throws -> Double {
        let path = try #require(Tool.find("ffmpeg"))
        let graph = "[0]trim=end_frame=\(frames)[a];[a][1]\(name)=shortest=1"
        let inputs: [String] = Self.raw + ["-i", a] + Self.raw + ["-i", b]
        let output = try Tool.run(
            path,
            ["-hide_banner", "-nostats"] + inputs + ["-lavfi", graph, "-f", "null", "-"])
        let key = name == "psnr" ? "PSNR y:" : "SSIM Y:"
        let start = try #require(output.standardError.range(of: key)?.upperBound)
        let word = output.standardError[start...].prefix { $0 != " " }
        return try #require(Double(word))
    }

    private static let raw = [
        "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "\(width)x\(height)", "-r", "10",
    ]
}
