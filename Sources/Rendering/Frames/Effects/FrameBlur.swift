import CKernels
import Foundation

/// Blurs planes by a Gaussian; owns the scratch memory of one worker.
///
/// A wide blur leaves nothing fine: the plane is reduced to means of 2^n by 2^n samples first, and
/// what is left of the Gaussian is applied there, in single precision. The way back up is the
/// picture sampler's. An edge of full contrast comes within 1.5 % of the
/// Gaussian's. Luma is dithered;
/// the edges of the plane repeat.
final class FrameBlur {
    /// What is left of the deviation after a reduction, in reduced samples: less would ripple.
    private static let leastDeviation = 1.5

    private let resampler: Resampler
    private var sums: [UInt32] = []
    private var row = Storage<Float>(count: 0)
    private var result = Storage<Float>(count: 0)
    /// As many rows, filtered across, as the filter is high.
    private var ring = Storage<Float>(count: 0)

    init(_ resampler: Resampler) {
        self.resampler = resampler
    }

    /// Blurs `plane` by a standard deviation of `deviation` luma pixels.
    ///
    /// - Parameters: range: what the samples are clamped to. firstRow: the canvas row of the first
    ///   one, for the dither.
    func blur(
        _ plane: SamplePlane, deviation: Double, range: ClosedRange<Int16>, firstRow: Int
    ) {
        let sigma = deviation / Double(plane.reduction)
        guard sigma >= 0.1 else { return }
        var factor = 1
        while sigma / Double(2 * factor) >= Self.leastDeviation, factor < 64 { factor *= 2 }
        // A mean of n samples blurs by a variance of (n² - 1) / 12 itself.
        let done = Double(factor * factor - 1) / 12
        let weights = Self.gaussian((sigma * sigma - done).squareRoot() / Double(factor))
        let (width, height) = (
            (plane.width + factor - 1) / factor, (plane.height + factor - 1) / factor
        )
        guard factor > 1 else {
            return filter(plane, by: 1, weights) { row, y in
                Self.store(row, plane, y: y, range: range, firstRow: firstRow)
            }
        }
        let small = StripPlaneBuilder<Int16>(width: width, height: height, padding: 8)
        filter(plane, by: factor, weights) { small.store($0, y: $1) }
        let line = { (count: Int) in
            FixedTaps.Line(origin: 0, step: 1 / Double(factor), count: count)
        }
        let target = Resampler.Target(
            samples: plane.samples, stride: plane.stride, range: range,
            isDithered: plane.reduction == 1,
            firstRow: firstRow)
        resampler.sample(
            [small.finished()], x: line(plane.width), y: line(plane.height), into: [target])
    }

    /// Weights to three deviations on either side, of sum 1.
    private static func gaussian(_ sigma: Double) -> [Float] {
        let radius = max(Int((3 * sigma).rounded(.up)), 1)
        let raw = (-radius...radius).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
        let sum = raw.reduce(0, +)
        return raw.map { Float($0 / sum) }
    }

    /// Reduces `plane`, filters it by `weights` along both axes and hands out row by row.
    ///
    /// A row is handed out after the last one that it depends on is read, so it may be overwritten.
    private func filter(
        _ plane: SamplePlane, by factor: Int, _ weights: [Float],
        emit: (_ row: UnsafePointer<Float>, _ y: Int) -> Void
    ) {
        let (taps, radius) = (weights.count, weights.count / 2)
        let width = (plane.width + factor - 1) / factor
        let height = (plane.height + factor - 1) / factor
        reserve(width: width, factor: factor, taps: taps)
        var held = -1
        for y in 0..<height {
            while held < min(y + radius, height - 1) {
                held += 1
                reduce(plane, by: factor, line: held, width: width, padding: radius)
                let shifted = (0..<taps).map { Optional(UnsafePointer(row.base + $0)) }
                weigh(shifted, weights, width, into: ring.base + held % taps * width)
            }
            let window = (0..<taps).map { tap -> UnsafePointer<Float>? in
                let line = min(max(y + tap - radius, 0), height - 1)
                return UnsafePointer(ring.base + line % taps * width)
            }
            weigh(window, weights, width, into: result.base)
            emit(result.base, y)
        }
    }

    private func weigh(
        _ rows: [UnsafePointer<Float>?], _ weights: [Float], _ count: Int,
        into out: UnsafeMutablePointer<Float>
    ) {
        ck_weighted_rows(
            resampler.level, rows, weights, Int32(weights.count), Int32(count), out)
    }

    private func reserve(width: Int, factor: Int, taps: Int) {
        if sums.count < width * factor {
            sums = [UInt32](repeating: 0, count: width * factor)
        }
        if row.count < width + taps { row = Storage(count: width + taps) }
        if result.count < width { result = Storage(count: width) }
        if ring.count < taps * width { ring = Storage(count: taps * width) }
    }

    /// Fills `row` with the means of `factor` by `factor` samples, from `padding` on.
    private func reduce(
        _ plane: SamplePlane, by factor: Int, line: Int, width: Int, padding: Int
    ) {
        let to = row.base + padding
        if factor == 1 {
            let from = plane.samples + line * plane.stride
            for x in 0..<width { to[x] = Float(from[x]) }
        } else {
            let scale = 1 / Float(factor * factor)
            sums.withUnsafeMutableBufferPointer { sums in
                Self.add(plane, lines: line * factor..<(line + 1) * factor, to: sums)
                Self.shrink(sums, by: factor, width: width)
                for x in 0..<width { to[x] = Float(sums[x]) * scale }
            }
        }
        row.base.update(repeating: to[0], count: padding)
        (to + width).update(repeating: to[width - 1], count: padding)
    }

    /// Sums whole rows of samples; the last column and row repeat.
    private static func add(
        _ plane: SamplePlane, lines: Range<Int>, to sums: UnsafeMutableBufferPointer<UInt32>
    ) {
        sums.update(repeating: 0)
        for line in lines {
            let from = plane.samples + min(line, plane.height - 1) * plane.stride
            for x in 0..<plane.width { sums[x] &+= UInt32(from[x]) }
        }
        for x in plane.width..<max(sums.count, plane.width) { sums[x] = sums[plane.width - 1] }
    }

    /// Sums neighbours until each of the first `width` holds `factor` of them.
    private static func shrink(
        _ sums: UnsafeMutableBufferPointer<UInt32>, by factor: Int, width: Int
    ) {
        var rest = factor
        while rest > 1 {
            rest /= 2
            for x in 0..<width * rest { sums[x] = sums[2 * x] &+ sums[2 * x + 1] }
        }
    }

    private static func store(
        _ row: UnsafePointer<Float>, _ plane: SamplePlane, y: Int, range: ClosedRange<Int16>,
        firstRow: Int
    ) {
        let to = plane.samples + y * plane.stride
        let (low, high) = (Float(range.lowerBound), Float(range.upperBound))
        let scale: Float = plane.reduction == 1 ? 1 / 256 : 0
        Blend.withThresholds(x: 0, y: firstRow + y) { thresholds in
            for start in stride(from: 0, to: plane.width, by: Blend.block) {
                let (from, to) = (row + start, to + start)
                for i in 0..<min(Blend.block, plane.width - start) {
                    let value = from[i] + (Float(thresholds[i]) - 128) * scale
                    // The sum's last bits are the rounded value, and need no checked conversion.
                    let bits = (min(max(value, low), high) + 8_388_608).bitPattern
                    to[i] = UInt8(truncatingIfNeeded: bits)
                }
            }
        }
    }
}
