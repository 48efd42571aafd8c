import Foundation
import Media
import Synchronization
import TestSupport
import Testing
import Typesetting

@testable import Planning
@testable import Rendering

/// Whole renders of a tiny film, judged by other programs where they are installed.
@Suite struct RenderTests {
    private let folder: TemporaryFolder
    private let canvas = Canvas.make(96, 64, rate: FrameRate(30000, 1001))

    init() throws {
        folder = try TemporaryFolder()
    }

    private var names: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
                .filter { !$0.hasSuffix(".png") }.sorted()
        }
    }

    /// A picture that moves, a wipe to noise, and words that come and go: 200 frames, two chunks.
    private func film() throws -> RenderPlan {
        let picture = try PictureFile(240, 160, channels: 3, in: folder) { x, y in
            [UInt8(x), UInt8(255 - y), UInt8((x / 16 + y / 16) % 2 * 120)]
        }
        let move = KenBurnsMove(
            start: CropRectangle(centerX: 120, centerY: 80, width: 240, height: 160),
            end: CropRectangle(centerX: 130, centerY: 70, width: 200, height: 160 * 200 / 240))
        let clips = [
            Clip.make(.picture(.make(picture, move: move)), .whole(canvas), frames: 0..<95),
            Clip.make(.generated(.noise(seed: 4)), .whole(canvas), frames: 85..<200),
        ]
        let words = Clip.make(
            .text(.make("Abc", style: .make(size: 24), entrance: .pop, exit: .fade)),
            .make(left: 4, top: 32, width: 88, height: 0), frames: 30..<150)
        return .make(
            canvas, frameCount: 200,
            tracks: [.make(clips, [.make(.wipeleft, 85..<95)]), .make([words])])
    }

    private func render(
        _ plan: RenderPlan, _ name: String, quality: VideoQuality = .lossless, workers: Int = 2,
        frames: Range<Int>? = nil
    ) async throws -> String {
        let path = folder.path(name)
        let render = try Render(
            plan, fonts: .bundled(), quality: quality, workers: workers, frames: frames)
        _ = try await render.run(to: path)
        return path
    }

    /// The frames of a file as ffmpeg decodes them, nil where there is no ffmpeg.
    private func decoded(_ path: String) throws -> [[UInt8]]? {
        guard let ffmpeg = Tool.find("ffmpeg") else { return nil }
        let output = try Tool.run(
            ffmpeg,
            [
                "-v", "error", "-i", path, "-map", "0:v", "-fps_mode", "passthrough", "-f",
                "rawvideo",
            ]
                + ["-pix_fmt", "yuv420p", "-"])
        #expect(output.status == 0 && output.standardError.isEmpty)
        let bytes = [UInt8](output.standardOutput)
        let size = canvas.width * canvas.height * 3 / 2
        #expect(bytes.count % size == 0)
        return stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<$0 + size]) }
    }

    @Test func aLosslessRenderDecodesToTheFramesThatAreDrawnSingly() async throws {
        let plan = try film()
        guard let frames = try decoded(try await render(plan, "film.mp4")) else { return }
        #expect(frames.count == 200)
        let drawn = try await plan.drawn(0..<200)
        for (index, frame) in frames.enumerated() {
            #expect(frame == drawn[index].luma + drawn[index].cb + drawn[index].cr, "\(index)")
        }
        let renderer = try FrameRenderer(plan, fonts: .bundled())
        for index in [0, 33, 90, 120, 199] {
            let picture = try await renderer.picture(at: index)
            #expect(picture.pixels == rgb(frames[index]).pixels)
        }
    }

    private func rgb(_ frame: [UInt8]) -> RGBPicture {
        let buffer = FrameBuffer(width: canvas.width, height: canvas.height)
        let planes = buffer.planes
        func fill(_ to: UnsafeMutablePointer<UInt8>, _ stride: Int, _ width: Int, _ from: Int) {
            for (index, value) in frame[from..<from + width * width * 2 / 3].enumerated() {
                to[index / width * stride + index % width] = value
            }
        }
        let size = canvas.width * canvas.height
        fill(planes.luma, planes.lumaStride, canvas.width, 0)
        fill(planes.cb, planes.chromaStride, canvas.width / 2, size)
        fill(planes.cr, planes.chromaStride, canvas.width / 2, size * 5 / 4)
        return RGBPicture(planes)
    }

    @Test func anExcerptShowsTheFramesOfTheWhole() async throws {
        let plan = try film()
        guard let frames = try decoded(try await render(plan, "part.mp4", frames: 80..<131))
        else { return }
        let drawn = try await plan.drawn(80..<131)
        #expect(frames == drawn.map { $0.luma + $0.cb + $0.cr })
    }

    @Test func anyNumberOfWorkersGivesTheSameBytes() async throws {
        let plan = try film()
        var files: [Data] = []
        for workers in [1, 2, 3] {
            let path = try await render(
                plan, "film-\(workers).mp4", quality: .high, workers: workers)
            files.append(try Data(contentsOf: URL(filePath: path)))
        }
        #expect(files[0].count > 1000)
        #expect(files[0] == files[1] && files[0] == files[2])
    }

    @Test(arguments: [VideoQuality.draft, .high])
    func packetsAreEquallyLongAndTheirTimesRise(quality: VideoQuality) async throws {
        let plan = try film()
        let path = try await render(plan, "film.mp4", quality: quality)
        guard let ffprobe = Tool.find("ffprobe") else { return }
        let output = try Tool.run(
            ffprobe,
            ["-v", "error", "-select_streams", "v", "-show_entries"]
                + ["packet=pts,dts,duration,flags", "-of", "csv=p=0", path])
        let packets = output.text.split(separator: "\n").map { $0.split(separator: ",") }
        #expect(packets.count == 200)
        let times = packets.map { $0.prefix(3).compactMap { Int($0) } }
        let (shown, decode) = (times.map { $0[0] }, times.map { $0[1] })
        let step = times[0][2]
        #expect(times.allSatisfy { $0[2] == step })
        #expect(shown.sorted() == (0..<200).map { $0 * step })
        #expect(zip(decode, decode.dropFirst()).allSatisfy { $0 < $1 })
        #expect(zip(shown, decode).allSatisfy { $0 >= $1 })
        // The chunks begin with keys: at the start and where the wipe has ended.
        let keys = packets.filter { $0[3].hasPrefix("K") }.compactMap { Int($0[0]) }
        #expect(
            Set(keys).isSuperset(
                of: Chunk.split(0..<200, of: plan).map { $0.frames.lowerBound * step }))
        #expect(Chunk.split(0..<200, of: plan).map(\.frames) == [0..<95, 95..<200])
    }

    @Test func picturesAreTaggedBT709AndSoundIsAsLong() async throws {
        let path = try await render(try film(), "film.mp4", quality: .high)
        guard let ffprobe = Tool.find("ffprobe") else { return }
        func entries(_ stream: String, _ names: String) throws -> [String] {
            let output = try Tool.run(
                ffprobe,
                ["-v", "error", "-select_streams", stream, "-show_entries", "stream=\(names)"]
                    + ["-of", "default=nw=1", path])
            return output.text.split(separator: "\n").map(String.init).sorted()
        }
        let picture = try entries(
            "v", "color_range,color_space,color_transfer,color_primaries,r_frame_rate,pix_fmt")
        #expect(
            picture == [
                "color_primaries=bt709", "color_range=tv", "color_space=bt709",
                "color_transfer=bt709", "pix_fmt=yuv420p", "r_frame_rate=30000/1001",
            ])
        let lengths = try entries("v", "duration") + entries("a", "duration")
        let seconds = lengths.compactMap { Double($0.dropFirst("duration=".count)) }
        #expect(seconds.count == 2 && abs(seconds[0] - 200 * 1001 / 30000) < 0.001)
        #expect(seconds.count == 2 && abs(seconds[0] - seconds[1]) < 0.0214)
    }

    @Test func progressCountsEveryFrameAndEndsWithDone() async throws {
        let steps = Mutex<[RenderProgress]>([])
        let plan = RenderPlan.make(canvas, frameCount: 12)
        _ = try await Render(plan, fonts: .bundled(), quality: .draft, workers: 2)
            .run(to: folder.path("film.mp4")) { step in steps.withLock { $0.append(step) } }
        let seen = steps.withLock { $0 }
        #expect(seen.first == .readingSound && seen.last == .done)
        let counts = (1...12).map { RenderProgress.frames(done: $0, total: 12) }
        #expect(counts.allSatisfy(seen.contains))
    }

    /// A film whose second picture is a broken file, so that it fails when the first frames are
    /// done.
    private func brokenFilm() throws -> RenderPlan {
        var plan = try film()
        let broken = folder.path("broken.png")
        try Data("no picture".utf8).write(to: URL(filePath: broken))
        let content = PictureContent(
            path: broken, width: 10, height: 10, fit: .cover,
            move: .still(CropRectangle(centerX: 5, centerY: 5, width: 10, height: 10)))
        plan.tracks.append(
            .make([.make(.picture(content), .whole(canvas), frames: 190..<200)]))
        return plan
    }

    @Test func aFailedRenderLeavesNothingAndKeepsTheOldFile() async throws {
        let plan = try brokenFilm()
        let path = folder.path("film.mp4")
        try Data("old".utf8).write(to: URL(filePath: path))
        let render = try Render(plan, fonts: .bundled(), quality: .draft, workers: 1)
        let error = await #expect(throws: MediaError.self) { _ = try await render.run(to: path) }
        #expect(error?.path.hasSuffix("broken.png") == true)
        #expect(try names == ["film.mp4"])
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("old".utf8))
    }

    @Test func aCancelledRenderLeavesNothing() async throws {
        let plan = RenderPlan.make(canvas, frameCount: 3000)
        let render = try Render(plan, fonts: .bundled(), quality: .draft, workers: 2)
        let path = folder.path("film.mp4")
        let (frames, arrival) = AsyncStream<Void>.makeStream()
        let task = Task {
            try await render.run(to: path) { if case .frames = $0 { arrival.yield() } }
        }
        for await _ in frames { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
        #expect(try names.isEmpty)
    }

    @Test func aStrictRenderWithANoticeWritesNoFile() async throws {
        let text = TextContent.make(
            String(repeating: "far too long ", count: 60), style: .make(size: 40))
        let plan = RenderPlan.make(
            canvas, frameCount: 5,
            tracks: [
                .make([
                    .make(.text(text), .make(left: 4, top: 32, width: 88, height: 0), frames: 0..<5)
                ])
            ])
        var render = try Render(plan, fonts: .bundled(), quality: .draft, workers: 1)
        #expect(try await !render.run(to: folder.path("film.mp4")).isEmpty)
        render.isStrict = true
        let strict = render
        await #expect(throws: StrictNotices.self) {
            _ = try await strict.run(to: folder.path("strict.mp4"))
        }
        #expect(try names == ["film.mp4"])
    }

    @Test func theColorSelfTestFindsTheFormulasValues() async throws {
        let result = try await ColorSelfTest.run()
        #expect(result.isRight)
        #expect(!ColorSelfTest.Result(y: 145, cb: 54, cr: 34).isRight)
    }
}
