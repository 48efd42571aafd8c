/// The best map of colours that keeps lines straight.
struct AffineMap {
    /// For luma, Cb and Cr of B: the factors of A's, and what is added.
    private var rows: [[Double]] = []

    /// Nil where the colours don't determine one.
    init?(_ samples: ColorSamples) {
        for channel in 0..<3 {
            // Normal equations about the neutral colour, held to the identity where A is flat.
            var table = Array(repeating: Array(repeating: 0.0, count: 5), count: 4)
            for (a, b) in zip(samples.a, samples.b) {
                let values = [a.x - 128, a.y - 128, a.z - 128, 1]
                for row in 0..<4 {
                    for column in 0..<4 { table[row][column] += values[row] * values[column] }
                    table[row][4] += values[row] * (b[channel] - 128)
                }
            }
            for row in 0..<4 { table[row][row] += Double(samples.a.count) }
            table[channel][4] += Double(samples.a.count)
            guard let solution = Self.solve(&table) else { return nil }
            rows.append(solution)
        }
    }

    func apply(_ color: SIMD3<Double>) -> SIMD3<Double> {
        let (y, cb, cr) = (color.x - 128, color.y - 128, color.z - 128)
        func value(_ row: [Double]) -> Double {
            128 + row[0] * y + row[1] * cb + row[2] * cr + row[3]
        }
        return SIMD3(value(rows[0]), value(rows[1]), value(rows[2]))
    }

    /// Solves equations whose right side is the last column, by elimination.
    private static func solve(_ table: inout [[Double]]) -> [Double]? {
        let count = table.count
        for column in 0..<count {
            let pivot = (column..<count).max { abs(table[$0][column]) < abs(table[$1][column]) }
            guard let pivot, abs(table[pivot][column]) > 1e-9 else { return nil }
            table.swapAt(column, pivot)
            for row in 0..<count where row != column {
                let factor = table[row][column] / table[column][column]
                for place in column...count { table[row][place] -= factor * table[column][place] }
            }
        }
        return (0..<count).map { table[$0][count] / table[$0][$0] }
    }
}
