import Foundation
import TestSupport
import Testing

@testable import Planning
@testable import Rendering

/// What a picture looks like after decoding, pre-scaling and the per-frame filter.
@Suite struct ResamplingTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Rings of all frequencies, the finer the fainter as in photographs, smooth noise and hard
    /// edges.
    private func detailed(_ width: Int, _ height: Int) -> [UInt8] {
        var random = Xorshift(77)
        let coarse = (0..<41 * 41).map { _ in Double.random(in: 0...1, using: &random) }
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * height)
        let (side, half) = (Double(max(width, height)), Double(width) / 2)
        for y in 0..<height {
            for x in 0..<width {
                let (dx, dy) = (Double(x) - half, Double(y) - Double(height) / 2)
                let frequency = (dx * dx + dy * dy).squareRoot() / side * 1.8
                let rings = cos(0.9 * .pi * (dx * dx + dy * dy) / side) / (1 + 3 * frequency)
                let (u, v) = (Double(x) / side * 40, Double(y) / side * 40)
                let (i, j) = (Int(u), Int(v))
                let (a, b) = (u - Double(i), v - Double(j))
                let above = coarse[j * 41 + i] * (1 - a) + coarse[j * 41 + min(i + 1, 40)] * a
                let below =
                    coarse[(j + 1) * 41 + i] * (1 - a)
                    + coarse[(j + 1) * 41 + min(i + 1, 40)] * a
                let noise = above * (1 - b) + below * b
                let isBar = (x / 37 + y / 53) % 5 == 0
                let value = isBar ? (noise > 0.5 ? 235.0 : 20.0) : 60 + 90 * noise + 60 * rings
                pixels.append(UInt8(min(max(value, 0), 255)))
            }
        }
        return pixels
    }

    @Test(arguments: [0.8, 1.0, 1.37, 2.0, 3.0, 4.0])
    func aShrunkPictureIsWithin55DecibelsOfAnExactOne(scale: Double) async throws {
        let canvas = Canvas.make(320, 180)
        let (width, height) = (Int(320 * scale) + 41, Int(180 * scale) + 37)
        let pixels = detailed(width, height)
        let picture = try PictureFile(width, height, channels: 1, pixels, in: folder)
        let (left, top) = (17.31, 11.77)
        let content = PictureContent.make(
            picture, left: left, top: top, width: 320 * scale, height: 180 * scale)
        let drawn = try await RenderPlan.make(
            canvas, clips: [.make(.picture(content), .whole(canvas))]
        ).drawn()
        let exact = LanczosReference(
            width: width, height: height, samples: pixels.map { Double($0) }
        ).sampled(left: left, top: top, step: scale, columns: 0..<320, rows: 0..<180)
        var squares = 0.0
        for (luma, gray) in zip(drawn.luma, exact) {
            let error = Double(luma) - (16 + 219 * min(max(gray, 0), 255) / 255)
            squares += error * error
        }
        let decibels = 10 * log10(255 * 255 * Double(exact.count) / squares)
        #expect(decibels >= 55)
    }

    @Test func fitStretchScalesEachSideByItsOwn() async throws {
        let canvas = Canvas.make(320, 180)
        let pixels = detailed(400, 400)
        let picture = try PictureFile(400, 400, channels: 1, pixels, in: folder)
        let content = PictureContent.make(picture, fit: .stretch)
        let drawn = try await RenderPlan.make(
            canvas, clips: [.make(.picture(content), .whole(canvas))]
        ).drawn()
        let whole = LanczosReference(width: 400, height: 400, samples: pixels.map { Double($0) })
        // Means of large parts do not depend on the filter.
        for (x, y) in [(0, 0), (160, 0), (0, 90), (160, 90)] {
            var (sum, exact) = (0.0, 0.0)
            for row in y..<y + 90 { for column in x..<x + 160 { sum += drawn.y(column, row) } }
            for row in y * 400 / 180..<(y + 90) * 400 / 180 {
                for column in x * 400 / 320..<(x + 160) * 400 / 320 {
                    exact += whole.samples[row * 400 + column]
                }
            }
            #expect(abs(sum / (160 * 90) - 16 - 219 * exact / (200 * 200) / 255) < 0.3)
        }
    }

    /// Where an upright edge between two colours lies, by the share of chroma samples before it.
    private func edge(_ row: [UInt8]) -> Double {
        let (before, after) = (Double(row[4]), Double(row[row.count - 5]))
        return row.reduce(0) { $0 + (Double($1) - after) / (before - after) }
    }

    @Test(arguments: [(1.0, 0.0), (1.0, 0.4), (1.37, 3.3), (2.0, 0.5), (3.0, 1.25)])
    func chromaLiesOnTheEvenLumaColumns(scale: Double, left: Double) async throws {
        let canvas = Canvas.make(160, 90)
        let (width, height) = (Int(160 * scale) + 8, Int(90 * scale) + 8)
        let border = Int(Double(width) * 0.45)
        let picture = try PictureFile(width, height, channels: 3, in: folder) { x, _ in
            x < border ? [190, 90, 90] : [90, 190, 90]
        }
        let content = PictureContent.make(
            picture, left: left, top: 2, width: 160 * scale, height: 90 * scale)
        let drawn = try await RenderPlan.make(
            canvas, clips: [.make(.picture(content), .whole(canvas))]
        ).drawn()
        let exact = (Double(border) - left) / scale
        // Sample j is centred on luma column 2j, at 2j + 0.5, and stands for one luma pixel to
        // either side.
        let row = Array(drawn.cr[20 * 80..<21 * 80])
        #expect(abs(2 * edge(row) - 0.5 - exact) < 0.04)
        let luma = Array(drawn.luma[40 * 160..<41 * 160])
        // Ringing of a few code values is rounded by half a value at each of some ten pixels.
        #expect(abs(edge(luma) - exact) < 0.12)
    }

    @Test func chromaLiesBetweenTwoLumaRows() async throws {
        let canvas = Canvas.make(160, 90)
        let picture = try PictureFile(170, 100, channels: 3, in: folder) { _, y in
            y < 47 ? [190, 90, 90] : [90, 190, 90]
        }
        let content = PictureContent.make(picture, left: 3, top: 2.3, width: 160, height: 90)
        let drawn = try await RenderPlan.make(
            canvas, clips: [.make(.picture(content), .whole(canvas))]
        ).drawn()
        let column = (0..<45).map { drawn.cr[$0 * 80 + 40] }
        #expect(abs(2 * edge(column) - 44.7) < 0.04)
    }

    @Test func bothLevelsOfInstructionsDrawTheSame() throws {
        var random = Xorshift(5)
        let values = (0..<90 * 70).map { _ in Float(Int.random(in: 0...255, using: &random)) }
        let plane = StripPlane.make(90, 70, padding: 12) { x, y in values[y * 90 + x] }
        let outputs = KernelTests.levels.map { level in
            let out = Storage<UInt8>(count: 64 * 50)
            Resampler(level: level).sample(
                [plane], x: .init(origin: 1.7, step: 1.31, count: 60),
                y: .init(origin: -3.2, step: 1.4, count: 50),
                into: [.init(samples: out.base, stride: 64, range: 16...235)])
            return Array(UnsafeBufferPointer(start: out.base, count: 64 * 50))
        }
        #expect(outputs[0] == outputs[1])
    }
}
