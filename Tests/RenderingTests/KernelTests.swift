import CKernels
import Testing

/// Each kernel against plain arithmetic, at every level that this processor runs.
@Suite struct KernelTests {
    static let levels = [CK_BASELINE, ck_best_level()]

    /// A weight as the kernels want it: both halves of a word.
    private func doubled(_ weights: [Int16]) -> [Int32] {
        weights.map { Int32(bitPattern: UInt32(UInt16(bitPattern: $0)) * 0x1_0001) }
    }

    private func samples(_ count: Int, _ random: inout Xorshift) -> [Int16] {
        (0..<count).map { _ in Int16.random(in: .min ... .max, using: &random) }
    }

    /// The sum that both passes make: products cut to their high half, in wrapping 16-bit
    /// arithmetic.
    private func sum(from start: Int, _ products: some Sequence<(Int16, Int16)>) -> Int {
        products.reduce(start) { sum, product in
            Int(Int16(truncatingIfNeeded: sum + (Int(product.0) * Int(product.1)) >> 16))
        }
    }

    @Test(arguments: 1...24, [1, 2])
    func horizontalSumsCutProductsAndTurnsColumnsIntoRows(taps: Int, strips: Int) {
        var random = Xorshift(UInt64(taps))
        let (stripColumns, columns, stride) = (60, 32, 40)
        let second = stripColumns * 16
        let strip = samples(strips * second, &random)
        let weights = samples(columns * taps, &random)
        let first = (0..<columns).map { _ in
            Int32.random(in: 0...Int32(stripColumns - taps), using: &random)
        }
        var expected = [Int16](repeating: 0, count: strips * 16 * stride)
        for row in 0..<strips * 16 {
            for i in 0..<columns {
                let value = sum(
                    from: taps / 2,
                    (0..<taps).map { k in
                        let column = (Int(first[i]) + k) * 16
                        return (
                            strip[row / 16 * second + column + row % 16], weights[i * taps + k]
                        )
                    })
                expected[row * stride + i] = Int16(value)
            }
        }
        for level in Self.levels {
            var rows = [Int16](repeating: 0, count: strips * 16 * stride)
            ck_horizontal(
                level, strip, second, Int32(strips), first, doubled(weights), Int32(taps),
                Int32(columns), &rows, stride)
            #expect(rows == expected)
        }
    }

    /// Outputs near each other share widened columns; far apart they are filtered one by one.
    @Test(arguments: 1...24, [60, 900])
    func stripsOfBytesAreFilteredAsTheirFixedPointTwins(taps: Int, stripColumns: Int) {
        var random = Xorshift(UInt64(200 + taps))
        let (columns, stride, second) = (32, 40, stripColumns * 16)
        let bytes = (0..<2 * second).map { _ in UInt8.random(in: 0...255, using: &random) }
        let words = bytes.map { Int16($0) << 7 }
        let weights = doubled(samples(columns * taps, &random))
        let first = (0..<columns).map { _ in
            Int32.random(in: 0...Int32(stripColumns - taps), using: &random)
        }
        for level in Self.levels {
            for strips: Int32 in [1, 2] {
                var rows = [Int16](repeating: 0, count: 32 * stride)
                var twin = rows
                let (taps, columns) = (Int32(taps), Int32(columns))
                ck_horizontal_bytes(
                    level, bytes, second, strips, first, weights, taps, columns, &rows, stride)
                ck_horizontal(
                    level, words, second, strips, first, weights, taps, columns, &twin, stride)
                #expect(rows == twin)
                #expect(Set(rows).count > 100)
            }
        }
    }

    @Test(arguments: 1...24)
    func verticalSumsCutProductsRoundsAndClamps(taps: Int) {
        var random = Xorshift(UInt64(100 + taps))
        let columns = 112  // Four vectors at a time and three single ones.
        let rows = (0..<taps).map { _ in samples(columns, &random) }
        let weights = samples(taps, &random)
        let rounding = (0..<16).map { _ in Int16.random(in: 0...31, using: &random) }
        let (low, high): (Int16, Int16) = (16, 235)
        let expected = (0..<columns).map { x in
            let value = sum(
                from: Int(rounding[x % 16]) + taps / 2,
                (0..<taps).map { (rows[$0][x], weights[$0]) })
            return UInt8(min(max(value >> 5, Int(low)), Int(high)))
        }
        let flat = rows.flatMap { $0 }
        for level in Self.levels {
            var out = [UInt8](repeating: 0, count: columns)
            flat.withUnsafeBufferPointer { buffer in
                let pointers = (0..<taps).map { buffer.baseAddress?.advanced(by: columns * $0) }
                ck_vertical(
                    level, pointers, doubled(weights), Int32(taps), Int32(columns), rounding, low,
                    high, &out)
            }
            #expect(out == expected)
        }
    }

    @Test(arguments: [1, 7, 64, 101])
    func colorFollowsTheFormulaInSinglePrecision(count: Int) {
        var random = Xorshift(UInt64(count))
        let pixels = (0..<4 * count).map { _ in UInt16.random(in: 0...65535, using: &random) }
        let scale: Float = 219 / 65535
        let (kr, kg, kb) = (Float(0.2126) * scale, Float(0.7152) * scale, Float(0.0722) * scale)
        let blue = Float(224) / 219 / 1.8556
        let red = Float(224) / 219 / 1.5748
        var expected: [[Float]] = [[], [], []]
        for i in 0..<count {
            let (r, g, b) = (
                Float(pixels[4 * i]), Float(pixels[4 * i + 1]), Float(pixels[4 * i + 2])
            )
            let luma = kr * r + kg * g + kb * b
            expected[0].append(luma + 16)
            expected[1].append((b * scale - luma) * blue + 128)
            expected[2].append((r * scale - luma) * red + 128)
        }
        for level in Self.levels {
            #expect(planes(level, pixels, count, withAlpha: false).prefix(3) == expected[...])
        }
        let share = (0..<count).map { Float(pixels[4 * $0 + 3]) * (1 / 65535) }
        let premultiplied =
            expected.map { zip($0, share).map { $0 * $1 } } + [share.map { $0 * 255 }]
        for level in Self.levels {
            #expect(planes(level, pixels, count, withAlpha: true) == premultiplied)
        }
    }

    private func planes(
        _ level: ck_level, _ pixels: [UInt16], _ count: Int, withAlpha: Bool
    ) -> [[Float]] {
        var (y, cb) = ([Float](repeating: 0, count: count), [Float](repeating: 0, count: count))
        var (cr, alpha) = (y, cb)
        if withAlpha {
            ck_ycbcr(level, pixels, Int32(count), &y, &cb, &cr, &alpha)
        } else {
            ck_ycbcr(level, pixels, Int32(count), &y, &cb, &cr, nil)
        }
        return [y, cb, cr, alpha]
    }

    @Test(arguments: 1...24)
    func weightedRowsAddInOrder(taps: Int) {
        var random = Xorshift(UInt64(200 + taps))
        let count = 77  // Two blocks of 32 and a rest.
        let rows = (0..<taps * count).map { _ in Float.random(in: -300...300, using: &random) }
        let weights = (0..<taps).map { _ in Float.random(in: -1...1, using: &random) }
        let expected = (0..<count).map { x in
            (0..<taps).reduce(Float(0)) { $0 + rows[$1 * count + x] * weights[$1] }
        }
        for level in Self.levels {
            var out = [Float](repeating: 0, count: count)
            rows.withUnsafeBufferPointer { buffer in
                let pointers = (0..<taps).map { buffer.baseAddress?.advanced(by: count * $0) }
                ck_weighted_rows(level, pointers, weights, Int32(taps), Int32(count), &out)
            }
            #expect(out == expected)
        }
    }

    @Test(arguments: [8, 16, 24])
    func weightedColumnsAddEightLanesInPairs(taps: Int) {
        var random = Xorshift(UInt64(300 + taps))
        let (length, count) = (90, 33)
        let row = (0..<length).map { _ in Float.random(in: -300...300, using: &random) }
        let weights = (0..<taps * count).map { _ in Float.random(in: -1...1, using: &random) }
        let first = (0..<count).map { _ in
            Int32.random(in: 0...Int32(length - taps), using: &random)
        }
        let expected = (0..<count).map { i in
            let lanes = (0..<8).map { lane in
                stride(from: lane, to: taps, by: 8).reduce(Float(0)) {
                    $0 + row[Int(first[i]) + $1] * weights[i * taps + $1]
                }
            }
            return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6]))
                + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]))
        }
        for level in Self.levels {
            var out = [Float](repeating: 0, count: count)
            ck_weighted_columns(
                level, row, first, weights, Int32(taps), Int32(count), &out)
            #expect(out == expected)
        }
    }
}
