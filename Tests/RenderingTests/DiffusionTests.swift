import CKernels
import Foundation
import Media
import TestSupport
import Testing

@testable import Planning
@testable import Rendering

/// Noise over pictures against the formula x_t = sqrt(a_t) x_0 + sqrt(1 - a_t) e in double precision.
@Suite struct DiffusionTests {
    private let canvas = Canvas.make(96, 64)

    /// A frame of random but coherent colours inside R'G'B'.
    private func painted(_ width: Int, _ height: Int) -> FrameBuffer {
        let buffer = FrameBuffer(width: width, height: height)
        let frame = buffer.planes
        for y in 0..<height {
            for x in 0..<width {
                frame.luma[y * frame.lumaStride + x] = UInt8(60 + (x * 7 + y * 3) % 120)
            }
        }
        for y in 0..<height / 2 {
            for x in 0..<width / 2 {
                frame.cb[y * frame.chromaStride + x] = UInt8(108 + (x + y) % 40)
                frame.cr[y * frame.chromaStride + x] = UInt8(148 - (x + 2 * y) % 40)
            }
        }
        return buffer
    }

    /// Independent of the field's own numbers: cells drawn row by row, three channels each.
    private func cells(_ diffusion: Diffusion, _ field: NoiseField) -> [[Double]] {
        var (state, spare) = (diffusion.seed, [Double]())
        func word() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
        return (0..<field.columns * field.rows).map { _ in
            (0..<3).map { _ in
                if let number = spare.popLast() { return number }
                let (a, b) = (Double(word() >> 11) / 0x1p53, Double(word() >> 11) / 0x1p53)
                let radius = sqrt(-2 * log(1 - a))
                spare = [radius * sin(2 * .pi * b)]
                return radius * cos(2 * .pi * b)
            }
        }
    }

    /// The formula, pixel by pixel; chroma from the mean of two by two pixels.
    private func reference(
        _ before: Drawn, _ diffusion: Diffusion, _ field: NoiseField, time: Int
    ) -> (y: [Double], cb: [Double], cr: [Double]) {
        let signal = diffusion.schedule.signal(at: time)
        let noise = cells(diffusion, field)
        let (width, height) = (before.width, before.height)
        var result = (
            y: [Double](repeating: 0, count: width * height),
            cb: [Double](repeating: 0, count: width * height / 4),
            cr: [Double](repeating: 0, count: width * height / 4)
        )
        var sums = [[Double]](repeating: [0, 0, 0], count: width * height / 4)
        for y in 0..<height {
            for x in 0..<width {
                let site = before.chroma(x / 2, y / 2)
                let base = (before.y(x, y) - 16) / 219
                let r = base + 1.5748 * (site.cr - 128) / 224
                let b = base + 1.8556 * (site.cb - 128) / 224
                let g = (base - 0.2126 * r - 0.0722 * b) / 0.7152
                let e = noise[y / diffusion.grain * field.columns + x / diffusion.grain]
                let mixed = zip([r, g, b], e).map { p, e in
                    let x = signal.squareRoot() * (2 * p - 1) + (1 - signal).squareRoot() * e
                    return min(max((x + 1) / 2, 0), 1)
                }
                let luma = 0.2126 * mixed[0] + 0.7152 * mixed[1] + 0.0722 * mixed[2]
                result.y[y * width + x] = 16 + 219 * luma
                for k in 0..<3 { sums[y / 2 * (width / 2) + x / 2][k] += mixed[k] / 4 }
            }
        }
        for (index, mean) in sums.enumerated() {
            let luma = 0.2126 * mean[0] + 0.7152 * mean[1] + 0.0722 * mean[2]
            result.cb[index] = 128 + 224 * (mean[2] - luma) / 1.8556
            result.cr[index] = 128 + 224 * (mean[0] - luma) / 1.5748
        }
        return result
    }

    private func worst(_ found: [UInt8], _ expected: [Double]) -> Double {
        zip(found, expected).map { abs(Double($0) - $1) }.max() ?? 0
    }

    @Test(arguments: [(1.0, 1), (0.62, 3), (0.5, 2), (0.1, 5)])
    func framesFollowTheFormula(share: Double, grain: Int) {
        let diffusion = Diffusion(from: share, to: share, steps: 1, seed: 42, grain: grain)
        let field = NoiseField(diffusion, .whole(canvas), canvas)
        let buffer = painted(96, 64)
        let before = Drawn(buffer.planes)
        DiffusionPainter().draw(
            diffusion, field, progress: 0, over: buffer.planes, x: 0, y: 0)
        let after = Drawn(buffer.planes)
        let expected = reference(
            before, diffusion, field, time: Int((share * 1000).rounded()))
        #expect(worst(after.luma, expected.y) <= 0.75)
        #expect(worst(after.cb, expected.cb) <= 0.75)
        #expect(worst(after.cr, expected.cr) <= 0.75)
    }

    @Test func firstNormalNumbersAreThoseOfTheReference() {
        var random = SplitMix(42)
        #expect(random.nextWord() == 0xbdd7_3226_2feb_6e95)
        #expect(random.nextWord() == 0x28ef_e333_b266_f103)
        var normal = NormalNumbers(seed: 42)
        #expect(abs(normal.next() - 0.882249) < 1e-6)
        #expect(abs(normal.next() - 1.388473) < 1e-6)
    }

    @Test func normalNumbersHaveMeanZeroAndVarianceOne() {
        var normal = NormalNumbers(seed: 7)
        let numbers = (0..<100_000).map { _ in normal.next() }
        let mean = numbers.reduce(0, +) / 100_000
        let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100_000
        #expect(abs(mean) < 0.013)  // Four standard errors.
        #expect(abs(variance - 1) < 0.018)
    }

    private func plan(
        _ effects: [PictureEffect], _ placement: Placement? = nil, content: Clip.Content? = nil
    ) -> RenderPlan {
        let gray = Color(red: 120, green: 120, blue: 120)
        var clip = Clip.make(
            content ?? .generated(.color(gray)), placement ?? .whole(canvas), frames: 0..<10)
        clip.effects = effects
        return .make(canvas, clips: [clip])
    }

    /// Pure noise, clamped to 0...255: a normal variable of mean 127.5 and deviation 127.5 cut at
    /// one deviation has a deviation of 127.5 * sqrt(0.5161) per channel.
    @Test func fullDiffusionIsPureNoiseWhateverThePicture() async throws {
        let effect = PictureEffect.diffuse(Diffusion(grain: 1))
        let dark = try await plan([effect]).drawn()
        let bars = try await plan([effect], content: .generated(.bars)).drawn()
        #expect(dark == bars)
        let values = dark.luma.map(Double.init)
        let mean = values.reduce(0, +) / Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
        let weight = (0.2126 * 0.2126 + 0.7152 * 0.7152 + 0.0722 * 0.0722).squareRoot()
        let expected = 219.0 / 2 * 0.5161.squareRoot() * weight
        #expect(abs(mean - 125.5) < 4 * expected / Double(values.count).squareRoot())
        #expect(abs(variance.squareRoot() / expected - 1) < 0.03)
    }

    @Test func atTimeZeroThePictureIsUntouched() async throws {
        let effect = PictureEffect.diffuse(Diffusion(steps: 10, grain: 2))
        let content = Clip.Content.generated(.noise(seed: 3))
        let plain = try await plan([], content: content).drawn(at: 9)
        #expect(try await plan([effect], content: content).drawn(at: 9) == plain)
        #expect(try await plan([effect], content: content).drawn(at: 8) != plain)
    }

    @Test func stepsHoldAndSeedsDiffer() async throws {
        let frames = try await plan([.diffuse(Diffusion(steps: 5, grain: 2))]).drawn(0..<10)
        for index in 0..<10 {
            #expect((frames[index] == frames[0]) == (index < 2))
            #expect(frames[index] == frames[index / 2 * 2])
        }
        let other = try await plan([.diffuse(Diffusion(steps: 5, seed: 43, grain: 2))]).drawn()
        #expect(other != frames[0])
    }

    @Test func cellsOfFullNoiseAreSquaresOfOneTone() async throws {
        let frame = try await plan([.diffuse(Diffusion(grain: 4))]).drawn()
        let differ = (0..<96 * 64).filter {
            let (x, y) = ($0 % 96, $0 / 96)
            return frame.y(x, y) != frame.y(x / 4 * 4, y / 4 * 4)
        }
        #expect(differ.isEmpty)
        #expect(Set(frame.luma).count > 60)
    }

    /// The noise belongs to the box: where the box goes, by even pixels, it goes.
    @Test func noiseMovesWithItsBox() async throws {
        let effect = PictureEffect.diffuse(Diffusion(grain: 3))
        let a = try await plan([effect], .make(left: 4, top: 6, width: 40, height: 30)).drawn()
        let b = try await plan([effect], .make(left: 30, top: 20, width: 40, height: 30)).drawn()
        let places = (0..<40 * 30).map { (x: $0 % 40, y: $0 / 40) }
        #expect(places.allSatisfy { a.y(4 + $0.x, 6 + $0.y) == b.y(30 + $0.x, 20 + $0.y) })
        // Half off the canvas, the rest is still the same noise.
        let cut = try await plan([effect], .make(left: -20, top: -10, width: 40, height: 30))
            .drawn()
        let left = places.filter { $0.x < 20 && $0.y < 20 }
        #expect(left.allSatisfy { cut.y($0.x, $0.y) == a.y(24 + $0.x, 16 + $0.y) })
    }

    @Test func bytesAreTheSameForAnyNumberOfWorkers() async throws {
        let folder = try TemporaryFolder()
        var clip = Clip.make(.generated(.bars), .whole(canvas), frames: 0..<320)
        clip.effects = [.diffuse(Diffusion(grain: 2)), .blur(deviation: .constant(2))]
        let plan = RenderPlan.make(canvas, frameCount: 320, tracks: [.make([clip])])
        var files: [Data] = []
        for workers in [1, 3] {
            let path = folder.path("\(workers).mp4")
            _ = try await Render(plan, fonts: .bundled(), quality: .draft, workers: workers)
                .run(to: path)
            files.append(try Data(contentsOf: URL(filePath: path)))
        }
        #expect(files[0] == files[1])
    }
}
