import Foundation

/// Filter weights for a line of output samples: an area-aware three-lobed Lanczos in 1/32768
/// shares.
///
/// Where the step is above one source sample the kernel widens with it, so shrinking does not
/// alias. Weights sum to exactly 32768 (32767 where one tap takes all), so a flat field stays flat.
struct FixedTaps {
    private(set) var taps = 0
    private(set) var count = 0

    /// The first source index of every output sample; at least `-reach`.
    private(set) var first: [Int32] = []

    /// `taps` weights for every output sample, each in both halves of its word, as the kernels want
    /// them.
    private(set) var weights: [Int32] = []

    /// Output sample `i` looks at source position `origin + (i + phase) * step`, in samples whose
    /// index `k` covers `k ..< k + 1`.
    struct Line: Hashable {
        var origin: Double
        var step: Double
        var count: Int
    }

    /// Makes the weights for `line` over a source of `sourceCount` samples that repeats its edges
    /// for `reach` more on either side.
    ///
    /// The table is `padded` entries long; those past `line.count` repeat the last one.
    mutating func make(_ line: Line, sourceCount: Int, reach: Int, padded: Int) {
        let widening = max(line.step, 1)
        let radius = 3 * widening
        taps = Int(min(ceil(2 * radius), Double(sourceCount + 2 * reach)))
        count = line.count
        resize(to: padded)
        let limits = -reach...sourceCount + reach - taps
        // Farther out there is nothing but the edge, and weights of side lobes alone would explode.
        let seen = Double(-reach)...Double(sourceCount + reach - 1)
        withUnsafeTemporaryAllocation(of: Float.self, capacity: taps) { raw in
            Lanczos.table.withUnsafeBufferPointer { table in
                for i in 0..<padded {
                    let position = Double(min(i, line.count - 1)) + 0.5
                    let exact = line.origin + position * line.step - 0.5
                    let centre = min(max(exact, seen.lowerBound), seen.upperBound)
                    let start = min(
                        max(Int(floor(centre - radius)) + 1, limits.lowerBound), limits.upperBound)
                    first[i] = Int32(start)
                    let sum = Self.sample(
                        table, from: Double(start) - centre, widening: widening, into: raw)
                    quantise(raw, sum: sum, at: i * taps)
                }
            }
        }
    }

    /// The pointers to the rows that output sample `index` reads, by source row.
    func window(_ index: Int) -> Range<Int> {
        let start = Int(first[index])
        return start..<start + taps
    }

    private mutating func resize(to padded: Int) {
        if first.count != padded { first = [Int32](repeating: 0, count: padded) }
        if weights.count != padded * taps { weights = [Int32](repeating: 0, count: padded * taps) }
    }

    /// Writes the kernel at source samples from `distance` on and returns the sum.
    private static func sample(
        _ table: UnsafeBufferPointer<Float>, from distance: Double, widening: Double,
        into raw: UnsafeMutableBufferPointer<Float>
    ) -> Float {
        let slope = Double(Lanczos.steps) / widening
        let last = Double(3 * Lanczos.steps)
        var sum: Float = 0
        for k in 0..<raw.count {
            let position = min(abs(distance + Double(k)) * slope, last)
            let index = Int(position)
            let share = Float(position - Double(index))
            let value = table[index] + (table[index + 1] - table[index]) * share
            raw[k] = value
            sum += value
        }
        return sum
    }

    /// Rounds the weights to shares of 32768; what rounding leaves over goes to the largest one.
    private mutating func quantise(
        _ raw: UnsafeMutableBufferPointer<Float>, sum: Float, at offset: Int
    ) {
        let scale = 32_768 / sum
        // Adding 1.5 * 2^23 leaves the rounded number in the low bits: no library call, no check,
        // vector code.
        let magic: Float = 12_582_912
        let bias = Int32(bitPattern: magic.bitPattern)
        var total: Int32 = 0
        var largest = 0
        weights.withUnsafeMutableBufferPointer { weights in
            for k in 0..<raw.count {
                let weight = Int32(bitPattern: (raw[k] * scale + magic).bitPattern) &- bias
                weights[offset + k] = weight
                total &+= weight
                if raw[k] > raw[largest] { largest = k }
            }
            weights[offset + largest] &+= 32_768 &- total
            for k in 0..<raw.count {
                // A weight of 32768 would be negative in 16 bits.
                let weight = UInt32(truncatingIfNeeded: min(weights[offset + k], 32_767)) & 0xFFFF
                weights[offset + k] = Int32(truncatingIfNeeded: weight &* 0x1_0001)
            }
        }
    }
}
