import Foundation

/// The sign of a missing picture: a framed landscape, struck through.
///
/// Lines have soft edges of a pixel and round ends; everything is measured in heights of the frame.
struct MissingPictureSign {
    private let center: SIMD2<Double>
    private let unit: Double

    /// In pixels; `height` is that of the frame.
    init(centerX: Double, centerY: Double, height: Double) {
        center = SIMD2(centerX, centerY)
        unit = max(height, 1)
    }

    /// Half of the frame's width and height.
    private static let half = SIMD2(0.66, 0.5)
    private static let corner = 0.12
    private static let stroke = 0.055

    /// A hill in the half that the slash leaves, up to the right side of the frame.
    private static let hills = [SIMD2(-0.2, 0.5), SIMD2(0.24, 0.02), SIMD2(0.66, 0.42)]
    private static let sun = (center: SIMD2(-0.3, -0.2), radius: 0.085)
    private static let slash = (SIMD2(-0.8, 0.66), SIMD2(0.8, -0.66))

    /// How much of a pixel the lines cover, 0...1; `x`, `y` is its middle.
    func coverage(x: Double, y: Double) -> Float {
        let point = (SIMD2(x, y) - center) / unit
        guard abs(point.x) < 1, abs(point.y) < 0.8 else { return 0 }
        let slash = distance(point, Self.slash.0, Self.slash.1) - Self.stroke / 2
        let drawing = min(frame(point), inside(point))
        // The slash stands apart from what it strikes through.
        let apart = max(drawing, 1.3 * Self.stroke - slash)
        return Float(min(max(0.5 - min(slash, apart) * unit, 0), 1))
    }

    private func frame(_ point: SIMD2<Double>) -> Double { abs(box(point)) - Self.stroke / 2 }

    private func inside(_ point: SIMD2<Double>) -> Double {
        let hills = zip(Self.hills, Self.hills.dropFirst()).map { distance(point, $0, $1) }.min()
        let offset = point - Self.sun.center
        let sun = (offset * offset).sum().squareRoot() - Self.sun.radius
        return max(min((hills ?? 1) - Self.stroke / 2, sun), box(point))
    }

    /// The distance to a rounded rectangle, negative inside.
    private func box(_ point: SIMD2<Double>) -> Double {
        let q = SIMD2(abs(point.x), abs(point.y)) - Self.half + Self.corner
        let outside = SIMD2(max(q.x, 0), max(q.y, 0))
        return (outside * outside).sum().squareRoot() + min(max(q.x, q.y), 0) - Self.corner
    }

    /// The distance to a line from `a` to `b`.
    private func distance(
        _ point: SIMD2<Double>, _ a: SIMD2<Double>, _ b: SIMD2<Double>
    ) -> Double {
        let (along, to) = (b - a, point - a)
        let share = min(max((to * along).sum() / (along * along).sum(), 0), 1)
        let offset = to - along * share
        return (offset * offset).sum().squareRoot()
    }
}
