import Foundation
import TestSupport
import Testing

@testable import Planning
@testable import Rendering

/// Code values against the formulas of BT.709.
@Suite struct ColorTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private let canvas = Canvas.make(64, 64)

    private func bytes(_ color: Color) -> [UInt8] { [color.red, color.green, color.blue] }

    private func drawn(_ content: Clip.Content) async throws -> Drawn {
        try await RenderPlan.make(canvas, clips: [.make(content, .whole(canvas))]).drawn()
    }

    @Test(
        arguments: [
            .pureRed, .pureGreen, .pureBlue, .white, .black, .gray(128),
            Color(red: 17, green: 200, blue: 99),
        ] as [Color])
    func aFlatPictureHasTheCodeValuesOfTheFormula(color: Color) async throws {
        let exact = limitedRange(color)
        let picture = try PictureFile(64, 64, channels: 3, in: folder) { _, _ in bytes(color) }
        for frame in [
            try await drawn(.picture(.make(picture))),
            try await drawn(.generated(.color(color))),
            try await RenderPlan.make(.make(64, 64, background: color)).drawn(),
        ] {
            #expect(frame.luma.allSatisfy { abs(Double($0) - exact.y) <= 1 })
            #expect(frame.cb.allSatisfy { abs(Double($0) - exact.cb) <= 1 })
            #expect(frame.cr.allSatisfy { abs(Double($0) - exact.cr) <= 1 })
        }
    }

    @Test func pureGreenIs173And42And27() async throws {
        let frame = try await drawn(.generated(.color(.pureGreen)))
        #expect(frame.y(9, 9) == 173)
        #expect(frame.chroma(9, 9).cb == 42)
        #expect(abs(frame.chroma(9, 9).cr - 26.5) <= 0.5)
    }

    @Test func rgbAndBackIsWithinTwoSteps() {
        var random = Xorshift(3)
        let buffer = FrameBuffer(width: 16, height: 16)
        for _ in 0..<60 {
            let color = Color(
                red: .random(in: 0...255, using: &random),
                green: .random(in: 0...255, using: &random),
                blue: .random(in: 0...255, using: &random))
            buffer.planes.fill(YCbCr(color))
            let pixels = RGBPicture(buffer.planes).pixels
            for (index, value) in pixels.enumerated() {
                #expect(abs(Int(value) - Int(bytes(color)[index % 3])) <= 2)
            }
        }
    }

    @Test func aGrayRampRisesByTheFormulaAndHasNoColor() async throws {
        let canvas = Canvas.make(1024, 16)
        let picture = try PictureFile(1024, 16, channels: 1, in: folder) { x, _ in [UInt8(x / 4)] }
        let frame = try await RenderPlan.make(
            canvas, clips: [.make(.picture(.make(picture)), .whole(canvas))]
        ).drawn()
        let row = (0..<256).map { frame.y(4 * $0 + 2, 8) }
        for (value, luma) in row.enumerated() {
            #expect(abs(luma - (16 + 219 * Double(value) / 255)) < 0.65)
        }
        #expect(zip(row, row.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(frame.cb.allSatisfy { $0 == 128 } && frame.cr.allSatisfy { $0 == 128 })
    }

    @Test func aGradientIsDitheredAndNeverStepsByMoreThanOne() async throws {
        let canvas = Canvas.make(640, 64)
        let gradient = GeneratedPicture.gradient(from: .gray(0x10), to: .gray(0x18), angle: 90)
        let frame = try await RenderPlan.make(
            canvas, clips: [.make(.generated(gradient), .whole(canvas))]
        ).drawn()
        func exact(_ x: Double) -> Double { 16 + 219 * (16 + 8 * x / 640) / 255 }
        // Dither takes the value below or above, nothing farther.
        let errors = (0..<64 * 640).map { index in
            abs(Double(frame.luma[index]) - exact(Double(index % 640) + 0.5))
        }
        #expect((errors.max() ?? 99) < 1.1)
        for x in stride(from: 0, to: 640, by: 8) {
            var sum = 0.0
            for y in 0..<8 { for column in x..<x + 8 { sum += frame.y(column, y) } }
            #expect(abs(sum / 64 - exact(Double(x) + 4)) < 0.15)
        }
        // A band of one code value would be 93 columns wide.
        let row = (0..<640).map { frame.y($0, 8) }
        var (run, longest) = (1, 1)
        for (a, b) in zip(row, row.dropFirst()) {
            #expect(abs(a - b) <= 1)
            run = a == b ? run + 1 : 1
            longest = max(longest, run)
        }
        #expect(longest < 40)
    }

    @Test(arguments: [0, 90, 180, 270, 45] as [Double])
    func aGradientRunsInTheDirectionOfCSS(angle: Double) async throws {
        let frame = try await drawn(
            .generated(.gradient(from: .black, to: .white, angle: angle)))
        let (dx, dy) = (sin(angle * .pi / 180), -cos(angle * .pi / 180))
        let length = 64 * (abs(dx) + abs(dy))
        for (x, y) in [(3, 3), (60, 3), (3, 60), (60, 60), (32, 20)] {
            let along = (Double(x) + 0.5 - 32) * dx + (Double(y) + 0.5 - 32) * dy
            #expect(abs(frame.y(x, y) - (16 + 219 * (along / length + 0.5))) < 1.6)
        }
    }

    private func edgeAlpha(_ x: Int) -> Double { Double(min(max((96 - x) * 4, 0), 255)) / 255 }

    /// White whose alpha falls from 255 to 0 across; where it is clear the file says black.
    private func softEdge() throws -> PictureFile {
        try PictureFile(128, 128, channels: 4, in: folder) { x, _ in
            let alpha = UInt8((255 * edgeAlpha(x)).rounded())
            let value: UInt8 = alpha == 0 ? 0 : 255
            return [value, value, value, alpha]
        }
    }

    @Test(arguments: [.white, .black, Color(red: 180, green: 40, blue: 90)] as [Color])
    func aSoftEdgeMixesStraightColorsWithoutAFringe(ground: Color) async throws {
        let canvas = Canvas.make(64, 64, background: ground)
        let content = Clip.Content.picture(.make(try softEdge()))
        let frame = try await RenderPlan.make(
            canvas, clips: [.make(content, .whole(canvas))]
        ).drawn()
        let (below, white) = (limitedRange(ground), limitedRange(.white))
        for x in 2..<62 {
            // Two source columns to a pixel.
            let alpha = (edgeAlpha(2 * x) + edgeAlpha(2 * x + 1)) / 2
            let isBend = alpha < 0.08 || alpha > 0.92
            let exact = below.y + (white.y - below.y) * alpha
            #expect(abs(frame.y(x, 32) - exact) <= (isBend ? 4 : 2))
            #expect(frame.y(x, 32) >= below.y - 1.5)
        }
    }

    @Test func whiteOverWhiteStaysWhiteWhateverItsAlpha() async throws {
        for scale in [1.0, 0.77, 0.4] {
            let canvas = Canvas.make(128, 128, background: .white)
            let placement = Placement.make(
                left: 5.3, top: 7.8, width: 110 * scale, height: 110 * scale)
            let frame = try await RenderPlan.make(
                canvas, clips: [.make(.picture(.make(try softEdge())), placement)]
            ).drawn()
            #expect(frame.luma.allSatisfy { abs(Int($0) - 235) <= 1 })
            #expect(frame.cb.allSatisfy { abs(Int($0) - 128) <= 1 })
        }
    }

    @Test func sharpEdgesStayInTheLegalRangeWithAndWithoutAlpha() async throws {
        let canvas = Canvas.make(60, 60, background: .gray(128))
        for channels in [3, 4] {
            let picture = try PictureFile(60, 60, channels: channels, in: folder) { x, y in
                let value: UInt8 = (x / 7 + y / 7) % 2 == 0 ? 0 : 255
                let alpha: [UInt8] = channels == 4 ? [y == 0 ? 254 : 255] : []
                return [value, value, value] + alpha
            }
            let placement = Placement.make(left: 0.4, top: 0.3, width: 60, height: 60)
            let frame = try await RenderPlan.make(
                canvas, clips: [.make(.picture(.make(picture)), placement)]
            ).drawn()
            #expect(frame.luma.allSatisfy { (16...235).contains($0) })
            #expect(frame.luma.contains(16) && frame.luma.contains(235))
        }
    }

    @Test func barsAndPalettesLieLeftToRight() async throws {
        let canvas = Canvas.make(160, 32)
        let colors = [Color.pureRed, .pureGreen, .pureBlue, .white]
        let palette = try await RenderPlan.make(
            canvas, clips: [.make(.generated(.palette(colors)), .whole(canvas))]
        ).drawn()
        for (index, color) in colors.enumerated() {
            #expect(abs(palette.y(40 * index + 20, 16) - limitedRange(color).y) <= 1)
        }
        let bars = try await RenderPlan.make(
            canvas, clips: [.make(.generated(.bars), .whole(canvas))]
        ).drawn()
        let lumas = (0..<8).map { bars.y(20 * $0 + 10, 16) }
        #expect(zip(lumas, lumas.dropFirst()).allSatisfy { $0 > $1 })
        #expect(abs(lumas[0] - (16 + 219 * 0.75)) <= 1 && lumas[7] == 16)
    }

    @Test func noiseFollowsFromItsSeedAlone() async throws {
        let first = try await drawn(.generated(.noise(seed: 7)))
        #expect(try await drawn(.generated(.noise(seed: 7))) == first)
        #expect(try await drawn(.generated(.noise(seed: 8))) != first)
    }
}
