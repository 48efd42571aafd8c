import Foundation
import Media
import TestSupport
import Testing

@testable import Planning
@testable import Rendering

/// Films whose frames change their size or their format on the way.
struct FilmChangeTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Two films of one colour each, 10 frames at 25 a second, one behind the other in one file.
    private func joined(
        _ maker: FFmpeg, _ parts: [(color: String, size: String, format: String)], ending: String
    ) throws -> String {
        var whole = Data()
        for (index, part) in parts.enumerated() {
            let path = folder.path("\(index).\(ending)")
            try maker.run([
                "-f", "lavfi", "-i", "color=c=\(part.color):s=\(part.size):r=25", "-frames:v", "10",
                "-c:v", "libx264", "-pix_fmt", part.format, "-bf", "0", "-output_ts_offset",
                "\(Double(index) * 0.4)", path,
            ])
            whole.append(try Data(contentsOf: URL(filePath: path)))
        }
        let path = folder.path("joined.\(ending)")
        try whole.write(to: URL(filePath: path))
        return path
    }

    private static let changes = [
        [("black", "96x64", "yuv420p"), ("white", "128x96", "yuv420p")],
        [("black", "128x96", "yuv420p"), ("white", "62x34", "yuv420p")],
        [("black", "96x64", "yuv420p"), ("white", "96x64", "yuv444p")],
        [("black", "96x64", "yuv444p"), ("white", "64x96", "yuv422p10le")],
    ]

    @Test(arguments: Self.changes.indices, ["h264", "ts"])
    func eachFrameFillsThePlaceOfTheFilm(change: Int, ending: String) async throws {
        guard let maker = FFmpeg.find(encoders: "libx264") else { return }
        let path = try joined(maker, Self.changes[change], ending: ending)
        let info = try FilmInfo.read(path: path)
        for canvas in [
            Canvas.make(96, 64, rate: FrameRate(25)), .make(50, 38, rate: FrameRate(25)),
        ] {
            let content = PictureContent.film(info, path)
            let plan = RenderPlan.make(
                canvas, clips: [.make(.picture(content), .whole(canvas), frames: 0..<20)])
            let drawn = try await plan.played([2, 18, 5, 17])
            for (index, frame) in drawn.enumerated() {
                let level: ClosedRange<UInt8> = index % 2 == 0 ? 16...20 : 230...235
                #expect(frame.luma.allSatisfy { level.contains($0) }, "frame \(index)")
            }
        }
    }
}
