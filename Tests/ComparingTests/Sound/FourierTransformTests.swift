import Foundation
import Testing

@testable import Comparing

@Suite struct FourierTransformTests {
    /// The sums are those of the definition, and the way back leads back.
    @Test(arguments: [2, 8, 64]) func sumsAreThoseOfTheDefinition(count: Int) {
        let real = (0..<count).map { Float(($0 * 7 + 3) % 11) / 11 }
        let imaginary = (0..<count).map { Float(($0 * 5 + 1) % 13) / 13 }
        var (r, i) = (real, imaginary)
        let transform = FourierTransform(count: count)
        transform.forward(&r, &i)
        for bin in 0..<count {
            var sum = (0.0, 0.0)
            for index in 0..<count {
                let angle = -2 * Double.pi * Double(bin * index % count) / Double(count)
                let (x, y) = (Double(real[index]), Double(imaginary[index]))
                sum.0 += x * cos(angle) - y * sin(angle)
                sum.1 += x * sin(angle) + y * cos(angle)
            }
            #expect(abs(Double(r[bin]) - sum.0) < 1e-4 && abs(Double(i[bin]) - sum.1) < 1e-4)
        }
        transform.backward(&r, &i)
        #expect(zip(r, real).allSatisfy { abs($0 / Float(count) - $1) < 1e-5 })
        #expect(zip(i, imaginary).allSatisfy { abs($0 / Float(count) - $1) < 1e-5 })
    }

    /// A line is found though a third of the points lie anywhere.
    @Test func aLineIsFoundAmongStrayPoints() {
        let points = (0..<30).map { index -> (x: Double, y: Double) in
            let x = Double(index)
            return (x, index % 3 == 0 ? Double(index * index % 17) : 0.1 + 0.001 * x)
        }
        let line = SoundAligner.line(through: points)
        #expect(abs(line.slope - 0.001) < 1e-4)
        #expect(abs(line.start - 0.1) < 0.01)
    }
}
