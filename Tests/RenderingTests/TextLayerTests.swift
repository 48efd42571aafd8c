import Foundation
import Testing
import Typesetting

@testable import Planning
@testable import Rendering

/// Words on the canvas: painting, coming and going.
@Suite struct TextLayerTests {
    private let canvas = Canvas.make(320, 180)

    private func clip(
        _ content: TextContent, x: Double = 160, y: Double = 90, width: Double = 300,
        frames: Range<Int> = 0..<60
    ) -> Clip {
        .make(
            .text(content),
            .make(left: x - width / 2, top: y, width: width, height: 0), frames: frames)
    }

    private func drawn(_ clip: Clip, at index: Int = 30) async throws -> Drawn {
        try await RenderPlan.make(canvas, frameCount: 60, tracks: [.make([clip])])
            .drawn(at: index)
    }

    /// The masks of a text, straight from the typesetter.
    private func masks(_ clip: Clip) throws -> TextMasks {
        guard case .text(let content) = clip.content else { throw CancellationError() }
        let preparation = TextPreparation(
            content, clip.placement, in: .make(canvas, frameCount: 60))
        let typesetter = try Typesetter(.bundled())
        return typesetter.masks(
            for: typesetter.layout(preparation.request),
            centerX: clip.placement.x.value(at: 0), centerY: clip.placement.y.value(at: 0))
    }

    private func mask(_ values: [UInt8]?, _ masks: TextMasks, _ x: Int, _ y: Int) -> Double {
        let (column, row) = (x - masks.originX, y - masks.originY)
        guard let values, (0..<masks.width).contains(column), (0..<masks.height).contains(row)
        else { return 0 }
        return Double(values[row * masks.width + column]) / 255
    }

    @Test func wordsAtRestMixTheirColorByCoverage() async throws {
        let color = Color(red: 250, green: 200, blue: 40, alpha: 200)
        let clip = clip(.make("Quartz & fog", style: .make(color: color)))
        let masks = try masks(clip)
        let frame = try await drawn(clip)
        let luma = limitedRange(color).y
        for y in 0..<180 {
            for x in 0..<320 {
                let alpha = mask(masks.fill, masks, x, y) * 200 / 255
                #expect(abs(frame.y(x, y) - (16 + (luma - 16) * alpha)) <= 1.2)
            }
        }
        #expect(frame.area > 300)
    }

    @Test func strokeShadowAndBoxLieUnderTheFillInThisOrder() async throws {
        let style = TextStyle.make(
            size: 40, color: .white, stroke: .init(color: .gray(150), width: 3),
            shadow: .init(color: .gray(40), dx: 4, dy: 5, blur: 6),
            box: .init(color: .gray(90), padX: 14, padY: 9, radius: 0))
        let clip = clip(.make("Box", style: style))
        let masks = try masks(clip)
        let frame = try await drawn(clip)
        let block = masks.block
        for y in 0..<180 {
            for x in 0..<320 {
                func overlap(_ pixel: Int, _ low: Double, _ high: Double) -> Double {
                    max(min(Double(pixel) + 1, high) - max(Double(pixel), low), 0)
                }
                var gray = 0.0
                func lay(_ value: Double, _ share: Double) { gray += (value - gray) * share }
                lay(
                    90,
                    overlap(x, block.x - 14, block.x + block.width + 14)
                        * overlap(y, block.y - 9, block.y + block.height + 9))
                lay(40, mask(masks.shadow, masks, x - 4, y - 5))
                lay(150, mask(masks.stroke, masks, x, y))
                lay(255, mask(masks.fill, masks, x, y))
                #expect(abs(frame.y(x, y) - (16 + 219 * gray / 255)) <= 1.3)
            }
        }
    }

    @Test func theBoxHasRoundedCorners() async throws {
        let box = TextStyle.Box(color: .white, padX: 30, padY: 20, radius: 16)
        let clip = clip(.make("i", style: .make(color: .white, box: box)))
        let block = try masks(clip).block
        let frame = try await drawn(clip)
        let area = (block.width + 60) * (block.height + 40) - (4 - .pi) * 16 * 16
        #expect(abs(frame.area - area) < 3)
    }

    @Test func aFadeIsACubicOutOfOpacity() async throws {
        let whole = try await drawn(clip(.make()))
        let fading = clip(.make(entrance: .fade, exit: .fade, duration: 12))
        let plan = RenderPlan.make(canvas, frameCount: 60, tracks: [.make([fading])])
        let frames = try await plan.drawn(0..<60)
        for (index, frame) in frames.enumerated() {
            func eased(_ time: Double) -> Double { 1 - pow(1 - min(time, 1), 3) }
            let share = eased(Double(index) / 12) * eased(Double(60 - index) / 12)
            #expect(abs(frame.area - whole.area * share) < 0.012 * whole.area)
        }
        #expect(frames[0].area == 0 && frames[30] == whole)
    }

    @Test func fadesOfTheSegmentMultiplyTheOpacity() async throws {
        let whole = try await drawn(clip(.make()))
        var fading = clip(.make())
        fading.fade = Fade(entrance: 20, exit: 0)
        let half = try await drawn(fading, at: 10)
        #expect(abs(half.area - whole.area / 2) < 0.012 * whole.area)
    }

    @Test(arguments: [TextAnimation.Kind.slideUp, .slideLeft])
    func slidesGlideBySubpixelsAlongTheCubic(kind: TextAnimation.Kind) async throws {
        // An opaque block instead of thin strokes: its centre can be measured well.
        let box = TextStyle.Box(color: .white, padX: 20, padY: 20, radius: 8)
        let content = TextContent.make(
            "x", style: .make(color: .white, box: box), entrance: kind, duration: 20)
        let plan = RenderPlan.make(canvas, frameCount: 60, tracks: [.make([clip(content)])])
        let frames = try await plan.drawn(4..<24)
        let rest = frames[19].centroid
        let distance = (kind == .slideUp ? 24 : 48) * 180.0 / 1080
        for (index, frame) in zip(4..<24, frames) {
            let away = distance * pow(1 - min(Double(index) / 20, 1), 3)
            let centroid = frame.centroid
            let (along, across) =
                kind == .slideUp
                ? (centroid.y - rest.y, centroid.x - rest.x)
                : (centroid.x - rest.x, centroid.y - rest.y)
            #expect(abs(along - away) < 0.03)
            #expect(abs(across) < 0.02)
        }
    }

    @Test func aSlideLeavesTheWayItWasGoing() async throws {
        let content = TextContent.make(entrance: .slideUp, exit: .slideUp, duration: 20)
        let plan = RenderPlan.make(canvas, frameCount: 60, tracks: [.make([clip(content)])])
        let frames = try await plan.drawn([8, 30, 52])
        #expect(frames[0].centroid.y > frames[1].centroid.y + 0.3)
        #expect(frames[2].centroid.y < frames[1].centroid.y - 0.3)
    }

    @Test func popGrowsAroundTheCentre() async throws {
        let box = TextStyle.Box(color: .white, padX: 40, padY: 30, radius: 0)
        let content = TextContent.make(
            "x", style: .make(color: .white, box: box), entrance: .pop, duration: 20)
        let plan = RenderPlan.make(canvas, frameCount: 60, tracks: [.make([clip(content)])])
        let frames = try await plan.drawn([4, 8, 12, 30])
        let (full, rest) = (frames[3].area, frames[3].centroid)
        for (time, frame) in zip([4.0, 8, 12], frames) {
            let eased = 1 - pow(1 - time / 20, 3)
            let scale = 0.85 + 0.15 * eased
            #expect(abs(frame.area / full - scale * scale * eased) < 0.012)
            #expect(abs(frame.centroid.x - rest.x) < 0.1)
            #expect(abs(frame.centroid.y - rest.y) < 0.1)
        }
    }

    @Test func movingWordsComeToRestWithoutAJump() async throws {
        // On the last moving frame the words are 0.001 pixels off, sampled from the moving picture.
        let content = TextContent.make(entrance: .slideUp, duration: 20)
        let plan = RenderPlan.make(canvas, frameCount: 60, tracks: [.make([clip(content)])])
        let frames = try await plan.drawn([19, 20, 21])
        let difference = zip(frames[0].luma, frames[1].luma).map { abs(Int($0) - Int($1)) }
        #expect((difference.max() ?? 99) <= 2)
        #expect(frames[1] == frames[2])
    }

    @Test(arguments: [(-60.0, 90.0), (318, 90), (160, -4), (160, 181), (4000, 90), (160, -4000)])
    func wordsOverTheEdgeAreCut(x: Double, y: Double) async throws {
        for kind in [TextAnimation.Kind.none, .slideUp, .pop] {
            let content = TextContent.make("Edge", entrance: kind, duration: 20)
            let clip = clip(content, x: x, y: y)
            let masks = try masks(clip)
            for index in [3, 30] {
                let frame = try await drawn(clip, at: index)
                guard kind == .none || index == 30 else { continue }
                var sum = 0.0
                for row in 0..<180 {
                    for column in 0..<320 { sum += mask(masks.fill, masks, column, row) }
                }
                #expect(abs(frame.area - sum) <= 0.01 * sum)
            }
        }
    }

    @Test(arguments: ["", " ", "\n\n"])
    func wordsWithoutInkDrawNothing(text: String) async throws {
        for kind in [TextAnimation.Kind.none, .slideLeft, .pop] {
            let frame = try await drawn(clip(.make(text, entrance: kind, duration: 20)), at: 5)
            #expect(frame.area == 0)
        }
    }

    @Test func leftAndRightTextsKeepToTheEdgesOfTheirWidth() async throws {
        for (alignment, edge) in [(TextStyle.Alignment.left, 60.0), (.right, 260)] {
            let frame = try await drawn(
                clip(.make("Hill", style: .make(alignment: alignment)), width: 200))
            let columns = (0..<320).filter { x in (0..<180).contains { frame.share(x, $0) > 0.5 } }
            let found = alignment == .left ? columns.first : columns.last
            #expect(abs(Double(found ?? -99) - edge) < 5)
        }
    }

    @Test func aTextThatDoesNotFitIsANotice() async throws {
        let content = TextContent.make(
            String(repeating: "very long ", count: 80), style: .make(size: 60))
        let plan = RenderPlan.make(canvas, frameCount: 60, tracks: [.make([clip(content)])])
        let notices = try TextNotices.find(in: plan, fonts: .bundled())
        #expect(notices.contains { $0.message.contains("ellipsis") })
        let short = RenderPlan.make(canvas, frameCount: 60, tracks: [.make([clip(.make())])])
        #expect(try TextNotices.find(in: short, fonts: .bundled()).isEmpty)
    }
}
