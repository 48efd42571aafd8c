import Testing
import Typesetting

@testable import Planning
@testable import Rendering

/// How texts stand out from what is behind them, against figures that WCAG's formula gives.
@Suite struct TextContrastTests {
    private let canvas = Canvas.make(480, 270)

    private func text(
        _ style: TextStyle, frames: Range<Int> = 0..<10, entrance: TextAnimation.Kind = .none
    ) -> Clip {
        .make(
            .text(.make("Hello there", style: style, entrance: entrance)),
            .make(left: 20, top: 135, width: 440, height: 0), frames: frames)
    }

    private func measured(
        _ ground: [Clip], _ text: Clip, frameCount: Int = 10
    ) async throws -> [TextContrast] {
        try await TextContrast.measure(
            .make(
                canvas, frameCount: frameCount, tracks: [.make(ground), .make([text])]),
            frames: 0..<frameCount, fonts: .bundled())
    }

    private func measured(_ ground: Color, _ style: TextStyle) async throws -> Double {
        let found = try await measured([.make(ground, .whole(canvas))], text(style))
        return try #require(found.first).ratio
    }

    @Test(arguments: [(0x76, 4.54), (0x95, 3.0), (0xFF, 1.0), (0x00, 21.0)])
    func whiteOnGrayIsAsTheFormulaSays(_ level: Int, _ ratio: Double) async throws {
        let found = try await measured(.gray(level), .make(size: 40))
        #expect(abs(found - ratio) < 0.02 * ratio, "\(found)")
    }

    /// Letters as thick as several samples of chroma, which has half as many as luma.
    @Test(arguments: [
        (Color.white, Color.pureRed, 4.0), (.black, .pureBlue, 2.44), (.white, .pureGreen, 1.37),
    ]) func aColoredTextIsMeasuredByItsLuminance(
        ground: Color, color: Color, ratio: Double
    ) async throws {
        let found = try await measured(ground, .make(size: 80, color: color))
        #expect(abs(found - ratio) < 0.1 * ratio, "\(found)")
    }

    @Test func boxesAndOutlinesCountAsTheyAreDrawn() async throws {
        let box = TextStyle.Box(color: .black, padX: 10, padY: 10, radius: 0)
        #expect(try await measured(.gray(240), .make(size: 40, box: box)) > 20)
        let stroke = TextStyle.Stroke(color: .black, width: 6)
        #expect(try await measured(.gray(240), .make(size: 40, stroke: stroke)) > 15)
    }

    @Test func theWorstPlaceCounts() async throws {
        let right = Clip.make(
            .gray(0x95), .make(left: 240, top: 0, width: 240, height: 270))
        let found = try await TextContrast.measure(
            .make(canvas, clips: [right, text(.make(size: 40))]), frames: 0..<10,
            fonts: .bundled())
        #expect(abs(try #require(found.first).ratio - 3.0) < 0.1)
    }

    @Test func theWholeLifeIsLookedAt() async throws {
        let ground = [
            Clip.make(.black, .whole(canvas), frames: 0..<50),
            Clip.make(.gray(0x95), .whole(canvas), frames: 50..<60),
        ]
        let found = try await measured(
            ground, text(.make(size: 40), frames: 0..<60), frameCount: 60)
        let worst = try #require(found.first)
        #expect(abs(worst.ratio - 3.0) < 0.1)
        #expect(50..<60 ~= worst.frame)
        #expect(abs(worst.size - 160) < 0.01)
    }

    @Test func whatFadesInIsMeasuredWhenItIsThere() async throws {
        let found = try await measured(
            [.make(.black, .whole(canvas), frames: 0..<60)],
            text(.make(size: 40), frames: 0..<60, entrance: .fade), frameCount: 60)
        #expect(try #require(found.first).ratio > 20)
    }

    /// White at 55 % on black is the grey 140: 6.2 to 1.
    @Test(arguments: [(0.55, 6.2), (0.34, 21)])
    func wordsThatWaitForTheirTurnCountWhereTheyAreThere(
        dimming: Double, ratio: Double
    ) async throws {
        var clip = text(.make(size: 40), frames: 0..<60)
        guard case .text(var content) = clip.content else { return }
        content.speech = TextSpeech(
            words: [
                .init(start: 0, from: 20, until: 30), .init(start: 6, from: 30, until: 40),
            ], highlight: .white, dimming: dimming, fade: 2)
        clip.content = .text(content)
        let found = try await measured(
            [.make(.black, .whole(canvas), frames: 0..<60)], clip, frameCount: 60)
        #expect(abs(try #require(found.first).ratio - ratio) < 0.03 * ratio)
    }

    @Test func whatLiesUnderSomethingIsNotMeasured() async throws {
        let over = Clip.make(.black, .whole(canvas))
        let found = try await TextContrast.measure(
            .make(canvas, clips: [text(.make(size: 40)), over]), frames: 0..<10,
            fonts: .bundled())
        #expect(found.isEmpty)
    }
}
