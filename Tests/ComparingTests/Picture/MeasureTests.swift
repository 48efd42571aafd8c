import Foundation
import TestSupport
import Testing

@testable import Comparing

/// The formulas against others of the same.
@Suite struct MeasureTests {
    /// Pairs of Sharma, Wu and Dalal, The CIEDE2000 color-difference formula (2005), table 1.
    @Test(arguments: [
        (SIMD3(50, 2.6772, -79.7751), SIMD3(50, 0, -82.7485), 2.0425),
        (SIMD3(50, -1, 2), SIMD3(50, 0, 0), 2.3669),
        (SIMD3(50, 2.49, -0.001), SIMD3(50, -2.49, 0.0011), 7.2195),
        (SIMD3(50, 2.5, 0), SIMD3(73, 25, -18), 27.1492),
        (SIMD3(22.7233, 20.0904, -46.6940), SIMD3(23.0331, 14.9730, -42.5619), 2.0373),
        (SIMD3(90.9257, -0.5406, -0.9208), SIMD3(88.6381, -0.8985, -0.7239), 1.5381),
    ])
    func colorDifferencesAreThoseOfTheTable(
        a: SIMD3<Double>, b: SIMD3<Double>, expected: Double
    ) {
        #expect(abs(ColorDifference.between(a, b) - expected) < 1e-4)
        #expect(abs(ColorDifference.between(b, a) - expected) < 1e-4)
    }

    @Test func storedColorsDifferAsThoseOfTheScreen() {
        let (a, b) = (SIMD3(0.2, 0.5, 0.9), SIMD3(0.25, 0.45, 0.8))
        let stored = ColorDifference.ofStored(YCbCr.bt709.stored(a), YCbCr.bt709.stored(b))
        #expect(abs(stored - DeltaE.between(a * 255, b * 255)) < 0.01)
    }

    /// Pure green of BT.709 and of BT.601, as 8 bits store it.
    @Test func greenIsStoredAsTheStandardsSay() {
        let (new, old) = (
            YCbCr.bt709.stored(SIMD3(0, 1, 0)), YCbCr.bt601.stored(SIMD3(0, 1, 0))
        )
        #expect(new.rounded(.toNearestOrEven) == SIMD3(173, 42, 26))
        #expect(old.rounded(.toNearestOrEven) == SIMD3(145, 54, 34))
        #expect(abs((YCbCr.bt601.rgb(old) - SIMD3(0, 1, 0)).max()) < 1e-9)
    }

    /// The five sizes against windows that are summed one by one.
    @Test func multiScaleSimilarityIsThatOfTheFormula() throws {
        let (width, height) = (180, 176)
        var (a, b): ([UInt8], [UInt8]) = ([], [])
        for place in 0..<width * height {
            let (x, y) = (place % width, place / width)
            a.append(UInt8(128 + 100 * sin(Double(x) / 7) * cos(Double(y) / 11)))
            b.append(UInt8(min(255, Int(a[place]) / 8 * 8 + (x * 31 + y * 17) % 23)))
        }
        let value = try #require(
            MultiScaleSimilarity.measure(a, b, width: width, height: height))
        #expect(abs(value - Self.reference(a, b, width, height)) < 1e-5)
        #expect(MultiScaleSimilarity.measure(a, b, width: 180, height: 175) == nil)
    }

    @Test func samplesAreSpreadAndFew() {
        var sampling = Sampling<Int>(step: 5, most: 4)
        for index in 0..<100 { sampling.offer { index } }
        #expect(sampling.values == [0, 40, 80])
    }

    private static func reference(
        _ a: [UInt8], _ b: [UInt8], _ width: Int, _ height: Int
    ) -> Double {
        var (p, q) = (a.map(Double.init), b.map(Double.init))
        var (width, height) = (width, height)
        let (c1, c2) = (6.5025, 58.5225)
        var result = 1.0
        let line: [Double] = (-5...5).map { exp(-Double($0 * $0) / 4.5) }
        let sum = line.reduce(0, +)
        let window: [Double] = line.flatMap { y in line.map { x in x * y / (sum * sum) } }
        for (scale, weight) in [0.0448, 0.2856, 0.3001, 0.2363, 0.1333].enumerated() {
            var (structure, full, count) = (0.0, 0.0, 0.0)
            for y in 0...height - 11 {
                for x in 0...width - 11 {
                    var (mp, mq, pp, qq, pq) = (0.0, 0.0, 0.0, 0.0, 0.0)
                    for (place, share) in window.enumerated() {
                        let at = (y + place / 11) * width + x + place % 11
                        let (v, w) = (p[at], q[at])
                        mp += share * v
                        mq += share * w
                        pp += share * v * v
                        qq += share * w * w
                        pq += share * v * w
                    }
                    let means = (2 * mp * mq + c1) / (mp * mp + mq * mq + c1)
                    let spread = pp - mp * mp + qq - mq * mq
                    let cs = (2 * (pq - mp * mq) + c2) / (spread + c2)
                    structure += cs
                    full += cs * means
                    count += 1
                }
            }
            result *= pow((scale == 4 ? full : structure) / count, weight)
            (p, q) = (halved(p, width, height), halved(q, width, height))
            (width, height) = (width / 2, height / 2)
        }
        return result
    }

    private static func halved(_ plane: [Double], _ width: Int, _ height: Int) -> [Double] {
        var result: [Double] = []
        for y in 0..<height / 2 {
            for x in 0..<width / 2 {
                let at = 2 * y * width + 2 * x
                let (above, below) = (plane[at] + plane[at + 1], at + width)
                result.append((above + plane[below] + plane[below + 1]) / 4)
            }
        }
        return result
    }
}
