import Foundation
import Testing
import Typesetting

@testable import Planning
@testable import Rendering

/// Texts that come and go in pieces, behind an edge or out of a blur.
@Suite struct TextEntranceTests {
    private let canvas = Canvas.make(320, 180)

    private func frames(_ content: TextContent, _ indices: [Int]) async throws -> [Drawn] {
        let clip = Clip.make(
            .text(content), .make(left: 5, top: 90, width: 310, height: 0), frames: 0..<100)
        return try await RenderPlan.make(canvas, frameCount: 100, tracks: [.make([clip])])
            .drawn(indices)
    }

    private func typed(_ text: String, style: TextStyle = .make(size: 40)) -> TextContent {
        var content = TextContent.make(text, style: style, entrance: .typewriter, exit: .typewriter)
        let steps = TextSteps(starts: Array(0..<text.count), interval: 10, fade: 0)
        content.animation.entranceSteps = steps
        content.animation.exitSteps = steps
        return content
    }

    @Test func lettersAppearOneByOneAtTheirPlacesAndVanishInReverse() async throws {
        let content = typed("IIII")
        let frames = try await frames(content, [0, 5, 15, 25, 35, 50, 75, 85, 95])
        let whole = frames[5].area
        for (frame, count) in zip(frames, [1, 1, 2, 3, 4, 4, 3, 2, 1]) {
            #expect(abs(frame.area - whole * Double(count) / 4) < 0.03 * whole)
        }
        // What is there is where it will be: no pixel is brighter than at the end.
        for frame in frames {
            #expect(zip(frame.luma, frames[5].luma).allSatisfy { $0 <= $1 })
        }
        var plain = content
        plain.animation = TextAnimation(entrance: .none, exit: .none, duration: 10)
        #expect(try await frames[5] == self.frames(plain, [50])[0])
    }

    @Test func theBoxOfTypedWordsIsThereBeforeThem() async throws {
        let box = TextStyle.Box(color: .gray(120), padX: 20, padY: 10, radius: 0)
        let frames = try await frames(
            typed("WWWW", style: .make(size: 40, color: .black, box: box)), [12, 50])
        func boxed(_ frame: Drawn) -> Double {
            Double(frame.luma.filter { $0 > 40 }.count)
        }
        #expect(abs(boxed(frames[0]) - boxed(frames[1])) < 0.35 * boxed(frames[1]))
        #expect(boxed(frames[0]) > boxed(frames[1]))
    }

    @Test func wordsFadeInOneByOne() async throws {
        var content = TextContent.make("II II", style: .make(size: 40), entrance: .word)
        content.animation.entranceSteps = TextSteps(starts: [0, 3], interval: 20, fade: 10)
        let frames = try await frames(content, [0, 5, 12, 25, 40])
        let whole = frames[4].area
        for (frame, share) in zip(frames, [0, 0.4375, 0.5, 0.5 + 0.4375, 1]) {
            #expect(abs(frame.area - whole * share) < 0.02 * whole)
        }
    }

    @Test func aRevealWipesFromLeftToRightBothWays() async throws {
        let content = TextContent.make(
            "IIIIIIIIII", style: .make(size: 30), entrance: .reveal, exit: .reveal, duration: 40)
        let frames = try await frames(content, [0, 6, 12, 50, 94])
        let rest = frames[3].centroid.x
        #expect(frames[0].area == 0)
        #expect(frames[1].area < frames[2].area && frames[2].area < frames[3].area)
        #expect(frames[1].centroid.x < frames[2].centroid.x && frames[2].centroid.x < rest - 1)
        #expect(frames[4].centroid.x > rest + 1)
        #expect(zip(frames[1].luma, frames[3].luma).allSatisfy { $0 <= $1 })
    }

    @Test func aBlurKeepsTheCentreAndComesSharpWithoutAJump() async throws {
        let content = TextContent.make(
            "Blur", style: .make(size: 40), entrance: .blur, duration: 20)
        let frames = try await frames(content, [4, 10, 19, 20, 21])
        for (index, frame) in zip([4.0, 10], frames) {
            let opacity = 1 - pow(1 - index / 20, 3)
            #expect(abs(frame.area - frames[3].area * opacity) < 0.03 * frames[3].area)
            #expect(abs(frame.centroid.x - frames[3].centroid.x) < 0.2)
            #expect(abs(frame.centroid.y - frames[3].centroid.y) < 0.2)
        }
        #expect((frames[0].luma.max() ?? 255) < (frames[3].luma.max() ?? 0) - 60)
        let jump = zip(frames[2].luma, frames[3].luma).map { abs(Int($0) - Int($1)) }
        #expect((jump.max() ?? 99) <= 2)
        #expect(frames[3] == frames[4])
    }

    @Test(arguments: [5.0, 8, 12.4])
    func aBlurHasTheVarianceOfItsSigma(sigma: Double) {
        // A white square of 20 by 20 pixels in the middle of 200 by 200.
        var plane = [UInt8](repeating: 0, count: 40_000)
        for y in 90..<110 { for x in 90..<110 { plane[y * 200 + x] = 255 } }
        let quarter = [UInt8](repeating: 0, count: 10_000)
        let planes = LayerPlanes(
            width: 200, height: 200, luma: plane, alphaLuma: plane, cb: quarter, cr: quarter,
            alphaChroma: quarter)
        let blurred = planes.blurred(sigma).luma
        var (mass, moment) = (0.0, 0.0)
        for (index, value) in blurred.enumerated() {
            let distance = Double(index % 200) - 99.5
            mass += Double(value)
            moment += Double(value) * distance * distance
        }
        // A box of 20 pixels has the variance (20² - 1) / 12.
        #expect(abs((moment / mass - 399.0 / 12).squareRoot() / sigma - 1) < 0.15)
        #expect(abs(mass / (400 * 255) - 1) < 0.03)
    }
}
