import Foundation
import Testing

@testable import Rendering

/// Filter tables against the formula of the windowed sinc in double precision.
@Suite struct FilterTapsTests {
    private static let lines: [FixedTaps.Line] = [
        .init(origin: 0, step: 1, count: 50), .init(origin: 0.37, step: 1, count: 40),
        .init(origin: -2.2, step: 0.5, count: 60), .init(origin: 3.3, step: 0.13, count: 80),
        .init(origin: 7.9, step: 1.37, count: 30), .init(origin: -1.1, step: 2.6, count: 25),
        .init(origin: 0, step: 4, count: 16),
    ]

    private func made(_ line: FixedTaps.Line, reach: Int = 40) -> FixedTaps {
        var taps = FixedTaps()
        taps.make(line, sourceCount: 64, reach: reach, padded: line.count)
        return taps
    }

    /// The weights of output sample `i`; both halves of each word must hold the same.
    private func weights(_ taps: FixedTaps, _ i: Int) -> [Int] {
        (i * taps.taps..<(i + 1) * taps.taps).map { index in
            let word = UInt32(bitPattern: taps.weights[index])
            #expect(word >> 16 == word & 0xFFFF)
            return Int(Int16(truncatingIfNeeded: word))
        }
    }

    private func lanczos(_ x: Double, lobes: Double) -> Double {
        if abs(x) < 1e-12 { return 1 }
        if abs(x) >= lobes { return 0 }
        return sin(.pi * x) / (.pi * x) * sin(.pi * x / lobes) / (.pi * x / lobes)
    }

    @Test(arguments: lines)
    func fixedWeightsSumToOne(line: FixedTaps.Line) {
        let taps = made(line)
        for i in 0..<line.count {
            let all = weights(taps, i)
            let isSingle = all.contains(32_767)
            let sum = all.reduce(0, +)
            #expect(sum == 32_768 || (isSingle && sum == 32_767))
        }
    }

    @Test(arguments: lines)
    func fixedWeightsFollowTheFormulaAtTheirPlaces(line: FixedTaps.Line) {
        let taps = made(line)
        let widening = max(line.step, 1)
        for i in 0..<line.count {
            let centre = line.origin + (Double(i) + 0.5) * line.step - 0.5
            let window = taps.window(i)
            #expect(Double(window.lowerBound) <= centre - 3 * widening + 1)
            #expect(Double(window.upperBound) >= centre + 3 * widening)
            let exact = window.map { lanczos((Double($0) - centre) / widening, lobes: 3) }
            let sum = exact.reduce(0, +)
            // Each weight is rounded by itself; the largest takes what the others leave over.
            let largest = exact.max()
            for (weight, value) in zip(weights(taps, i), exact) {
                let bound = value == largest ? 0.6 * Double(exact.count) : 0.6
                #expect(abs(Double(weight) - 32_768 * value / sum) < bound)
            }
        }
    }

    @Test func windowsStayWithinTheRepeatedEdges() {
        let line = FixedTaps.Line(origin: -20, step: 1.5, count: 70)
        let taps = made(line, reach: 12)
        for i in 0..<line.count {
            #expect(taps.window(i).lowerBound >= -12 && taps.window(i).upperBound <= 64 + 12)
        }
    }

    @Test func aViewFarOutsideTheSourceStillHasWeightsThatSumToOne() {
        for origin in [-1e12, -500, -40.65, -38.3, 90.4, 1e12] {
            for step in [0.3, 1, 17.3] {
                let line = FixedTaps.Line(origin: origin, step: step, count: 20)
                var taps = FixedTaps()
                taps.make(line, sourceCount: 3, reach: 8, padded: 32)
                for i in 0..<32 {
                    #expect([32_767, 32_768].contains(weights(taps, i).reduce(0, +)))
                }
            }
        }
    }

    @Test func entriesPastTheLineRepeatItsLast() {
        var taps = FixedTaps()
        taps.make(
            .init(origin: 0.2, step: 1.1, count: 5), sourceCount: 64, reach: 9, padded: 16)
        for i in 5..<16 {
            #expect(taps.window(i) == taps.window(4))
            #expect(weights(taps, i) == weights(taps, 4))
        }
    }

    @Test(arguments: [16, 57, 128, 200, 235])
    func aFlatFieldStaysFlatAtAnyScaleAndPlace(value: Int) {
        let plane = StripPlane.make(40, 33, padding: 40) { _, _ in Float(value) }
        for line in Self.lines {
            let out = sampled(plane, x: line, y: line)
            #expect(out.allSatisfy { $0 == UInt8(value) })
        }
    }

    @Test func atStepOneAndWholePlacesSamplesPassUnchanged() {
        var random = Xorshift(9)
        let values = (0..<40 * 33).map { _ in Float(Int.random(in: 16...235, using: &random)) }
        let plane = StripPlane.make(40, 33, padding: 8) { x, y in values[y * 40 + x] }
        let out = sampled(
            plane, x: .init(origin: 3, step: 1, count: 32), y: .init(origin: 1, step: 1, count: 30))
        for y in 0..<30 {
            for x in 0..<32 {
                #expect(out[y * 32 + x] == UInt8(values[(y + 1) * 40 + x + 3]))
            }
        }
    }

    private func sampled(_ plane: StripPlane, x: FixedTaps.Line, y: FixedTaps.Line) -> [UInt8] {
        let stride = x.count.roundedUp(to: 16)
        let out = Storage<UInt8>(count: stride * y.count)
        Resampler().sample(
            [plane], x: x, y: y,
            into: [.init(samples: out.base, stride: stride, range: 16...235)])
        return (0..<y.count).flatMap { row in (0..<x.count).map { out.base[row * stride + $0] } }
    }

    @Test(arguments: [(100, 100.0, 37, 8.0), (64, 64, 64, 3), (9, 9, 4, 8), (3, 4, 2, 3)])
    func floatWeightsSumToOneAndFollowTheFormula(
        source: Int, length: Double, count: Int, lobes: Double
    ) {
        let taps = FloatTaps(sourceCount: source, length: length, count: count, lobes: lobes)
        let step = length / Double(count)
        #expect(taps.taps % 8 == 0)
        for i in 0..<count {
            let own = taps.weights[i * taps.taps..<(i + 1) * taps.taps]
            #expect(abs(own.reduce(0, +) - 1) < 1e-5)
            let centre = (Double(i) + 0.5) * step - 0.5
            var exact = [Double](repeating: 0, count: source)
            for k in -200...200 + source {
                let weight = lanczos((Double(k) - centre) / max(step, 1), lobes: lobes)
                exact[min(max(k, 0), source - 1)] += weight
            }
            let sum = exact.reduce(0, +)
            let first = Int(taps.first[i])
            for (offset, weight) in own.enumerated() {
                let value = first + offset < source ? exact[first + offset] / sum : 0
                #expect(abs(Double(weight) - value) < 1e-5)
            }
        }
    }
}

extension StripPlane {
    static func make(
        _ width: Int, _ height: Int, padding: Int, value: (_ x: Int, _ y: Int) -> Float
    ) -> StripPlane {
        let builder = StripPlaneBuilder<Int16>(width: width, height: height, padding: padding)
        for y in 0..<height { builder.store((0..<width).map { value($0, y) }, y: y) }
        return builder.finished()
    }
}
