import Foundation

/// Structural similarity at five sizes of the picture (Wang, Simoncelli and Bovik 2003): closer to
/// what viewers see than one size is.
enum MultiScaleSimilarity {
    /// How much each size counts, the whole picture first.
    static let weights = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333]

    /// The least width and height: the window still fits the smallest size.
    static let leastSide = taps.count << (weights.count - 1)

    /// A Gaussian of σ 1.5 over 11 pixels.
    static let taps: [Float] = {
        let values = (-5...5).map { exp(-Double($0 * $0) / 4.5) }
        let sum = values.reduce(0, +)
        return values.map { Float($0 / sum) }
    }()

    /// Returns the similarity of two planes; nil where they are smaller than `leastSide`.
    static func measure(_ a: [UInt8], _ b: [UInt8], width: Int, height: Int) -> Double? {
        guard min(width, height) >= leastSide else { return nil }
        var (first, second) = (a.map(Float.init), b.map(Float.init))
        var (width, height) = (width, height)
        var result = 1.0
        for (scale, weight) in weights.enumerated() {
            let means = compare(first, second, width, height)
            let last = scale == weights.count - 1
            // A power of less than nothing is none.
            result *= pow(max(0, last ? means.similarity : means.structure), weight)
            if last { break }
            first = halved(first, width, height)
            second = halved(second, width, height)
            (width, height) = (width / 2, height / 2)
        }
        return result
    }

    /// Contrast and structure, and with the luminance, in the mean of all whole windows.
    private static func compare(
        _ a: [Float], _ b: [Float], _ width: Int, _ height: Int
    ) -> (structure: Double, similarity: Double) {
        let (c1, c2): (Float, Float) = (6.5025, 58.5225)
        let count = width - taps.count + 1
        var lines = WindowLines(width: width)
        var (structure, similarity) = (0.0, 0.0)
        for row in 0...(height - taps.count) {
            lines.load(a, b, row: row)
            lines.means.withUnsafeBufferPointer { means in
                var (lineStructure, lineSimilarity): (Float, Float) = (0, 0)
                for x in 0..<count {
                    let (p, q) = (means[x], means[width &+ x])
                    let squares = means[2 &* width &+ x] - p * p - q * q
                    let product = means[3 &* width &+ x] - p * q
                    let value = (2 * product + c2) / (squares + c2)
                    lineStructure += value
                    lineSimilarity += value * (2 * p * q + c1) / (p * p + q * q + c1)
                }
                structure += Double(lineStructure)
                similarity += Double(lineSimilarity)
            }
        }
        let windows = Double(count * (height - taps.count + 1))
        return (structure / windows, similarity / windows)
    }

    private static func halved(_ plane: [Float], _ width: Int, _ height: Int) -> [Float] {
        let (halfWidth, halfHeight) = (width / 2, height / 2)
        return plane.withUnsafeBufferPointer { plane in
            [Float](unsafeUninitializedCapacity: halfWidth * halfHeight) { result, count in
                for y in 0..<halfHeight {
                    for x in 0..<halfWidth {
                        let place = 2 &* (y &* width &+ x)
                        result[y &* halfWidth &+ x] =
                            (plane[place] + plane[place &+ 1] + plane[place &+ width]
                                + plane[place &+ width &+ 1]) / 4
                    }
                }
                count = halfWidth * halfHeight
            }
        }
    }
}

/// The window's weighted means of one line of windows: of A, of B, of both squares, of the
/// products.
private struct WindowLines {
    private let width: Int
    private var sums: [Float]
    private(set) var means: [Float]

    init(width: Int) {
        self.width = width
        sums = Array(repeating: 0, count: 4 * width)
        means = sums
    }

    mutating func load(_ a: [Float], _ b: [Float], row: Int) {
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                sums.withUnsafeMutableBufferPointer { sums in
                    means.withUnsafeMutableBufferPointer { means in
                        guard let a = a.baseAddress, let b = b.baseAddress,
                            let sums = sums.baseAddress, let means = means.baseAddress
                        else { return }
                        Self.addRows(a + row * width, b + row * width, width, sums)
                        Self.addColumns(sums, 4 * width, means)
                    }
                }
            }
        }
    }

    private static func addRows(
        _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ width: Int,
        _ sums: UnsafeMutablePointer<Float>
    ) {
        let (sumsB, squares, products) = (sums + width, sums + 2 * width, sums + 3 * width)
        memset(sums, 0, 4 * width * MemoryLayout<Float>.size)
        for (row, tap) in MultiScaleSimilarity.taps.enumerated() {
            let (a, b) = (a + row &* width, b + row &* width)
            for x in 0..<width {
                let (p, q) = (a[x], b[x])
                sums[x] += tap * p
                sumsB[x] += tap * q
                squares[x] += tap * (p * p + q * q)
                products[x] += tap * p * q
            }
        }
    }

    /// The last values of each of the four lines are of no window.
    private static func addColumns(
        _ sums: UnsafePointer<Float>, _ count: Int, _ means: UnsafeMutablePointer<Float>
    ) {
        memset(means, 0, count * MemoryLayout<Float>.size)
        for (column, tap) in MultiScaleSimilarity.taps.enumerated() {
            let sums = sums + column
            for x in 0..<count &- column { means[x] += tap * sums[x] }
        }
    }
}
