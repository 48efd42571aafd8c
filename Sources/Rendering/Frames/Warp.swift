import Foundation

/// Samples a picture through a rotation: bicubic (Catmull-Rom, Keys 1981 with a = -0.5), one sample
/// at a time.
///
/// There is no area filter, so the picture must be pre-scaled to about one source sample per pixel.
struct Warp {
    /// Raster position (luma grid, edge coordinates) of the canvas point (0, 0).
    private var originX: Double
    private var originY: Double
    /// Raster steps per canvas pixel to the right and down.
    private var rightX: Double
    private var rightY: Double
    private var downX: Double
    private var downY: Double

    /// Shows the raster rectangle from (`left`, `top`), `width` by `height` samples, in `box`.
    init(box: Box, left: Double, top: Double, width: Double, height: Double) {
        let (c, s) = (cos(box.rotation), sin(box.rotation))
        let (stepX, stepY) = (width / box.width, height / box.height)
        rightX = c * stepX
        downX = s * stepX
        rightY = -s * stepY
        downY = c * stepY
        originX = left + width / 2 - box.centerX * rightX - box.centerY * downX
        originY = top + height / 2 - box.centerX * rightY - box.centerY * downY
    }

    /// Samples a luma-resolution plane for the pixels of `region`.
    func luma(_ plane: StripPlane, region: EvenRegion, into out: Resampler.Target) {
        for y in 0..<region.height {
            sampleRow(
                plane, x: Double(region.x) + 0.5, y: Double(region.y + y) + 0.5, step: 1, scale: 1,
                shift: .zero, count: region.width, into: out, row: y)
        }
    }

    /// Samples a chroma-resolution plane; the canvas' chroma lies on the even luma columns, between
    /// luma rows, the raster's lies by `shift` from the middle of its luma samples.
    func chroma(
        _ plane: StripPlane, shift: SIMD2<Double>, region: EvenRegion, into out: Resampler.Target
    ) {
        for y in 0..<region.height / 2 {
            sampleRow(
                plane, x: Double(region.x) + 0.5, y: Double(region.y + 2 * y) + 1, step: 2,
                scale: 0.5, shift: shift / 2, count: region.width / 2, into: out, row: y)
        }
    }

    private func sampleRow(
        _ plane: StripPlane, x: Double, y: Double, step: Double, scale: Double,
        shift: SIMD2<Double>, count: Int, into out: Resampler.Target, row: Int
    ) {
        let (low, high) = (Float(out.range.lowerBound), Float(out.range.upperBound))
        var u = (originX + x * rightX + y * downX) * scale - 0.5 - shift.x
        var v = (originY + x * rightY + y * downY) * scale - 0.5 - shift.y
        let (du, dv) = (rightX * step * scale, rightY * step * scale)
        let to = out.samples + row * out.stride
        for i in 0..<count {
            let value = bicubic(plane, u, v)
            to[i] = UInt8(min(max(value, low), high).rounded())
            u += du
            v += dv
        }
    }

    private func bicubic(_ plane: StripPlane, _ u: Double, _ v: Double) -> Float {
        let (left, top) = (u.rounded(.down), v.rounded(.down))
        let (x, y) = (Int(left), Int(top))
        let horizontal = Self.weights(Float(u - left))
        let vertical = Self.weights(Float(v - top))
        var sum: Float = 0
        for row in 0..<4 {
            var line: Float = 0
            for column in 0..<4 {
                line += horizontal[column] * plane.sample(x - 1 + column, y - 1 + row)
            }
            sum += vertical[row] * line
        }
        return sum
    }

    private static func weights(_ t: Float) -> SIMD4<Float> {
        let (t2, t3) = (t * t, t * t * t)
        return SIMD4(
            -0.5 * t + t2 - 0.5 * t3, 1 - 2.5 * t2 + 1.5 * t3, 0.5 * t + 2 * t2 - 1.5 * t3,
            -0.5 * t2 + 0.5 * t3)
    }
}
