import Foundation
import TestSupport
import Testing

@testable import Planning
@testable import Rendering

/// Boxes on the canvas: edges, corners, turns, fits.
@Suite struct PlacementTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private let canvas = Canvas.make(64, 48)

    /// A white box on black.
    private func white(_ placement: Placement) async throws -> Drawn {
        try await RenderPlan.make(canvas, clips: [.make(.white, placement)]).drawn()
    }

    private func overlap(_ pixel: Int, _ start: Double, _ end: Double) -> Double {
        max(min(Double(pixel) + 1, end) - max(Double(pixel), start), 0)
    }

    @Test(
        arguments: [
            [10.0, 8, 20, 16], [10.3, 8.8, 20.25, 15.5], [-3.4, 40.1, 30, 20.2],
            [20.4, 10.3, 0.2, 30], [20.9, 10.3, 0.3, 0.5], [12, 30.25, 1, 1],
        ])
    func aBoxCoversEachPixelByTheAreaThatItTakesOfIt(box: [Double]) async throws {
        let frame = try await white(
            .make(left: box[0], top: box[1], width: box[2], height: box[3]))
        for y in 0..<48 {
            for x in 0..<64 {
                let exact =
                    overlap(x, box[0], box[0] + box[2]) * overlap(y, box[1], box[1] + box[3])
                #expect(abs(frame.share(x, y) - exact) < 0.006)
            }
        }
    }

    @Test(arguments: [0, 3, 7.5, 12, 40])
    func roundedCornersTakeTheirShareOfTheArea(radius: Double) async throws {
        let frame = try await white(
            .make(left: 10.2, top: 9.7, width: 40, height: 30, cornerRadius: radius))
        let used = min(radius, 15)
        let exact = 40 * 30 - (4 - .pi) * used * used
        #expect(abs(frame.area - exact) < 2)
        #expect(abs(frame.centroid.x - 30.2) < 0.01 && abs(frame.centroid.y - 24.7) < 0.01)
    }

    @Test(arguments: [30.0, 45, -12, 77])
    func aTurnedSquareKeepsItsAreaAndItsCentre(degrees: Double) async throws {
        let frame = try await white(
            .make(left: 20.3, top: 12.6, width: 22, height: 22, rotation: degrees))
        #expect(abs(frame.area - 22 * 22) < 2)
        #expect(abs(frame.centroid.x - 31.3) < 0.1 && abs(frame.centroid.y - 23.6) < 0.1)
    }

    @Test func turningIsClockwise() async throws {
        let frame = try await white(
            .make(left: 12, top: 22, width: 40, height: 4, rotation: 30))
        // The right end goes down.
        #expect(frame.share(32 + 15, 24 + 8) > 0.9)
        #expect(frame.share(32 + 15, 24 - 9) < 0.01)
    }

    private func noisy(_ width: Int, _ height: Int) throws -> (PictureFile, [UInt8]) {
        var random = Xorshift(21)
        let pixels = (0..<width * height).map { _ in UInt8.random(in: 0...255, using: &random) }
        return (try PictureFile(width, height, channels: 1, pixels, in: folder), pixels)
    }

    @Test(arguments: [90.0, 180, 270, -90])
    func quarterTurnsPermutePixels(degrees: Double) async throws {
        let (picture, pixels) = try noisy(24, 24)
        let frame = try await RenderPlan.make(
            canvas,
            clips: [
                .make(
                    .picture(.make(picture)),
                    .make(left: 20, top: 12, width: 24, height: 24, rotation: degrees))
            ]
        ).drawn()
        for y in 0..<24 {
            for x in 0..<24 {
                let source =
                    switch degrees {
                    case 90: (x: y, y: 23 - x)
                    case 180: (x: 23 - x, y: 23 - y)
                    default: (x: 23 - y, y: x)
                    }
                let exact = 16 + 219 * Double(pixels[source.y * 24 + source.x]) / 255
                #expect(abs(frame.y(20 + x, 12 + y) - exact) < 0.52)
            }
        }
    }

    @Test func aPictureInItsOwnSizeOnWholePixelsPassesUnchanged() async throws {
        let (picture, pixels) = try noisy(24, 20)
        let frame = try await RenderPlan.make(
            canvas,
            clips: [
                .make(.picture(.make(picture)), .make(left: 7, top: 5, width: 24, height: 20))
            ]
        ).drawn()
        let errors = pixels.enumerated().map { index, value in
            let exact = 16 + 219 * Double(value) / 255
            return abs(frame.y(7 + index % 24, 5 + index / 24) - exact)
        }
        #expect((errors.max() ?? 99) < 0.65)
    }

    @Test(arguments: [0.0, 0.25, 0.5, 0.9, 1])
    func opacityMixesWithWhatLiesBelow(opacity: Double) async throws {
        let below = Color(red: 200, green: 30, blue: 60)
        let above = Color(red: 10, green: 90, blue: 250)
        let frame = try await RenderPlan.make(
            .make(64, 48, background: below),
            clips: [.make(above, .whole(canvas, opacity: opacity))]
        ).drawn()
        let (a, b) = (limitedRange(below), limitedRange(above))
        #expect(abs(frame.y(20, 20) - (a.y + (b.y - a.y) * opacity)) <= 1.1)
        let chroma = frame.chroma(10, 10)
        #expect(abs(chroma.cb - (a.cb + (b.cb - a.cb) * opacity)) <= 1.1)
        #expect(abs(chroma.cr - (a.cr + (b.cr - a.cr) * opacity)) <= 1.1)
    }

    @Test func fadesAreLinearInTheFramesOfTheSpan() async throws {
        // The segment runs from frame 2.5 to 22.5, fades in over 6 and out over 8 frames.
        let clip = Clip.make(
            .generated(.color(.white)), .whole(canvas), frames: 3..<23,
            span: .init(start: 2.5, end: 22.5), fade: Fade(entrance: 6, exit: 8))
        let frames = try await RenderPlan.make(canvas, clips: [clip]).drawn(0..<25)
        for (index, frame) in frames.enumerated() {
            let time = Double(index)
            let isShown = (3..<23).contains(index)
            let factor = max(min(1, (time - 2.5) / 6, (22.5 - time) / 8), 0)
            #expect(abs(frame.share(30, 30) - (isShown ? factor : 0)) < 0.006)
        }
    }

    @Test func clipsShowInTheirHalfOpenRangeAndNowhereElse() async throws {
        let clips = [
            Clip.make(.gray(100), .whole(canvas), frames: 2..<5),
            Clip.make(.gray(200), .whole(canvas), frames: 5..<6),
        ]
        let frames = try await RenderPlan.make(canvas, tracks: [.make(clips)]).drawn(0..<8)
        let exact = [0, 0, 100, 100, 100, 200, 0, 0].map { 16 + 219 * Double($0) / 255 }
        for (frame, luma) in zip(frames, exact) { #expect(abs(frame.y(9, 9) - luma) <= 0.5) }
    }

    @Test func laterTracksLieAboveEarlierOnes() async throws {
        let boxes = [0.0, 10, 20].map {
            Placement.make(left: $0, top: 0, width: 30, height: 48)
        }
        let plan = RenderPlan.make(
            canvas,
            clips: [
                .make(.gray(50), boxes[0]), .make(.gray(150), boxes[1]),
                .make(.gray(250), boxes[2]),
            ])
        let frame = try await plan.drawn()
        for (x, gray) in [(5, 50), (12, 150), (25, 250), (45, 250), (60, 0)] {
            #expect(abs(frame.y(x, 20) - (16 + 219 * Double(gray) / 255)) <= 0.5)
        }
    }

    @Test func aTrackThatHidesAllIsDrawnOverWhatIsBelowAndUnderWhatIsAbove() async throws {
        let corner = Placement.make(left: 0, top: 0, width: 8, height: 8)
        let frame = try await RenderPlan.make(
            canvas,
            clips: [
                .make(.white, corner), .make(.gray(100), .whole(canvas)), .make(.black, corner),
            ]
        ).drawn()
        #expect(frame.y(4, 4) == 16)
        #expect(abs(frame.y(30, 30) - (16 + 219 * 100 / 255.0)) <= 0.5)
    }

    @Test func coverFillsTheBoxAndCutsWhatStandsOver() async throws {
        // Three vertical stripes; a square box sees the middle one and a third of the others.
        let picture = try PictureFile(90, 30, channels: 1, in: folder) { x, _ in
            [[40, 140, 240][x / 30]]
        }
        let content = PictureContent.make(picture, left: 30, top: 0, width: 30, height: 30)
        let frame = try await RenderPlan.make(
            canvas,
            clips: [.make(.picture(content), .make(left: 10, top: 5, width: 36, height: 36))]
        ).drawn()
        for (x, y) in [(14, 9), (42, 9), (28, 23), (14, 37)] {
            #expect(abs(frame.y(x, y) - (16 + 219 * 140 / 255.0)) <= 2)
        }
        #expect(frame.y(8, 20) == 16 && frame.y(47, 20) == 16)
    }

    @Test func coverOfABoxThatChangesItsShapeNeverStretches() async throws {
        // A disc stays a disc where the view is wider than the box.
        let disc = try PictureFile(96, 48, channels: 1, in: folder) { x, y in
            let (dx, dy) = (Double(x) + 0.5 - 48, Double(y) + 0.5 - 24)
            return [dx * dx + dy * dy < 15 * 15 ? 255 : 0]
        }
        let frame = try await RenderPlan.make(
            canvas,
            clips: [
                .make(.picture(.make(disc)), .make(left: 8, top: 0, width: 48, height: 48))
            ]
        ).drawn()
        #expect(abs(frame.area - .pi * 15 * 15) < 14)
        let width = (0..<64).reduce(0.0) { $0 + frame.share($1, 24) }
        let height = (0..<48).reduce(0.0) { $0 + frame.share(32, $1) }
        #expect(abs(width - 30) < 0.6 && abs(height - 30) < 0.6)
    }

    @Test func containLeavesTheRestToWhatLiesBelow() async throws {
        let picture = try PictureFile(40, 40, channels: 1, in: folder) { _, _ in [255] }
        let frame = try await RenderPlan.make(
            .make(64, 48, background: .gray(80)),
            clips: [.make(.picture(.make(picture, fit: .contain)), .whole(canvas))]
        ).drawn()
        let ground = 16 + 219 * 80 / 255.0
        #expect(abs(frame.y(3, 20) - ground) <= 0.5 && abs(frame.y(60, 20) - ground) <= 0.5)
        #expect(abs(frame.area - (48 * 48 + 16 * 48 * 80 / 255.0)) < 6)
        #expect(frame.y(32, 2) == 235 && frame.y(9, 24) == 235 && frame.y(54, 24) == 235)
    }

    @Test func stretchFillsTheBoxWhateverItsShape() async throws {
        let picture = try PictureFile(20, 40, channels: 1, in: folder) { _, y in
            [y < 20 ? 255 : 0]
        }
        let frame = try await RenderPlan.make(
            canvas, clips: [.make(.picture(.make(picture, fit: .stretch)), .whole(canvas))]
        ).drawn()
        #expect(abs(frame.area - 64 * 24) < 20)
        #expect(frame.y(1, 3) == 235 && frame.y(62, 3) == 235 && frame.y(1, 45) == 16)
    }

    @Test func theBackdropOfABlurIsDarkAndSmooth() async throws {
        let (picture, pixels) = try noisy(90, 180)
        let wide = Canvas.make(320, 180)
        let frame = try await RenderPlan.make(
            wide, clips: [.make(.picture(.make(picture, fit: .blur)), .whole(wide))]
        ).drawn()
        let mean = pixels.reduce(0.0) { $0 + Double($1) } / Double(pixels.count)
        var steps: [Double] = []
        var sum = 0.0
        for y in 8..<172 {
            for x in 4..<110 {
                steps.append(abs(frame.y(x, y) - frame.y(x - 1, y)))
                sum += frame.share(x, y)
            }
        }
        #expect(abs(sum / (164 * 106) / (mean / 255) - 0.55) < 0.1)
        #expect((steps.max() ?? 99) <= 3)
        // The picture itself stands in the middle, unblurred.
        #expect(abs(frame.y(115 + 7, 9) - (16 + 219 * Double(pixels[9 * 90 + 7]) / 255)) <= 1)
    }

    @Test func theBackdropOfAClearPictureIsClear() async throws {
        let ground = Color(red: 180, green: 150, blue: 40)
        let picture = try PictureFile(48, 48, channels: 4, in: folder) { x, y in
            (20..<28).contains(x) && (20..<28).contains(y) ? [255, 255, 255, 255] : [0, 0, 0, 0]
        }
        let wide = Canvas.make(320, 48, background: ground)
        let frame = try await RenderPlan.make(
            wide, clips: [.make(.picture(.make(picture, fit: .blur)), .whole(wide))]
        ).drawn()
        let exact = limitedRange(ground)
        #expect(abs(frame.y(3, 3) - exact.y) <= 1)
        #expect(abs(frame.chroma(1, 1).cb - exact.cb) <= 1)
        #expect(abs(frame.chroma(1, 1).cr - exact.cr) <= 1)
    }

    @Test func anOddCanvasRepeatsItsLastColumnAndRow() async throws {
        let odd = Canvas.make(63, 47, background: .white)
        #expect(odd.width == 64 && odd.height == 48)
        for opacity in [1, 0.5] {
            let clip = Clip.make(.generated(.color(.pureRed)), .whole(odd, opacity: opacity))
            let frame = try await RenderPlan.make(odd, clips: [clip]).drawn()
            for y in 0..<48 { #expect(frame.y(63, y) == frame.y(62, y)) }
            for x in 0..<64 { #expect(frame.y(x, 47) == frame.y(x, 46)) }
            // Chroma that is shared with the extra column or row has the colour of the inside.
            for (x, y) in [(31, 5), (5, 23), (31, 23)] {
                #expect(frame.chroma(x, y) == frame.chroma(5, 5))
            }
        }
    }

    @Test func aBoxThatShrinksToNothingIsDrawnWithoutHarm() async throws {
        for size in [0, 1e-300, 1e-12, 1e-3, 0.02, 0.3] {
            let (picture, _) = try noisy(24, 24)
            for rotation in [0.0, 33] {
                let frame = try await RenderPlan.make(
                    canvas,
                    clips: [
                        .make(
                            .picture(.make(picture, fit: .stretch)),
                            .make(
                                left: 20.2, top: 10.4, width: size, height: 20,
                                rotation: rotation))
                    ]
                ).drawn()
                #expect(frame.area <= size * 20 + 0.5)
            }
        }
    }

    @Test func aBoxFarOffTheCanvasLeavesItAsItIs() async throws {
        for place in [-1e9, -100, 200, 1e9, 1e300] {
            let frame = try await white(.make(left: place, top: 3, width: 40, height: 40))
            #expect(frame.area == 0)
        }
    }
}
