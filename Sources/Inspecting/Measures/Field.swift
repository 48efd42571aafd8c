import Foundation

/// A number for every cell of a grid.
struct Field {
    var width: Int
    var height: Int
    /// Row by row.
    var values: [Double]

    init(width: Int, height: Int) {
        self.init(width: width, values: [Double](repeating: 0, count: width * height))
    }

    init(width: Int, values: [Double]) {
        self.width = width
        height = values.count / width
        self.values = values
    }

    var largest: Double { values.max() ?? 0 }

    var median: Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    /// Returns the field as shares of its largest value, but of `floor` where that is larger:
    /// noise stays small.
    func scaled(floor: Double) -> Field {
        let scale = 1 / max(largest, floor)
        return Field(width: width, values: values.map { $0 * scale })
    }

    /// Returns the field blurred by a Gaussian of `sigma` cells; edges go on as they end.
    func blurred(_ sigma: Double) -> Field {
        let radius = max(1, Int((3 * sigma).rounded(.up)))
        let weights = (-radius...radius).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
        let total = weights.reduce(0, +)
        let taps = weights.map { $0 / total }
        return blurredRows(taps).transposed.blurredRows(taps).transposed
    }

    private func blurredRows(_ taps: [Double]) -> Field {
        var result = Field(width: width, height: height)
        let radius = taps.count / 2
        var line = [Double](repeating: 0, count: width + 2 * radius)
        for y in 0..<height {
            for x in line.indices {
                line[x] = values[y * width + min(max(x - radius, 0), width - 1)]
            }
            line.withUnsafeBufferPointer { line in
                taps.withUnsafeBufferPointer { taps in
                    for x in 0..<width {
                        result.values[y * width + x] = Self.sum(of: taps, over: line, from: x)
                    }
                }
            }
        }
        return result
    }

    private static func sum(
        of taps: UnsafeBufferPointer<Double>, over line: UnsafeBufferPointer<Double>, from x: Int
    ) -> Double {
        var (sum, index) = (0.0, 0)
        while index < taps.count {
            sum += taps[index] * line[x &+ index]
            index &+= 1
        }
        return sum
    }

    private var transposed: Field {
        var result = Field(width: height, height: width)
        for y in 0..<height {
            for x in 0..<width { result.values[x * height + y] = values[y * width + x] }
        }
        return result
    }
}
