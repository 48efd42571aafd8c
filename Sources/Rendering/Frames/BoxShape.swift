import Foundation

/// The shape of a box, ready to be measured at many points.
struct BoxShape {
    private let center: SIMD2<Double>
    /// The box's own directions on the canvas.
    private let right: SIMD2<Double>
    private let down: SIMD2<Double>
    private let half: SIMD2<Double>
    private let radius: Double

    init(_ box: Box) {
        let (c, s) = (cos(box.rotation), sin(box.rotation))
        center = SIMD2(box.centerX, box.centerY)
        right = SIMD2(c, s)
        down = SIMD2(-s, c)
        half = SIMD2(box.width, box.height) / 2
        radius = min(box.cornerRadius, box.width / 2, box.height / 2)
    }

    /// The share 0...1 of the pixel around a point that lies inside.
    ///
    /// Exact for upright boxes with square corners; elsewhere the pixel is taken to be turned with
    /// the outline.
    func coverage(x: Double, y: Double) -> Double {
        let offset = SIMD2(x, y) - center
        let (u, v) = (abs((offset * right).sum()), abs((offset * down).sum()))
        let share = Self.overlap(u, half.x) * Self.overlap(v, half.y)
        guard radius > 0, share > 0 else { return share }
        return min(share, max(0.5 - distance(u, v), 0))
    }

    /// How much of `place - 0.5 ... place + 0.5` lies in `-half ... half`.
    private static func overlap(_ place: Double, _ half: Double) -> Double {
        max(min(place + 0.5, half) - max(place - 0.5, -half), 0)
    }

    /// The signed distance to the outline from a point of the first quadrant; negative inside.
    private func distance(_ x: Double, _ y: Double) -> Double {
        let (qx, qy) = (x - half.x + radius, y - half.y + radius)
        let outside = (max(qx, 0) * max(qx, 0) + max(qy, 0) * max(qy, 0)).squareRoot()
        return outside + min(max(qx, qy), 0) - radius
    }
}
