import Foundation
import Media
import TestSupport
import Testing

@testable import Planning
@testable import Rendering

/// The pixels of films: what is decoded, what is drawn, and how it is sampled.
struct FilmPictureTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Lossless H.264 in the colours of our own frames.
    private func lossless(_ more: [String] = []) -> [String] {
        [
            "-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", "-colorspace", "bt709",
            "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
        ] + more
    }

    /// Smooth noise of `low...high`, all frequencies up to a period of some four samples.
    private func smooth(
        _ width: Int, _ height: Int, seed: UInt64, _ low: Double, _ high: Double
    ) -> [UInt8] {
        var random = Xorshift(seed)
        let waves = (0..<12).map { _ in
            (
                Double.random(in: -1.6...1.6, using: &random),
                Double.random(in: -1.6...1.6, using: &random),
                Double.random(in: 0...6.28, using: &random)
            )
        }
        return (0..<width * height).map { index in
            let (x, y) = (Double(index % width), Double(index / width))
            let sum = waves.reduce(0) { $0 + sin($1.0 * x + $1.1 * y + $1.2) }
            return UInt8(low + (high - low) * min(max(0.5 + sum / 10, 0), 1))
        }
    }

    @Test(arguments: ["video/plain_30.mp4", "video/fps_50.mp4"])
    func aFilmOfOurOwnKindPassesSampleForSample(file: String) async throws {
        guard let path = Fixtures.shared("media/\(file)")?.path, let judge = FFmpeg.find() else {
            return
        }
        let wanted = [UInt8](try judge.frames(of: path, format: "yuv420p"))
        let info = try FilmInfo.read(path: path)
        let plan = RenderPlan.film(info, path, rate: FrameRate(Int(info.frameRate ?? 0)))
        let size = 320 * 200 * 3 / 2
        for (index, drawn) in zip([0, 31, 59], try await plan.played([0, 31, 59])) {
            let exact = Array(wanted[index * size..<(index + 1) * size])
            let isSame = drawn.luma + drawn.cb + drawn.cr == exact
            #expect(isSame, "frame \(index)")
        }
    }

    /// Ten equal frames of an RGB picture, and the picture itself.
    private func pair(_ maker: FFmpeg) throws -> (
        still: PictureFile, film: String
    ) {
        let (width, height) = (160, 120)
        let channels = (0..<3).map {
            smooth(width, height, seed: UInt64(40 + $0), 10, 245)
        }
        let still = try PictureFile(width, height, channels: 3, in: folder) { x, y in
            channels.map { $0[y * width + x] }
        }
        let film = folder.path("film.mkv")
        try maker.run([
            "-loop", "1", "-i", still.path, "-frames:v", "10", "-c:v", "libx264rgb", "-preset",
            "ultrafast", "-qp", "0", film,
        ])
        return (still, film)
    }

    /// Ways to show a picture.
    private struct Way: CustomTestStringConvertible {
        var testDescription: String
        var placement: Placement
        var fit: PictureContent.Fit
        var move: KenBurnsMove?
    }

    private static let zoom = KenBurnsMove(
        start: CropRectangle(centerX: 80, centerY: 60, width: 160, height: 120),
        end: CropRectangle(centerX: 61.3, centerY: 70.9, width: 97.7, height: 73.275))

    private static let canvas = Canvas.make(128, 96)

    private static let ways = [
        Way(testDescription: "whole", placement: .whole(canvas), fit: .cover),
        Way(testDescription: "zoom", placement: .whole(canvas), fit: .cover, move: zoom),
        Way(
            testDescription: "turned",
            placement: .make(left: 20.3, top: 10.7, width: 90, height: 60, rotation: 11),
            fit: .cover, move: zoom),
        Way(
            testDescription: "blur", placement: .make(left: 0, top: 20, width: 128, height: 50),
            fit: .blur),
        Way(
            testDescription: "round and half clear",
            placement: .make(
                left: 9.5, top: 8.25, width: 101, height: 77, opacity: 0.5, cornerRadius: 12),
            fit: .contain),
    ]

    /// RGB is read as pictures are, so that a film is nothing else than a row of them.
    @Test(arguments: Self.ways)
    private func aFilmOfEqualFramesIsShownAsThePicture(way: Way) async throws {
        guard let maker = FFmpeg.find(encoders: "libx264rgb") else { return }
        let (still, path) = try pair(maker)
        let info = try FilmInfo.read(path: path)
        let film = PictureContent.film(info, path, fit: way.fit, move: way.move)
        let picture = PictureContent.make(still, fit: way.fit, move: way.move)
        let plans = [film, picture].map {
            RenderPlan.make(Self.canvas, clips: [.make(.picture($0), way.placement)])
        }
        let played = try await plans[0].played([0, 4, 9])
        let drawn = try await plans[1].drawn([0, 4, 9])
        for (played, drawn) in zip(played, drawn) {
            for (a, b) in [(played.luma, drawn.luma), (played.cb, drawn.cb), (played.cr, drawn.cr)]
            {
                let worst = zip(a, b).map { abs(Int($0) - Int($1)) }.max() ?? 255
                #expect(worst <= 1)
            }
        }
    }

    /// Where H.264 says that chroma lies, from the middle of two by two pixels (H.273, figure 1).
    @Test(arguments: [
        ("left", SIMD2(-0.5, 0.0)), ("center", SIMD2(0, 0)), ("topleft", SIMD2(-0.5, -0.5)),
        ("top", SIMD2(0, -0.5)), ("bottomleft", SIMD2(-0.5, 0.5)), ("bottom", SIMD2(0, 0.5)),
    ])
    func chromaIsSampledWhereItLies(name: String, shift: SIMD2<Double>) async throws {
        guard let maker = FFmpeg.find(encoders: "libx264") else { return }
        let (width, height) = (160, 96)
        let luma = smooth(width, height, seed: 3, 60, 190)
        let cb = smooth(width / 2, height / 2, seed: 4, 60, 200)
        let path = folder.path("a.mp4")
        try maker.encode(
            luma + cb + cb.reversed(), width: width, height: height, format: "yuv420p",
            lossless(["-chroma_sample_location", name]), to: path)
        let info = try FilmInfo.read(path: path)
        for step in [0.7, 1.31] {
            let canvas = Canvas.make(96, 64)
            let (left, top) = (11.37, 4.61)
            let move = KenBurnsMove.still(
                CropRectangle(
                    centerX: left + 48 * step, centerY: top + 32 * step, width: 96 * step,
                    height: 64 * step))
            let content = PictureContent.film(info, path, move: move)
            let drawn = try await RenderPlan.make(
                canvas, clips: [.make(.picture(content), .whole(canvas))]
            ).played()
            // Ours lies left: on the first of two columns, between two rows.
            let wanted = LanczosReference(
                width: width / 2, height: height / 2, samples: cb.map(Double.init)
            ).sampled(
                left: (left - shift.x - 0.5 * step) / 2, top: (top - shift.y) / 2, step: step,
                columns: 0..<48, rows: 0..<32)
            let worst = zip(drawn.cb, wanted).map { abs(Double($0) - $1) }.max() ?? 255
            #expect(worst <= 1, "step \(step): \(worst)")
            let exact = LanczosReference(
                width: width, height: height, samples: luma.map(Double.init)
            ).sampled(left: left, top: top, step: step, columns: 0..<96, rows: 0..<64)
            let worstLuma = zip(drawn.luma, exact).map { abs(Double($0) - $1) }.max() ?? 255
            #expect(worstLuma <= 1, "step \(step): \(worstLuma)")
        }
    }

    /// Where a layout's chroma samples lie: each stands for so many columns and rows of luma, its
    /// place counted from their first edge.
    private struct Layout: CustomTestStringConvertible {
        var format: String
        var codec: String
        var columns = 2
        var rows = 2
        var place = SIMD2(0.5, 1.0)
        var depth = 8
        var testDescription: String { "\(format) in \(codec)" }
    }

    private static let layouts = [
        Layout(format: "yuv420p", codec: "libx264"),
        Layout(format: "yuv420p10le", codec: "ffv1", depth: 10),
        Layout(format: "yuv422p", codec: "libx264", rows: 1, place: SIMD2(0.5, 0.5)),
        Layout(
            format: "yuv422p10le", codec: "prores_ks", rows: 1, place: SIMD2(0.5, 0.5), depth: 10),
        Layout(format: "yuv444p", codec: "libx264", columns: 1, rows: 1, place: SIMD2(0.5, 0.5)),
        Layout(format: "yuv440p", codec: "ffv1", columns: 1, place: SIMD2(0.5, 1)),
        // JFIF: in the middle of its pixels.
        Layout(format: "yuvj420p", codec: "mjpeg", place: SIMD2(1, 1)),
        Layout(format: "yuvj422p", codec: "mjpeg", rows: 1, place: SIMD2(1, 0.5)),
        Layout(format: "yuvj444p", codec: "mjpeg", columns: 1, rows: 1, place: SIMD2(0.5, 0.5)),
    ]

    /// Colours that rise evenly, Cb across and Cr down, cross neutral in the middle of the picture.
    @Test(arguments: Self.layouts)
    private func colourLiesWhereItsLayoutPutsIt(layout: Layout) async throws {
        guard let maker = FFmpeg.find(encoders: layout.codec) else { return }
        let side = 96
        let (width, height) = (side / layout.columns, side / layout.rows)
        let most = Double(1 << (layout.depth - 8))
        func ramp(_ position: Double) -> Int {
            Int(((128 + 1.8 * (position - 48)) * most).rounded())
        }
        let gray = [Int](repeating: Int(128 * most), count: side * side)
        let cb = (0..<width * height).map {
            ramp(Double($0 % width * layout.columns) + layout.place.x)
        }
        let cr = (0..<width * height).map {
            ramp(Double($0 / width * layout.rows) + layout.place.y)
        }
        let path = folder.path(["mjpeg", "prores_ks"].contains(layout.codec) ? "a.mov" : "a.mkv")
        try maker.encode(
            Y4M.bytes(gray + cb + cr, depth: layout.depth), width: side, height: side,
            format: layout.format,
            ["-c:v", layout.codec]
                + (layout.codec == "libx264"
                    ? ["-qp", "0"] : layout.codec == "mjpeg" ? ["-q:v", "1"] : []),
            to: path)
        let info = try FilmInfo.read(path: path)
        let canvas = Canvas.make(192, 192)
        let move = KenBurnsMove.still(
            CropRectangle(centerX: 48, centerY: 48, width: 95, height: 95))
        let drawn = try await RenderPlan.make(
            canvas,
            clips: [.make(.picture(.film(info, path, move: move)), .whole(canvas))]
        ).played()
        let across = (0..<96).map { x in (0..<96).reduce(0) { $0 + drawn.chroma(x, $1).cb } / 96 }
        let down = (0..<96).map { y in (0..<96).reduce(0) { $0 + drawn.chroma($1, y).cr } / 96 }
        let step = 95.0 / 192
        #expect(abs(0.5 + (2 * crossing(across) + 0.5) * step - 48) <= 0.2)
        #expect(abs(0.5 + (2 * crossing(down) + 1) * step - 48) <= 0.2)
    }

    /// Where a straight line through the inner samples is neutral.
    private func crossing(_ samples: [Double]) -> Double {
        let inner = Array(samples[12..<samples.count - 12])
        let mean = inner.reduce(0, +) / Double(inner.count)
        let middle = Double(inner.count - 1) / 2
        var (top, bottom) = (0.0, 0.0)
        for (index, value) in inner.enumerated() {
            top += (Double(index) - middle) * (value - mean)
            bottom += (Double(index) - middle) * (Double(index) - middle)
        }
        return 12 + middle - (mean - 128) / (top / bottom)
    }

    @Test func fieldsBecomeTheFramesThatBwdifMakes() throws {
        guard let path = Fixtures.shared("media/video/interlaced_tff.mp4")?.path,
            let judge = FFmpeg.find()
        else { return }
        let wanted = [UInt8](
            try judge.frames(
                of: path, format: "yuv420p", filter: "bwdif=mode=send_field:deint=interlaced"))
        let size = 320 * 200 * 3 / 2
        #expect(wanted.count == 50 * size)
        let reader = try FilmReader(path: path)
        for index in 0..<50 {
            guard
                case .planes(let planes) = try reader.frame(at: Double(index) / 50 + 0.001).content
            else {
                Issue.record("no planes")
                return
            }
            let luma = (0..<200).flatMap {
                UnsafeBufferPointer(start: planes.luma + $0 * planes.lumaStride, count: 320)
            }
            let isSame = luma == Array(wanted[index * size..<index * size + 64_000])
            #expect(isSame, "field \(index)")
        }
    }

    /// A stored picture with a colour in each corner, shown by the eight display matrices.
    @Test(arguments: [
        [1, 0, 0, 1], [-1, 0, 0, 1], [-1, 0, 0, -1], [1, 0, 0, -1], [0, 1, 1, 0], [0, 1, -1, 0],
        [0, -1, -1, 0], [0, -1, 1, 0],
    ])
    func theDisplayMatrixTurnsWhatIsDrawn(matrix: [Int]) async throws {
        guard let url = Fixtures.shared("media/video/plain_30.mp4") else { return }
        let path = folder.path("a.mp4")
        try TrackMatrix.write(
            a: matrix[0], b: matrix[1], c: matrix[2], d: matrix[3], into: Data(contentsOf: url),
            to: path)
        let info = try FilmInfo.read(path: path)
        let corners = [(32, 20), (287, 20), (32, 179), (287, 179)]
        let colors = [(220, 40, 40), (40, 180, 60), (40, 70, 220), (230, 210, 40)]
        // Unscaled, and scaled.
        for factor in [1, 2] {
            let canvas = Canvas.make(info.width / factor, info.height / factor)
            let drawn = try await RenderPlan.make(
                canvas, clips: [.make(.picture(.film(info, path)), .whole(canvas))]
            ).played()
            for (corner, color) in zip(corners, colors) {
                // ISO/IEC 14496-12, 8.3.2, and what falls below 0 shifted back.
                let across = matrix[0] * corner.0 + matrix[2] * corner.1
                let down = matrix[1] * corner.0 + matrix[3] * corner.1
                let x = (across + (matrix[0] + matrix[2] < 0 ? info.width - 1 : 0)) / factor
                let y = (down + (matrix[1] + matrix[3] < 0 ? info.height - 1 : 0)) / factor
                let wanted = limitedRange(
                    Color(red: UInt8(color.0), green: UInt8(color.1), blue: UInt8(color.2)))
                let chroma = drawn.chroma(x / 2, y / 2)
                #expect(abs(drawn.y(x, y) - wanted.y) <= 4)
                #expect(abs(chroma.cb - wanted.cb) <= 5 && abs(chroma.cr - wanted.cr) <= 5)
            }
        }
    }
}
