import Foundation

/// Filter weights for a line of output samples: an area-aware three-lobed Lanczos in 1/32768 shares.
///
/// Where the step is above one source sample the kernel widens with it, so shrinking does not alias. Weights are
/// quantised by error diffusion: they sum to exactly 32768 (32767 where one tap takes all), and a flat field stays flat.
struct FixedTaps {
    private(set) var taps = 0
    private(set) var count = 0

    /// The first source index of every output sample; at least `-reach`.
    private(set) var first: [Int32] = []

    /// `taps` weights for every output sample, each in both halves of its word, as the kernels want them.
    private(set) var weights: [Int32] = []

    /// Output sample `i` looks at source position `origin + (i + phase) * step`, in samples whose index `k`
    /// covers `k ..< k + 1`.
    struct Line: Hashable {
        var origin: Double
        var step: Double
        var count: Int
    }

    /// Makes the weights for `line` over a source of `sourceCount` samples that repeats its edges for `reach` more
    /// on either side.
    ///
    /// - Parameter padded: the table's length; entries past `line.count` repeat the last one.
    mutating func make(_ line: Line, sourceCount: Int, reach: Int, padded: Int) {
        let widening = max(line.step, 1)
        let radius = 3 * widening
        taps = Int(min(ceil(2 * radius), Double(sourceCount + 2 * reach)))
        count = line.count
        resize(to: padded)
        let slope = Double(Lanczos.steps) / widening
        let (lowest, highest) = (-reach, sourceCount + reach - taps)
        withUnsafeTemporaryAllocation(of: Float.self, capacity: taps) { raw in
            fill(
                line, radius: radius, slope: slope, starts: lowest...highest,
                seen: Double(-reach)...Double(sourceCount + reach - 1), raw: raw)
        }
    }

    private mutating func fill(
        _ line: Line, radius: Double, slope: Double, starts: ClosedRange<Int>,
        seen: ClosedRange<Double>, raw: UnsafeMutableBufferPointer<Float>
    ) {
        for i in 0..<first.count {
            let exact = line.origin + (Double(min(i, line.count - 1)) + 0.5) * line.step - 0.5
            // Farther out there is nothing but the edge, and weights of side lobes alone would explode.
            let centre = min(max(exact, seen.lowerBound), seen.upperBound)
            let start = min(
                max(Int(floor(centre - radius)) + 1, starts.lowerBound), starts.upperBound)
            first[i] = Int32(start)
            var sum: Float = 0
            for k in 0..<taps {
                raw[k] = kernel(abs(Double(start + k) - centre) * slope)
                sum += raw[k]
            }
            quantise(raw, sum: sum, at: i * taps)
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

    /// The kernel at a distance in table steps.
    @inline(__always)
    private func kernel(_ distance: Double) -> Float {
        let index = Int(distance)
        guard index < 3 * Lanczos.steps else { return 0 }
        let share = Float(distance - Double(index))
        let low = Lanczos.table[index]
        return low + (Lanczos.table[index + 1] - low) * share
    }

    private mutating func quantise(_ raw: UnsafeMutableBufferPointer<Float>, sum: Float, at offset: Int) {
        let scale = 32_768 / sum
        var error: Float = 0
        for k in 0..<raw.count {
            let exact = raw[k] * scale + error
            // Written out, because rounding is a library call on processors before SSE4.
            let rounded = min(Int32(exact + (exact < 0 ? -0.5 : 0.5)), 32_767)
            error = exact - Float(rounded)
            let weight = UInt32(UInt16(truncatingIfNeeded: rounded))
            weights[offset + k] = Int32(bitPattern: weight * 0x1_0001)
        }
    }
}
