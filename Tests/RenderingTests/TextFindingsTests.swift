import Foundation
import Testing
import Typesetting

@testable import Planning
@testable import Rendering

@Suite struct TextFindingsTests {
    private let canvas = Canvas.make(1000, 500)

    private func text(
        _ words: String, left: Double, top: Double, width: Double = 300,
        frames: Range<Int> = 0..<10, alignment: TextStyle.Alignment = .center
    ) -> Clip {
        Clip.make(
            .text(.make(words, style: .make(size: 40, alignment: alignment))),
            .make(left: left, top: top, width: width, height: 0), frames: frames)
    }

    private func findings(_ clips: Clip...) throws -> [TextFinding] {
        try TextFindings.find(in: .make(canvas, clips: clips), fonts: .bundled())
    }

    @Test func textsThatLieWellAreNotFound() throws {
        #expect(
            try findings(
                text("One", left: 100, top: 100), text("Two", left: 100, top: 160),
                text("Later", left: 100, top: 100, frames: 10..<20)
            ).isEmpty)
    }

    @Test func inkOverTheSafeAreaIsFoundWithItsPlace() throws {
        let found = try findings(text("Wide", left: 10, top: 100, alignment: .left))
        #expect(found.map(\.notice.message) == ["it reaches over the edge of the safe area (5 %)"])
        let box = try #require(found.first)
        // From the left end of its place, as wide as four letters of 40 pixels may be.
        #expect(0.008...0.02 ~= box.x)
        #expect(0.05...0.15 ~= box.width)
        // Its line's middle is at 100 of 500; capitals are about 0.7 em high.
        #expect(abs(box.y + box.height / 2 - 0.2) < 0.02)
        #expect(0.05...0.09 ~= box.height)
        #expect(box.frames == 0..<10)
    }

    @Test func theBoxIsWhereTheInkIs() async throws {
        let clip = text("Hg", left: 10, top: 60, alignment: .left)
        let plan = RenderPlan.make(canvas, clips: [clip])
        let box = try #require(try TextFindings.find(in: plan, fonts: .bundled()).first)
        let frame = try #require(try await plan.drawn(5..<6).first)
        var (left, right, top, bottom) = (1000, 0, 500, 0)
        for y in 0..<500 {
            for x in 0..<1000 where frame.luma[y * 1000 + x] > 128 {
                (left, right) = (min(left, x), max(right, x + 1))
                (top, bottom) = (min(top, y), max(bottom, y + 1))
            }
        }
        #expect(abs(box.x * 1000 - Double(left)) < 2)
        #expect(abs((box.x + box.width) * 1000 - Double(right)) < 2)
        #expect(abs(box.y * 500 - Double(top)) < 2)
        #expect(abs((box.y + box.height) * 500 - Double(bottom)) < 2)
    }

    @Test func textsOverEachOtherAreFoundAtTheUpperOne() throws {
        let found = try findings(
            text("Below\nit all", left: 100, top: 200), text("Above", left: 110, top: 210))
        #expect(found.map(\.notice.message) == ["it lies over \"Below it all\""])
        #expect(found.first?.frames == 0..<10)
    }
}
