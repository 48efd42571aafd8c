import CKernels
import Testing

@testable import Rendering

/// The kernels of effects against plain arithmetic, at every level that this processor runs.
@Suite struct EffectKernelTests {
    private static let levels = KernelTests.levels

    @Test(arguments: [1, 2, 3, 16, 17, 40])
    func noiseRowRepeatsEachScaledCell(grain: Int) {
        var random = Xorshift(UInt64(grain))
        let cells = (0..<37).map { _ in Int16.random(in: .min ... .max, using: &random) }
        let gain: Int16 = 23_170
        let expected = cells.flatMap {
            [Int16](repeating: Int16((Int($0) * Int(gain)) >> 16), count: grain)
        }
        for level in Self.levels {
            var out = [Int16](repeating: 0, count: expected.count + 16)
            ck_noise_row(level, cells, Int32(cells.count), Int32(grain), gain, &out)
            #expect(Array(out.prefix(expected.count)) == expected)
        }
    }

    /// One pixel's R'G'B' in 12.4 fixed point, in whole numbers.
    private func mixed(
        _ mix: ck_diffusion, _ y: UInt8, _ cb: UInt8, _ cr: UInt8, _ noise: [Int16]
    ) -> [Int] {
        func cut(_ a: Int, _ b: Int16) -> Int { (a * Int(b)) >> 16 }
        let (u, v) = ((Int(cb) - 128) << 8, (Int(cr) - 128) << 8)
        let luma = cut(Int(y) << 7, mix.luma)
        let base = Int(mix.base)
        let chroma = [
            base + cut(v, mix.cr_red), base + cut(u, mix.cb_green) + cut(v, mix.cr_green),
            base + cut(u, mix.cb_blue),
        ]
        return (0..<3).map { min(max(luma + chroma[$0] + Int(noise[$0]), 0), 4080) }
    }

    private func weighted(_ rgb: [Int], _ weights: [Int], _ offset: Int) -> UInt8 {
        let sum = zip(rgb, weights).reduce(0) { $0 + ($1.0 * $1.1) >> 16 }
        return UInt8((sum + offset * 64 + 33) >> 6)
    }

    @Test(arguments: [1.0, 0.7, 0.02])
    func diffusionFollowsTheFormulaInWholeNumbers(signal: Double) {
        var random = Xorshift(UInt64(signal * 100))
        let columns = 64
        func bytes(_ count: Int) -> [UInt8] {
            (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        let (upper, lower) = (bytes(columns), bytes(columns))
        let (cb, cr) = (bytes(columns / 2), bytes(columns / 2))
        let noise = (0..<6 * columns).map { _ in Int16.random(in: -16_384...16_383, using: &random)
        }
        var mix = ck_diffusion(signal: signal)
        var expected = (upper: upper, lower: lower, cb: cb, cr: cr)
        for j in 0..<columns / 2 {
            var sum = [0, 0, 0]
            for (row, x) in [(0, 2 * j), (0, 2 * j + 1), (1, 2 * j), (1, 2 * j + 1)] {
                let parts = (0..<3).map { noise[(3 * row + $0) * columns + x] }
                let rgb = mixed(mix, row == 0 ? upper[x] : lower[x], cb[j], cr[j], parts)
                let luma = weighted(rgb.map { $0 * 8 }, [5983, 20127, 2032], 16)
                if row == 0 { expected.upper[x] = luma } else { expected.lower[x] = luma }
                sum = zip(sum, rgb).map { $0 + $1 }
            }
            let mean = sum.map { $0 * 2 }
            expected.cb[j] = weighted(mean, [-3298, -11094, 14392], 128)
            expected.cr[j] = weighted(mean, [14392, -13073, -1319], 128)
        }
        for level in Self.levels {
            var found = (upper: upper, lower: lower, cb: cb, cr: cr)
            noise.withUnsafeBufferPointer { buffer in
                let rows = (0..<6).map { buffer.baseAddress?.advanced(by: $0 * columns) }
                ck_diffuse(
                    level, &mix, rows, Int32(columns), &found.upper, &found.lower, &found.cb,
                    &found.cr)
            }
            #expect(found == expected)
        }
    }

    @Test func colorTableGivesTheSameBitsAtEveryLevel() {
        var random = Xorshift(5)
        let size = 5
        let entries = (0..<4 * size * size * size).map { _ in
            Float.random(in: 0...1, using: &random)
        }
        let count = 40
        let rows = (0..<4).map { _ in
            (0..<2 * count).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        let found = Self.levels.map { level in
            var (a, b, c, d) = (rows[0], rows[1], rows[2], rows[3])
            entries.withUnsafeBufferPointer { buffer in
                let scale = Float(size - 1)
                var table = ck_color_table(
                    entries: buffer.baseAddress, size: Int32(size), origin: (0, 0, 0),
                    scale: (scale, scale, scale))
                ck_map_colors(level, &table, Int32(count), &a, &b, &c, &d)
            }
            return [a, b, c, d]
        }
        #expect(found.allSatisfy { $0 == found[0] })
        #expect(found[0] != rows)
    }
}
