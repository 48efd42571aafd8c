import CKernels
import Foundation

/// Blurs planes by a Gaussian; owns the scratch memory of one worker.
///
/// A wide blur leaves nothing fine: the plane is reduced to means of 2^n by 2^n samples first, and
/// what is left of the Gaussian is applied there, in single precision. The way back up is the
/// picture sampler's, dithered.
final class FrameBlur {
    private let resampler: Resampler

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
        while sigma / Double(2 * factor) >= 1, factor < 64 { factor *= 2 }
        // A mean of n samples blurs by a variance of (n² - 1) / 12 itself.
        let done = Double(factor * factor - 1) / 12
        let weights = Self.gaussian((sigma * sigma - done).squareRoot() / Double(factor))
        var small = ReducedPlane(plane, by: factor, padding: weights.count / 2)
        small.convolve(weights, level: resampler.level)
        let line = { (count: Int) in
            FixedTaps.Line(origin: 0, step: 1 / Double(factor), count: count)
        }
        let target = Resampler.Target(
            samples: plane.samples, stride: plane.stride, range: range, isDithered: true,
            firstRow: firstRow)
        resampler.sample(
            [small.stripPlane()], x: line(plane.width), y: line(plane.height), into: [target])
    }

    /// Weights to three deviations on either side, of sum 1.
    private static func gaussian(_ sigma: Double) -> [Float] {
        let radius = max(Int((3 * sigma).rounded(.up)), 1)
        let raw = (-radius...radius).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
        let sum = raw.reduce(0, +)
        return raw.map { Float($0 / sum) }
    }
}

/// A plane of means in single precision, with room on the left and right for a filter.
private struct ReducedPlane {
    private let width: Int
    private let height: Int
    private let padding: Int
    private var rows: Storage<Float>
    private var stride: Int { width + 2 * padding }

    init(_ plane: SamplePlane, by factor: Int, padding: Int) {
        width = (plane.width + factor - 1) / factor
        height = (plane.height + factor - 1) / factor
        self.padding = padding
        rows = Storage(count: height * (width + 2 * padding))
        var sums = [UInt16](repeating: 0, count: plane.width)
        for y in 0..<height {
            let lines = y * factor..<min((y + 1) * factor, plane.height)
            sums.withUnsafeMutableBufferPointer { sums in
                sums.update(repeating: 0)
                for line in lines {
                    let row = plane.samples + line * plane.stride
                    for x in sums.indices { sums[x] &+= UInt16(row[x]) }
                }
                let to = rows.base + y * stride + padding
                for x in 0..<width {
                    let end = min((x + 1) * factor, plane.width)
                    var sum: UInt32 = 0
                    for i in x * factor..<end { sum &+= UInt32(sums[i]) }
                    to[x] = Float(sum) / Float((end - x * factor) * lines.count)
                }
            }
        }
    }

    /// Applies `weights` along both axes; the edges repeat.
    mutating func convolve(_ weights: [Float], level: ck_level) {
        let taps = weights.count
        let across = Storage<Float>(count: rows.count)
        for y in 0..<height {
            let row = rows.base + y * stride
            (row).update(repeating: row[padding], count: padding)
            (row + padding + width).update(repeating: row[padding + width - 1], count: padding)
            let shifted = (0..<taps).map { Optional(UnsafePointer(row + $0)) }
            ck_weighted_rows(
                level, shifted, weights, Int32(taps), Int32(width),
                across.base + y * stride + padding)
        }
        for y in 0..<height {
            let window = (0..<taps).map { k in
                let line = min(max(y + k - taps / 2, 0), height - 1)
                return Optional(UnsafePointer(across.base + line * stride + padding))
            }
            ck_weighted_rows(
                level, window, weights, Int32(taps), Int32(width),
                rows.base + y * stride + padding)
        }
    }

    func stripPlane() -> StripPlane {
        let plane = StripPlaneBuilder<Int16>(width: width, height: height, padding: 8)
        for y in 0..<height { plane.store(rows.base + y * stride + padding, y: y) }
        return plane.finished()
    }
}
