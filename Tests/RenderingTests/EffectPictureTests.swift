import CKernels
import Foundation
import Media
import TestSupport
import Testing

@testable import Planning
@testable import Rendering

/// Effects against their formulas on synthetic pictures.
@Suite struct EffectPictureTests {
    private let folder: TemporaryFolder
    private let canvas = Canvas.make(128, 96)

    init() throws {
        folder = try TemporaryFolder()
    }

    private func picture() throws -> PictureFile {
        try PictureFile(128, 96, channels: 3, in: folder) { x, y in
            [UInt8(40 + x), UInt8(200 - y), UInt8(60 + (x / 8 + y / 8) % 2 * 90)]
        }
    }

    private func drawn(
        _ effects: [PictureEffect], _ content: Clip.Content, _ placement: Placement? = nil,
        at index: Int = 0
    ) async throws -> Drawn {
        var clip = Clip.make(content, placement ?? .whole(canvas), frames: 0..<10)
        clip.effects = effects
        return try await RenderPlan.make(canvas, clips: [clip]).drawn(at: index)
    }

    /// The picture without and with effects.
    private func pair(
        _ effects: [PictureEffect], _ placement: Placement? = nil, at index: Int = 0
    ) async throws -> (before: Drawn, after: Drawn) {
        let content = Clip.Content.picture(.make(try picture()))
        return (
            try await drawn([], content, placement, at: index),
            try await drawn(effects, content, placement, at: index)
        )
    }

    private func ramp(_ from: Double, _ to: Double) -> Animation {
        Animation(keys: [
            AnimationKey(time: 0, value: from, easing: .linear),
            AnimationKey(time: 10, value: to, easing: .linear),
        ])
    }

    /// Compares all samples with what `luma` and `chroma` make of the ones before.
    private func expect(
        _ pair: (before: Drawn, after: Drawn), luma: (UInt8) -> Double,
        chroma: (UInt8) -> Double
    ) {
        #expect(worst(pair.before.luma.map(luma), pair.after.luma) <= 0.51)
        #expect(worst(pair.before.cb.map(chroma), pair.after.cb) <= 0.51)
        #expect(worst(pair.before.cr.map(chroma), pair.after.cr) <= 0.51)
    }

    private func worst(_ expected: [Double], _ found: [UInt8]) -> Double {
        zip(expected, found).map { abs($0 - Double($1)) }.max() ?? 0
    }

    @Test func grayTakesAShareOfTheColourAndNoLuma() async throws {
        let pair = try await pair([.gray(amount: ramp(0, 1))], at: 5)
        expect(pair, luma: { Double($0) }, chroma: { 128 + (Double($0) - 128) * 0.5 })
    }

    @Test func dimScalesEncodedColour() async throws {
        let pair = try await pair([.dim(factor: ramp(1, 0.5))], at: 5)
        expect(
            pair, luma: { 16 + (Double($0) - 16) * 0.75 },
            chroma: { 128 + (Double($0) - 128) * 0.75 })
    }

    @Test func adjustWorksAroundTheMiddle() async throws {
        let change = PictureEffect.Adjustment(brightness: 0.1, contrast: 1.5, saturation: 0.4)
        let pair = try await pair([.adjust(change)])
        expect(
            pair,
            luma: { 16 + 219 * min(max(((Double($0) - 16) / 219 - 0.5) * 1.5 + 0.6, 0), 1) },
            chroma: { 128 + (Double($0) - 128) * 0.6 })
    }

    @Test func effectsApplyInOrder() async throws {
        let bright = PictureEffect.adjust(.init(brightness: 1, contrast: 1, saturation: 0))
        let pair = try await pair([bright, .dim(factor: .constant(0.5))])
        expect(pair, luma: { _ in 16 + 219 * 0.5 }, chroma: { _ in 128 })
    }

    @Test func cellsHoldTheMeanOfWhatTheyCover() async throws {
        let pair = try await pair([.pixelate(cell: .constant(16))])
        // The middle cell is centred: edges at 8, 24, … across (64 ± 8) and down (48 ± 8).
        for (x0, y0) in [(8, 8), (56, 40), (104, 72)] {
            var (sum, off) = (0.0, 0.0)
            for y in y0..<y0 + 16 { for x in x0..<x0 + 16 { sum += pair.before.y(x, y) } }
            for y in y0..<y0 + 16 {
                for x in x0..<x0 + 16 {
                    off = max(off, abs(pair.after.y(x, y) - sum / 256))
                }
            }
            #expect(off <= 0.51)
        }
        // The border cells are cut in half.
        let corner = (0..<64).reduce(0.0) { $0 + pair.before.y($1 % 8, $1 / 8) } / 64
        #expect(abs(pair.after.y(0, 0) - corner) <= 0.51)
    }

    @Test(arguments: [0.0, 0.3, 1.0])
    func cellsOfAPixelChangeNothing(cell: Double) async throws {
        let pair = try await pair([.pixelate(cell: .constant(cell))])
        #expect(pair.before == pair.after)
    }

    /// Against the sum over pixels in double precision, whatever the reduction on the way.
    @Test(arguments: [0.7, 1.9, 2.9, 3.1, 5.9, 6.1, 11])
    func blurOfAnEdgeIsItsSumOverAGaussian(deviation: Double) async throws {
        let step = try PictureFile(128, 96, channels: 3, in: folder) { x, _ in
            [UInt8](repeating: x < 64 ? 0 : 255, count: 3)
        }
        let frame = try await drawn(
            [.blur(deviation: .constant(deviation))], .picture(.make(step)))
        let weights = (-400...400).map { exp(-Double($0 * $0) / (2 * deviation * deviation)) }
        let sum = weights.reduce(0, +)
        for x in 8..<120 {
            // White begins at column 64.
            let right = weights[(400 + 64 - x)...].reduce(0, +)
            let column = (0..<96).map { frame.y(x, $0) }.reduce(0, +) / 96
            #expect(abs(column - (16 + 219 * right / sum)) < 3, "column \(x)")
        }
        #expect(frame.cb.allSatisfy { $0 == 128 })
    }

    @Test func blurKeepsFlatAreasAndNoBlurKeepsAll() async throws {
        let gray = Clip.Content.generated(.color(Color(red: 90, green: 140, blue: 30)))
        let blur = PictureEffect.blur(deviation: .constant(6))
        let (before, after) = (try await drawn([], gray), try await drawn([blur], gray))
        #expect(worst(before.luma.map(Double.init), after.luma) <= 1)
        let mean = after.luma.map(Double.init).reduce(0, +) / Double(after.luma.count)
        #expect(abs(mean - before.y(0, 0)) < 0.1)
        #expect(worst(before.cb.map(Double.init), after.cb) <= 1)
        #expect(worst(before.cr.map(Double.init), after.cr) <= 1)
        let pair = try await pair([.blur(deviation: .constant(0))])
        #expect(pair.before == pair.after)
    }

    @Test func vignetteDarkensTowardsTheCorners() async throws {
        let pair = try await pair([.vignette(amount: .constant(0.6))])
        for (x, y) in [(0, 0), (20, 12), (100, 90), (64, 48), (127, 95)] {
            let (u, v) = ((Double(x) - 63.5) / 64, (Double(y) - 47.5) / 48)
            let s = min(max((((u * u + v * v) / 2).squareRoot() - 0.35) / 0.65, 0), 1)
            let keep = 1 - 0.6 * s * s * (3 - 2 * s)
            #expect(abs(pair.after.y(x, y) - (16 + (pair.before.y(x, y) - 16) * keep)) < 2)
        }
        #expect(pair.after.y(64, 48) == pair.before.y(64, 48))
    }

    @Test func spotlightKeepsACircleAndShadesTheRest() async throws {
        let light = PictureEffect.Spotlight(x: 0.25, y: 0.5, radius: 0.2, amount: .constant(1))
        let pair = try await pair([.spotlight(light)])
        let radius = 0.2 * 96
        for y in stride(from: 0, to: 96, by: 5) {
            for x in stride(from: 0, to: 128, by: 5) {
                let distance = hypot(Double(x) + 0.5 - 32, Double(y) + 0.5 - 48)
                let (before, after) = (pair.before.y(x, y), pair.after.y(x, y))
                if distance < 0.89 * radius { #expect(after == before) }
                if distance > 1.11 * radius {
                    #expect(abs(after - (16 + (before - 16) * 0.35)) < 1.5)
                }
            }
        }
    }

    @Test func gridDrawsLinesAtThirds() async throws {
        let black = Clip.Content.generated(.color(.black))
        let box = Placement.make(left: 4, top: 3, width: 120, height: 90)
        let frame = try await drawn([.grid(parts: 3)], black, box)
        // A line of one pixel centred on the edge between two: half of 60 % on each side.
        for line in [44, 84] {
            for x in [line - 1, line] { #expect(abs(frame.share(x, 20) - 0.3) < 0.01) }
            #expect(frame.y(line - 3, 20) == 16 && frame.y(line + 2, 20) == 16)
        }
        for line in [33, 63] {
            for y in [line - 1, line] { #expect(abs(frame.share(20, y) - 0.3) < 0.01) }
        }
    }

    private func cube(_ size: Int, _ color: (Double, Double, Double) -> [Double]) throws -> String {
        var text = "# made by a test\nTITLE \"test\"\nLUT_3D_SIZE \(size)\n"
        let last = Double(size - 1)
        for b in 0..<size {
            for g in 0..<size {
                for r in 0..<size {
                    let entry = color(Double(r) / last, Double(g) / last, Double(b) / last)
                    text += entry.map { String($0) }.joined(separator: " ") + "\n"
                }
            }
        }
        let path = folder.path("\(UUID().uuidString).cube")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test func identityTableChangesAtMostRounding() async throws {
        let path = try cube(17) { [$0, $1, $2] }
        let pair = try await pair([.lut(path: path)])
        expect(pair, luma: { Double($0) }, chroma: { Double($0) })
    }

    /// A table that is linear in each channel is linear between its entries too.
    @Test func tableOfALinearMapIsThatMap() async throws {
        let path = try cube(2) { r, g, b in [b, 0.25 + 0.5 * g, 1 - r] }
        let color = Color(red: 200, green: 60, blue: 90)
        let frame = try await drawn([.lut(path: path)], .generated(.color(color)))
        let expected = limitedRange(
            Color(red: 90, green: UInt8(0.25 * 255 + 30), blue: 55))
        #expect(abs(frame.y(64, 48) - expected.y) < 1.5)
        #expect(abs(frame.chroma(30, 20).cb - expected.cb) < 1.5)
        #expect(abs(frame.chroma(30, 20).cr - expected.cr) < 1.5)
    }

    @Test(arguments: [
        ("", "LUT_3D_SIZE"), ("LUT_3D_SIZE 66\n", "2 to 65"), ("LUT_3D_SIZE 2\n0 0 0\n", "8 are"),
        ("LUT_1D_SIZE 4\n", "one-dimensional"), ("LUT_3D_SIZE 2\n0 0 nan\n", "three numbers"),
        ("LUT_3D_SIZE 2\n0 0 1e30\n", "three numbers"), ("0 0 0\n", "LUT_3D_SIZE"),
        ("LUT_3D_SIZE -1\n", "2 to 65"), ("LUT_3D_SIZE 99999999999999999999\n", "2 to 65"),
        ("DOMAIN_MIN 0 0\n", "three numbers"), ("\0\u{7f}\n", "not three numbers"),
    ])
    func brokenTableIsAnErrorThatSaysWhy(text: String, reason: String) throws {
        let path = folder.path("broken.cube")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let error = #expect(throws: MediaError.self) { try ColorTable.read(path: path) }
        #expect(error?.description.contains(reason) ?? false)
    }

    @Test func missingTableIsAnError() {
        let error = #expect(throws: MediaError.self) {
            try ColorTable.read(path: folder.path("none.cube"))
        }
        #expect(error?.reason == "no such file")
    }

    /// A picture with soft edges keeps them: effects change its colour, not its shape.
    @Test(arguments: [
        PictureEffect.dim(factor: .constant(1)), .gray(amount: .constant(0)),
        .diffuse(Diffusion(from: 0, to: 0, grain: 1)),
        .adjust(.init(brightness: 0, contrast: 1, saturation: 1)),
    ])
    func effectsThatDoNothingLeaveAlphaAlone(effect: PictureEffect) async throws {
        let badge = try PictureFile(64, 64, channels: 4, in: folder) { x, y in
            let alpha = min(max((30 - hypot(Double(x) - 31.5, Double(y) - 31.5)) / 12, 0), 1)
            return [220, 80, 40, UInt8(255 * alpha)]
        }
        let box = Placement.make(left: 20.3, top: 10.7, width: 70, height: 70)
        let before = try await drawn([], .picture(.make(badge)), box)
        let after = try await drawn([effect], .picture(.make(badge)), box)
        for (a, b) in zip(before.luma + before.cb, after.luma + after.cb) {
            #expect(abs(Int(a) - Int(b)) <= 1)
        }
    }

    @Test func everyEffectWorksOnEveryKindOfLayer() async throws {
        let effects: [PictureEffect] = [
            .diffuse(Diffusion(from: 0.4, to: 0.4, grain: 2)), .pixelate(cell: .constant(3.7)),
            .blur(deviation: .constant(2.5)), .gray(amount: .constant(0.4)),
            .dim(factor: .constant(0.7)), .vignette(amount: .constant(1)), .grid(parts: 3),
            .spotlight(.init(x: 0.5, y: 0.5, radius: 0.3, amount: .constant(1))),
            .adjust(.init(brightness: 0.1, contrast: 1.1, saturation: 1.2)),
            .lut(path: try cube(3) { [$0, $2, $1] }),
        ]
        let badge = try PictureFile(40, 60, channels: 4, in: folder) { x, y in
            [UInt8(6 * x), 90, UInt8(4 * y), UInt8(min(8 * x, 255))]
        }
        let boxes: [Placement] = [
            .whole(canvas), .make(left: -30.2, top: 50.6, width: 90, height: 80),
            .make(left: 30, top: 20, width: 51, height: 33, rotation: 33, cornerRadius: 9),
            .make(left: 60, top: 40, width: 0.01, height: 3),
            .make(left: 500, top: 0, width: 9, height: 9),
        ]
        for placement in boxes {
            for fit in [PictureContent.Fit.cover, .blur] {
                let content = Clip.Content.picture(.make(badge, fit: fit))
                let all = try await drawn(effects, content, placement)
                #expect(all.luma.allSatisfy { (16...235).contains($0) })
                for effect in effects { _ = try await drawn([effect], content, placement) }
            }
        }
    }
}
