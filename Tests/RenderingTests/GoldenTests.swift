import Foundation
import TestSupport
import Testing
import Typesetting

@testable import Planning
@testable import Rendering

/// Whole frames against stored ones, made of generated pictures and bundled fonts only.
@Suite struct GoldenTests {
    private let folder: TemporaryFolder
    private let canvas = Canvas.make(320, 180)

    init() throws {
        folder = try TemporaryFolder()
    }

    private func expect(_ name: String, _ plan: RenderPlan, at index: Int = 0) async throws {
        let renderer = try FrameRenderer(plan, fonts: .bundled())
        try Golden(name: name).expect(try await renderer.picture(at: index))
    }

    private func expect(_ name: String, _ clips: [Clip], at index: Int = 0) async throws {
        try await expect(name, .make(canvas, clips: clips), at: index)
    }

    // Pieces of the scenes.

    /// Hills under a low sun, with hard and soft edges, without noise.
    private func landscape(_ width: Int = 480, _ height: Int = 270) throws -> PictureFile {
        try PictureFile(width, height, channels: 3, in: folder) { x, y in
            let (u, v) = (Double(x) / Double(width), Double(y) / Double(height))
            let far = 0.62 + 0.09 * sin(7 * u + 1) + 0.02 * sin(31 * u)
            let near = 0.80 + 0.07 * sin(5 * u + 4)
            if v > near { return [28, 52, 44] }
            if v > far { return [58, 96, 84] }
            let sun = hypot((u - 0.7) * 16 / 9, v - 0.42)
            if sun < 0.1 { return [255, 226, 150] }
            let glow = exp(-sun * 3)
            return [
                UInt8(80 + 150 * v + 25 * glow), UInt8(110 + 60 * v + 40 * glow),
                UInt8(170 - 50 * v + 20 * glow),
            ]
        }
    }

    /// A ring with soft edges on nothing.
    private func badge() throws -> PictureFile {
        try PictureFile(160, 160, channels: 4, in: folder) { x, y in
            let distance = abs(hypot(Double(x) - 79.5, Double(y) - 79.5) - 55)
            let alpha = min(max((20 - distance) / 8, 0), 1)
            return alpha == 0 ? [0, 0, 0, 0] : [240, 90, 60, UInt8((255 * alpha).rounded())]
        }
    }

    private var dusk: Clip {
        let (from, to) = (
            Color(red: 24, green: 26, blue: 60), Color(red: 150, green: 70, blue: 90)
        )
        return .make(.generated(.gradient(from: from, to: to, angle: 150)), .whole(canvas))
    }

    private func words(
        _ content: TextContent, x: Double = 160, y: Double = 90, width: Double = 280,
        frames: Range<Int> = 0..<10
    ) -> Clip {
        .make(
            .text(content), .make(left: x - width / 2, top: y, width: width, height: 0),
            frames: frames)
    }

    private var softShadow: TextStyle.Shadow {
        .init(color: Color(red: 0, green: 0, blue: 0, alpha: 160), dx: 1, dy: 2, blur: 6)
    }

    @Test func kenBurns() async throws {
        let move = KenBurnsMove(
            start: CropRectangle(centerX: 240, centerY: 135, width: 480, height: 270),
            end: CropRectangle(centerX: 280, centerY: 120, width: 384, height: 216))
        let content = PictureContent.make(try landscape(), move: move)
        let clip = Clip.make(.picture(content), .whole(canvas), frames: 0..<100)
        try await expect("ken-burns", [clip], at: 63)
    }

    @Test func blurredBackdrop() async throws {
        let content = PictureContent.make(try landscape(200, 240), fit: .blur)
        try await expect("blurred-backdrop", [.make(.picture(content), .whole(canvas))])
    }

    @Test func turnedAndRounded() async throws {
        let picture = Clip.make(
            .picture(.make(try landscape())),
            .make(
                left: 70.5, top: 38.25, width: 180, height: 101.25, rotation: -8,
                cornerRadius: 14))
        try await expect("turned-and-rounded", [dusk, picture])
    }

    @Test func badgeOverPicture() async throws {
        let ground = Clip.make(.picture(.make(try landscape())), .whole(canvas))
        let badge = try badge()
        let clips = [
            Clip.make(
                .picture(.make(badge)), .make(left: 20.3, top: 30.6, width: 90, height: 90)),
            Clip.make(
                .picture(.make(badge)),
                .make(left: 200, top: 60, width: 64, height: 64, rotation: 20, opacity: 0.6)),
        ]
        try await expect("badge-over-picture", [ground] + clips)
    }

    @Test func titleAndSubtitle() async throws {
        let title = TextContent.make(
            "What is light?", style: .make(size: 36, shadow: softShadow))
        let subtitle = TextContent.make(
            "A short answer", style: .make(size: 18, color: Color(red: 255, green: 214, blue: 140)))
        try await expect(
            "title-and-subtitle", [dusk, words(title, y: 78), words(subtitle, y: 118)])
    }

    @Test func captionsInTwoScripts() async throws {
        let panel = TextStyle.Box(
            color: Color(red: 11, green: 13, blue: 18, alpha: 184), padX: 8, padY: 5, radius: 6)
        let stroke = TextStyle.Stroke(color: .black, width: 1.5)
        let clips = [
            Clip.make(.picture(.make(try landscape())), .whole(canvas)),
            words(
                .make("Waves carry energy,\nnot water", style: .make(size: 16, box: panel)),
                y: 136),
            words(.make("光是什么", style: .make(size: 26, stroke: stroke)), y: 40),
        ]
        try await expect("captions-in-two-scripts", clips)
    }

    @Test func wordsOnTheWay() async throws {
        let box = TextStyle.Box(
            color: Color(red: 240, green: 90, blue: 60), padX: 10, padY: 6, radius: 10)
        let clips = [
            dusk,
            words(.make("pop", style: .make(box: box), entrance: .pop), x: 80, frames: 0..<40),
            words(.make("slide", entrance: .slideUp), x: 230, y: 60, frames: 0..<40),
            words(.make("fade", entrance: .fade), x: 230, y: 120, frames: 0..<40),
        ]
        try await expect("words-on-the-way", clips, at: 3)
    }

    @Test func wordsAsTheyAreSpoken() async throws {
        func spoken(_ text: String, _ size: Double, _ starts: [Int]) -> TextContent {
            let white = Color(red: 255, green: 255, blue: 255, alpha: 0xF5)
            var content = TextContent.make(
                text, style: .make(size: size, color: white, shadow: softShadow))
            content.speech = TextSpeech(
                words: starts.enumerated().map { index, start in
                    .init(start: start, from: Double(index), until: Double(index) + 1)
                }, highlight: Color(red: 255, green: 196, blue: 138), dimming: 0.45, fade: 0)
            return content
        }
        let clips = [
            dusk,
            words(
                spoken("Each step is nudged towards\nthe prompt", 18, [0, 5, 10, 13, 20]), y: 130),
            words(spoken("温暖的薄雾，低垂的太阳", 24, [0, 2, 3, 6, 8, 9]), y: 50),
        ]
        try await expect("words-as-they-are-spoken", clips, at: 3)
    }

    @Test func wordsInPieces() async throws {
        var typed = TextContent.make(
            "typed by letters", style: .make(size: 22, shadow: softShadow), entrance: .typewriter)
        typed.animation.entranceSteps = TextSteps(starts: Array(0..<16), interval: 1, fade: 0)
        var stepped = TextContent.make(
            "word by word", style: .make(size: 22, shadow: softShadow), entrance: .word)
        stepped.animation.entranceSteps = TextSteps(starts: [0, 5, 8], interval: 4, fade: 6)
        let wiped = TextContent.make(
            "behind an edge", style: .make(size: 22, shadow: softShadow), entrance: .reveal,
            duration: 30)
        let blurred = TextContent.make(
            "out of a blur", style: .make(size: 22, shadow: softShadow), entrance: .blur,
            duration: 50)
        let clips = [(typed, 30.0), (stepped, 70), (wiped, 110), (blurred, 150)]
            .map { words($0.0, y: $0.1, frames: 0..<60) }
        try await expect("words-in-pieces", [dusk] + clips, at: 7)
    }

    @Test func barsPaletteAndNoise() async throws {
        let swatches = ["#264653", "#2A9D8F", "#E9C46A", "#F4A261", "#E76F51"]
            .compactMap { Color(hex: $0) }
        let clips = [
            Clip.make(.generated(.bars), .make(left: 0, top: 0, width: 320, height: 90)),
            Clip.make(
                .generated(.palette(swatches)), .make(left: 0, top: 90, width: 200, height: 90)),
            Clip.make(
                .generated(.noise(seed: 11)), .make(left: 215, top: 105, width: 90, height: 60)),
        ]
        try await expect("bars-palette-and-noise", clips)
    }

    @Test func noiseOverALandscape() async throws {
        var clip = Clip.make(.picture(.make(try landscape())), .whole(canvas), frames: 0..<30)
        clip.effects = [.diffuse(Diffusion(steps: 30, grain: 2))]
        try await expect("noise-over-a-landscape", [clip], at: 19)
    }

    /// A row of effects, each on its own copy of the picture.
    @Test func sixEffects() async throws {
        let content = Clip.Content.picture(.make(try landscape()))
        let effects: [[PictureEffect]] = [
            [.pixelate(cell: .constant(9))], [.blur(deviation: .constant(3))],
            [.gray(amount: .constant(0.8)), .vignette(amount: .constant(0.7))],
            [.grid(parts: 3)],
            [.spotlight(.init(x: 0.7, y: 0.42, radius: 0.3, amount: .constant(1)))],
            [.adjust(.init(brightness: 0.05, contrast: 1.4, saturation: 1.5))],
        ]
        let clips = effects.enumerated().map { index, effects in
            var clip = Clip.make(
                content,
                .make(
                    left: 4 + 106 * Double(index % 3), top: 20 + 74 * Double(index / 3), width: 100,
                    height: 66, cornerRadius: 6))
            clip.effects = effects
            return clip
        }
        try await expect("six-effects", [dusk] + clips)
    }

    @Test(arguments: [Transition.Kind.wipeleft, .circleopen, .dissolve, .slideup, .fadeblack])
    func transitions(kind: Transition.Kind) async throws {
        let clips = [
            Clip.make(.picture(.make(try landscape())), .whole(canvas), frames: 0..<20),
            Clip.make(
                .generated(
                    .gradient(
                        from: Color(red: 240, green: 200, blue: 120),
                        to: Color(red: 200, green: 80, blue: 60), angle: 90)),
                .whole(canvas), frames: 10..<30),
        ]
        let plan = RenderPlan.make(
            canvas, frameCount: 30, tracks: [.make(clips, [.make(kind, 10..<20)])])
        try await expect("transition-\(kind.rawValue)", plan, at: kind == .fadeblack ? 11 : 14)
    }
}
