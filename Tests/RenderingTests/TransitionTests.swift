import Foundation
import Testing

@testable import Planning
@testable import Rendering

/// A dark side that gives way to a bright one over frames 10..<20, drawn from 0 to 1 in tenths.
@Suite struct TransitionTests {
    private static let canvas = Canvas.make(160, 90)
    private static let dark = Color.gray(60)
    private static let bright = Color.gray(200)

    private func plan(
        _ kind: Transition.Kind, _ canvas: Canvas = canvas, from: Clip.Content? = nil
    ) -> RenderPlan {
        let clips = [
            Clip.make(
                from ?? .generated(.color(Self.dark)), .whole(canvas), frames: 0..<20,
                span: .init(start: 0, end: 15)),
            Clip.make(
                .generated(.color(Self.bright)), .whole(canvas), frames: 10..<30,
                span: .init(start: 15, end: 30)),
        ]
        return .make(
            canvas, frameCount: 30, tracks: [.make(clips, [.make(kind, 10..<20)])])
    }

    private func frame(_ kind: Transition.Kind, at progress: Double) async throws -> Drawn {
        try await plan(kind).drawn(at: 10 + Int((progress * 10).rounded()))
    }

    /// The share of the second side at a pixel.
    private func share(_ frame: Drawn, _ x: Int, _ y: Int) -> Double {
        let (a, b) = (limitedRange(Self.dark).y, limitedRange(Self.bright).y)
        return (frame.y(x, y) - a) / (b - a)
    }

    private func area(_ frame: Drawn) -> Double {
        var sum = 0.0
        for y in 0..<frame.height { for x in 0..<frame.width { sum += share(frame, x, y) } }
        return sum / Double(frame.width * frame.height)
    }

    @Test(arguments: Transition.Kind.allCases)
    func aTransitionLastsTheFramesOfThePlanAndNoLonger(kind: Transition.Kind) async throws {
        let frames = try await plan(kind).drawn([9, 10, 11, 19, 20])
        #expect(abs(area(frames[0])) < 0.01)
        #expect(abs(area(frames[1])) < 0.01)
        #expect(frames[2] != frames[0] && frames[3] != frames[4])
        #expect(abs(area(frames[4]) - 1) < 0.01)
    }

    @Test(arguments: Transition.Kind.allCases)
    func aFrameIsTheSameWheneverItIsDrawn(kind: Transition.Kind) async throws {
        let plan = plan(kind)
        let frames = try await plan.drawn([15, 12, 15, 18, 12])
        #expect(frames[0] == frames[2] && frames[1] == frames[4])
        #expect(try await plan.drawn(at: 15) == frames[0])
    }

    @Test func fadeMixesByProgress() async throws {
        let frames = try await plan(.fade).drawn(10..<20)
        let (a, b) = (limitedRange(Self.dark).y, limitedRange(Self.bright).y)
        for (index, frame) in frames.enumerated() {
            let exact = a + (b - a) * Double(index) / 10
            #expect(frame.luma.allSatisfy { abs(Double($0) - exact) <= 1 })
            #expect(frame.cb.allSatisfy { $0 == 128 })
        }
    }

    @Test(arguments: [(Transition.Kind.fadeblack, 16.0), (.fadewhite, 235)])
    func theMiddleOfAFadeThroughAColorIsThatColor(kind: Transition.Kind, luma: Double) async throws
    {
        let frames = try await plan(kind).drawn(10..<20)
        #expect(frames[5].luma.allSatisfy { abs(Double($0) - luma) <= 1 })
        let middle = frames.map { abs($0.y(80, 45) - luma) }
        #expect(middle[1] < middle[0] && middle[9] > middle[5])
    }

    /// Where the second side begins or ends across (or down) the middle, by the area that it takes.
    @Test(arguments: [0.2, 0.5, 0.8])
    func wipesMoveABorderAcross(progress: Double) async throws {
        for kind in [Transition.Kind.wipeleft, .wiperight, .wipeup, .wipedown] {
            let frame = try await frame(kind, at: progress)
            #expect(abs(area(frame) - progress) < 0.01)
            // A pixel 5 % to either side of the border, seen in the direction of the move.
            let (before, behind) = (progress + 0.05, progress - 0.05)
            for (place, isSecond) in [(behind, true), (before, false)] {
                let (x, y) =
                    switch kind {
                    case .wipeleft: (160 * (1 - place), 45.0)
                    case .wiperight: (160 * place, 45)
                    case .wipeup: (80, 90 * (1 - place))
                    default: (80, 90 * place)
                    }
                #expect(abs(share(frame, Int(x), Int(y)) - (isSecond ? 1 : 0)) < 0.01)
            }
        }
    }

    /// The direction in which a slide pushes.
    private func direction(_ kind: Transition.Kind) -> SIMD2<Double> {
        switch kind {
        case .slideleft: SIMD2(-1, 0)
        case .slideright: SIMD2(1, 0)
        case .slideup: SIMD2(0, -1)
        default: SIMD2(0, 1)
        }
    }

    @Test(
        arguments: [Transition.Kind.slideleft, .slideright, .slideup, .slidedown],
        [0.2, 0.5, 0.8])
    func slidesPushTheFirstSideOut(kind: Transition.Kind, progress: Double) async throws {
        // A ramp from black to grey along the move shows how far it went.
        let direction = direction(kind)
        let isLevel = direction.y == 0
        let ramp = GeneratedPicture.gradient(
            from: .black, to: .gray(128), angle: isLevel ? 90 : 180)
        let frame = try await plan(kind, from: .generated(ramp))
            .drawn(at: 10 + Int((progress * 10).rounded()))
        let size = SIMD2(160.0, 90.0)
        // The middle of what is left of the first side, and the middle of what has come of the
        // second.
        let first = size / 2 + direction * size * (progress / 2)
        let second = size / 2 - direction * size * ((1 - progress) / 2)
        let pixel = SIMD2(first.x.rounded(.down) + 0.5, first.y.rounded(.down) + 0.5)
        let source = (pixel - direction * size * progress) / size
        let exact: Double = 16 + 219 * 128 / 255 * (isLevel ? source.x : source.y)
        #expect(abs(frame.y(Int(first.x), Int(first.y)) - exact) < 1.6)
        #expect(abs(share(frame, Int(second.x), Int(second.y)) - 1) < 0.01)
    }

    @Test(arguments: [0.3, 0.5, 0.7])
    func circlesGrowToTheCornersAndShrinkFromThem(progress: Double) async throws {
        let corner = (80.0 * 80 + 45 * 45).squareRoot()
        for kind in [Transition.Kind.circleopen, .circleclose] {
            let frame = try await frame(kind, at: progress)
            let isOpening = kind == .circleopen
            let radius = corner * (isOpening ? progress : 1 - progress)
            // Along the longer half axis and along the diagonal, a rim of 4 % of the way left out.
            for direction in [SIMD2(1.0, 0), SIMD2(80, 45) / corner, SIMD2(-1, 0)] {
                for (distance, isInside) in [
                    (radius - 0.04 * corner, true), (radius + 0.04 * corner, false),
                ] {
                    let place = SIMD2(80.0, 45) + direction * max(distance, 0)
                    guard place.x < 160, place.x >= 0, place.y < 90 else { continue }
                    let exact: Double = isInside == isOpening ? 1 : 0
                    #expect(abs(share(frame, Int(place.x), Int(place.y)) - exact) < 0.02)
                }
            }
        }
    }

    @Test func dissolveTurnsOverTheShareOfPixelsThatProgressSays() async throws {
        let frames = try await plan(.dissolve).drawn(10..<20)
        var last = 0.0
        for (index, frame) in frames.enumerated() {
            let area = area(frame)
            #expect(abs(area - Double(index) / 10) < 0.08)
            #expect(area >= last)
            last = area
        }
        // It is scattered: every quarter of the canvas has its share.
        for (x, y) in [(0, 0), (80, 0), (0, 45), (80, 45)] {
            var sum = 0.0
            for row in y..<y + 45 {
                for column in x..<x + 80 { sum += share(frames[5], column, row) }
            }
            #expect(abs(sum / (80 * 45) - 0.5) < 0.08)
        }
    }

    @Test func bothSidesAreMixedOverTheTracksBelow() async throws {
        // Half-clear sides over red: at the middle of a fade red shines through by half.
        let canvas = Self.canvas
        let below = Clip.make(.generated(.color(.pureRed)), .whole(canvas), frames: 0..<30)
        var plan = plan(.fade)
        for index in 0..<2 { plan.tracks[0].clips[index].placement = .whole(canvas, opacity: 0.5) }
        plan.tracks.insert(.make([below]), at: 0)
        let frame = try await plan.drawn(at: 15)
        let sides = (limitedRange(Self.dark).y + limitedRange(Self.bright).y) / 2
        #expect(abs(frame.y(50, 50) - (limitedRange(.pureRed).y + sides) / 2) <= 1.5)
        #expect(abs(frame.chroma(20, 20).cr - (limitedRange(.pureRed).cr + 128) / 2) <= 1.5)
    }

    @Test func aTransitionOnTheTopTrackDoesNotHideWhatIsBelowIt() async throws {
        let canvas = Self.canvas
        var plan = plan(.slideleft)
        plan.tracks.insert(.make([.make(.white, .whole(canvas), frames: 0..<30)]), at: 0)
        for index in 0..<2 {
            plan.tracks[1].clips[index].placement = .make(left: 0, top: 0, width: 160, height: 45)
        }
        let frame = try await plan.drawn(at: 15)
        #expect(frame.y(80, 70) == 235)
        #expect(abs(share(frame, 20, 20)) < 0.01 && abs(share(frame, 140, 20) - 1) < 0.01)
    }
}
