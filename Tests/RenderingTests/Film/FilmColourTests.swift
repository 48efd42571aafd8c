import Foundation
import Media
import TestSupport
import Testing

@testable import Planning
@testable import Rendering

/// Colour cards in every dress that films come in, against the colours that went in.
struct FilmColourTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A card, how it is encoded and how it is tagged.
    private struct Dress: CustomTestStringConvertible {
        var name: String
        var card: ColourCard
        var format: String
        var codec: [String]

        /// Matrix, primaries, transfer.
        var tags: [String] = ["bt709", "bt709", "bt709"]
        var file = "a.mp4"
        /// The largest difference that is allowed; 2 unless the standard itself asks for more.
        var limit = 2.0

        var testDescription: String { name }

        var arguments: [String] {
            let range = ["-color_range", card.isFull ? "pc" : "tv"]
            let said =
                tags.isEmpty
                ? []
                : [
                    "-colorspace", tags[0], "-color_primaries", tags[1], "-color_trc", tags[2],
                ] + range
            return ["-c:v"] + codec + said
        }
    }

    private static let x264 = ["libx264", "-preset", "ultrafast", "-crf", "4"]
    private static let x265 = [
        "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none:crf=4", "-tag:v", "hvc1",
    ]
    /// An encoder that takes tags from frames alone.
    private static let tagging =
        "setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv"
    private static let bt601 = (red: 0.299, blue: 0.114)
    private static let bt2020 = (red: 0.2627, blue: 0.0593)
    private static let plain = ColourCard()
    private static let wide = ColourCard(matrix: bt2020, depth: 10, primaries: ColourCard.bt2020)

    private static func card(_ light: ColourCard.Light) -> ColourCard {
        var card = wide
        card.light = light
        return card
    }

    private static let dresses = [
        Dress(name: "BT.709", card: plain, format: "yuv420p", codec: x264),
        Dress(name: "full range", card: ColourCard(isFull: true), format: "yuvj420p", codec: x264),
        Dress(
            name: "BT.601, 525 lines", card: ColourCard(matrix: bt601), format: "yuv420p",
            codec: x264, tags: ["smpte170m", "smpte170m", "smpte170m"]),
        Dress(
            name: "BT.601, 625 lines", card: ColourCard(matrix: bt601), format: "yuv420p",
            codec: x264, tags: ["bt470bg", "bt470bg", "gamma28"]),
        Dress(
            name: "untagged, small", card: ColourCard(matrix: bt601), format: "yuv420p",
            codec: x264, tags: []),
        Dress(name: "4:2:2", card: ColourCard(rows: 1), format: "yuv422p", codec: x264),
        Dress(name: "4:4:4", card: ColourCard(columns: 1, rows: 1), format: "yuv444p", codec: x264),
        Dress(
            name: "HEVC, 10 bits", card: ColourCard(depth: 10), format: "yuv420p10le", codec: x265),
        Dress(
            name: "ProRes", card: ColourCard(depth: 10, rows: 1), format: "yuv422p10le",
            codec: ["prores_ks", "-profile:v", "3", "-vf", Self.tagging], file: "a.mov"),
        Dress(
            name: "MJPEG", card: ColourCard(matrix: bt601, isFull: true), format: "yuvj420p",
            codec: ["mjpeg", "-q:v", "1"], tags: [], file: "a.avi"),
        Dress(
            name: "VP9", card: plain, format: "yuv420p",
            codec: [
                "libvpx-vp9", "-crf", "4", "-b:v", "0", "-deadline", "realtime", "-cpu-used", "8",
            ],
            file: "a.webm"),
        Dress(
            name: "AV1, 10 bits", card: ColourCard(depth: 10), format: "yuv420p10le",
            codec: [
                "libaom-av1", "-crf", "4", "-b:v", "0", "-usage", "realtime", "-cpu-used", "8",
            ],
            file: "a.mkv"),
        Dress(
            name: "MPEG-2, untagged", card: ColourCard(matrix: bt601), format: "yuv420p",
            codec: ["mpeg2video", "-q:v", "1"], tags: [], file: "a.mpg"),
        Dress(
            name: "FFV1, 12 bits full range", card: ColourCard(isFull: true, depth: 12),
            format: "yuv420p12le", codec: ["ffv1"], file: "a.mkv"),
        Dress(
            name: "BT.2020, standard range", card: wide, format: "yuv420p10le", codec: x265,
            tags: ["bt2020nc", "bt2020", "iec61966-2-1"]),
        Dress(
            name: "Display P3", card: ColourCard(primaries: ColourCard.displayP3),
            format: "yuv420p", codec: x264, tags: ["bt709", "smpte432", "iec61966-2-1"],
            file: "a.mov"),
        Dress(
            name: "PQ", card: card(.perceptual), format: "yuv420p10le", codec: x265,
            tags: ["bt2020nc", "bt2020", "smpte2084"]),
        Dress(
            name: "HLG", card: card(.hybrid), format: "yuv420p10le", codec: x265,
            tags: ["bt2020nc", "bt2020", "arib-std-b67"]),
    ]

    /// The mean of the middle of each patch.
    private func patches(_ picture: RGBPicture) -> [SIMD3<Double>] {
        (0..<12).map { index in
            let (left, top) = (index % 4 * 40 + 12, index / 4 * 32 + 10)
            var sum = SIMD3<Double>.zero
            for y in top..<top + 12 {
                for x in left..<left + 16 {
                    let offset = 3 * (y * picture.width + x)
                    let pixel = picture.pixels[offset..<offset + 3].map(Double.init)
                    sum += SIMD3(pixel[0], pixel[1], pixel[2])
                }
            }
            return sum / (12 * 16)
        }
    }

    private func expectCard(_ path: String, rollsOff: Bool, limit: Double = 2) async throws {
        let info = try FilmInfo.read(path: path)
        let picture = try await FrameRenderer(.film(info, path), fonts: .bundled()).picture(at: 0)
        for (found, wanted) in zip(patches(picture), ColourCard.colors) {
            // White of 250 lies in the roll-off of high dynamic range: it is at 245 or more.
            if rollsOff, wanted.min() > 240 {
                #expect(found.min() >= 240 && found.max() <= 255, "\(found), not \(wanted)")
            } else {
                let difference = DeltaE.between(found, wanted)
                #expect(difference <= limit, "\(difference): \(found), not \(wanted)")
            }
        }
    }

    @Test(arguments: Self.dresses)
    private func coloursAreThoseThatWentIn(dress: Dress) async throws {
        guard let maker = FFmpeg.find(encoders: dress.codec[0]) else { return }
        let path = folder.path(dress.file)
        let frames = (0..<3).flatMap { _ in dress.card.planes }
        try maker.encode(
            frames, width: ColourCard.width, height: ColourCard.height, format: dress.format,
            dress.arguments, to: path)
        try await expectCard(path, rollsOff: dress.card.light != .display, limit: dress.limit)
    }

    /// What is RGB already, straight and by palette.
    @Test(arguments: [
        ("libx264rgb", "a.mp4"), ("png", "a.mov"), ("apng", "a.apng"), ("gif", "a.gif"),
    ])
    func coloursOfRGBAreThoseThatWentIn(codec: String, file: String) async throws {
        guard let maker = FFmpeg.find(encoders: codec) else { return }
        let pixels = (0..<ColourCard.height).flatMap { y in
            (0..<ColourCard.width).flatMap { x -> [UInt8] in
                let color = ColourCard.colors[y / 32 * 4 + x / 40]
                return [UInt8(color.x), UInt8(color.y), UInt8(color.z)]
            }
        }
        let more =
            codec == "gif"
            ? [
                "-vf",
                "split[a][b];[a]palettegen=reserve_transparent=0[p];[b][p]paletteuse=dither=none",
            ]
            : codec == "libx264rgb" ? ["-qp", "0"] : []
        let path = folder.path(file)
        try maker.encode(
            pixels + pixels.reversed() + pixels, width: ColourCard.width,
            height: ColourCard.height, format: "rgb24", ["-c:v", codec] + more, to: path)
        try await expectCard(path, rollsOff: false)
    }

    /// Corners of tagged fixtures, at the size of the film.
    @Test(arguments: FilmFixture.coded.filter { $0.facts.corners != nil && $0.facts.alpha != true })
    func cornersOfTheMaterialAreTheirColours(fixture: FilmFixture) async throws {
        guard let path = fixture.path, let corners = fixture.facts.corners else { return }
        let info = try FilmInfo.read(path: path)
        let picture = try await FrameRenderer(.film(info, path), fonts: .bundled()).picture(at: 0)
        let (width, height) = (info.width, info.height)
        let places = [
            "tl": (width / 10, height / 10), "tr": (width - width / 10, height / 10),
            "bl": (width / 10, height - height / 10),
            "br": (width - width / 10, height - height / 10),
        ]
        for (name, wanted) in corners {
            let (x, y) = try #require(places[name])
            let offset = 3 * (y * picture.width + x)
            let found = SIMD3(
                Double(picture.pixels[offset]), Double(picture.pixels[offset + 1]),
                Double(picture.pixels[offset + 2]))
            let difference = DeltaE.between(
                found, SIMD3(Double(wanted[0]), Double(wanted[1]), Double(wanted[2])))
            #expect(difference <= 2, "\(name): \(found), not \(wanted)")
        }
    }

    /// A film with alpha over black and over white; the middle of each patch.
    private func shown(
        _ path: String, over background: Color, scale: Int = 1
    ) async throws -> RGBPicture {
        let info = try FilmInfo.read(path: path)
        #expect(info.hasAlpha)
        let canvas = Canvas.make(
            info.width * scale, info.height * scale, rate: FrameRate(25), background: background)
        let plan = RenderPlan.make(
            canvas, clips: [.make(.picture(.film(info, path)), .whole(canvas))])
        return try await FrameRenderer(plan, fonts: .bundled()).picture(at: 0)
    }

    @Test func clearPartsOfVP9ShowWhatLiesBelow() async throws {
        guard let path = Fixtures.shared("media/video/vp9_alpha.webm")?.path else { return }
        for (background, level) in [(Color.black, 0.0), (.white, 255)] {
            let picture = try await shown(path, over: background)
            // Top left opaque, top right half clear, and a band of the lower half clear.
            let wanted: [((Int, Int), SIMD3<Double>)] = [
                ((32, 20), SIMD3(220, 40, 40)),
                ((287, 20), (SIMD3(40, 180, 60) + level) / 2),
                ((40, 119), SIMD3(repeating: level)),
            ]
            for ((x, y), color) in wanted {
                let error = pixel(picture, x, y) - color
                #expect(max(error.max(), -error.min()) <= 20, "(\(x), \(y)): \(error)")
            }
        }
    }

    /// A red disc on clear black.
    private func disc(
        _ maker: FFmpeg, side: Int, _ codec: [String], to path: String
    ) throws {
        let inside = (0..<side * side).map { index in
            let (x, y) = (Double(index % side) - 47.5, Double(index / side) - 47.5)
            return x * x + y * y < 30 * 30
        }
        let red = limitedRange(Color(red: 220, green: 40, blue: 40))
        let samples = [red.y, red.cb, red.cr].enumerated().flatMap { part, value in
            inside.map { Int((4 * ($0 ? value : part == 0 ? 16 : 128)).rounded()) }
        }
        try maker.encode(
            Y4M.bytes(samples + inside.map { $0 ? 1023 : 0 }, depth: 10), width: side, height: side,
            format: "yuva444p10le", ["-vf", Self.tagging, "-c:v"] + codec, to: path)
    }

    private func pixel(_ picture: RGBPicture, _ x: Int, _ y: Int) -> SIMD3<Double> {
        let offset = 3 * (y * picture.width + x)
        return SIMD3(
            Double(picture.pixels[offset]), Double(picture.pixels[offset + 1]),
            Double(picture.pixels[offset + 2]))
    }

    @Test func clearPartsOfProResShowWhatLiesBelow() async throws {
        guard let maker = FFmpeg.find(encoders: "prores_ks") else { return }
        let path = folder.path("a.mov")
        try disc(maker, side: 96, ["prores_ks", "-profile:v", "4", "-alpha_bits", "16"], to: path)
        for (background, level) in [(Color.black, 0.0), (.white, 255)] {
            let picture = try await shown(path, over: background)
            #expect(DeltaE.between(pixel(picture, 48, 48), SIMD3(220, 40, 40)) <= 2)
            #expect(abs(pixel(picture, 2, 2).y - level) <= 1)
        }
    }

    /// Without loss: nothing between the disc and what lies below is darker or brighter than both.
    @Test(arguments: [1.0, 2, 1.37])
    func edgesOfAlphaHaveNoFringe(scale: Double) async throws {
        guard let maker = FFmpeg.find(encoders: "ffv1") else { return }
        let path = folder.path("a.mkv")
        try disc(maker, side: 96, ["ffv1"], to: path)
        let info = try FilmInfo.read(path: path)
        let red = limitedRange(Color(red: 220, green: 40, blue: 40)).y
        // A filter of three lobes goes beyond a hard edge by a tenth, across and down.
        let over = scale == 1 ? red + 2 : 1.21 * red + 1
        for (background, range) in [(Color.white, red - 2...235), (.black, 16...over)] {
            let canvas = Canvas.make(200, 200, background: background)
            let place = Placement.make(
                left: 3, top: 4, width: 96 * scale, height: 96 * scale)
            let drawn = try await RenderPlan.make(
                canvas, clips: [.make(.picture(.film(info, path)), place)]
            ).played()
            let levels = drawn.luma.map(Double.init)
            #expect((levels.min() ?? 0) >= range.lowerBound, "\(levels.min() ?? 0)")
            #expect((levels.max() ?? 255) <= range.upperBound, "\(levels.max() ?? 255)")
            let middle = Int(48 * scale)
            #expect(abs(drawn.y(3 + middle, 4 + middle) - red) <= 1)
        }
    }
}
