import Foundation
import Planning

/// How a side of a transition differs from the clip on its own, at one frame.
struct TransitionLook: Hashable {
    /// Pixels that the side is moved by.
    var dx = 0.0
    var dy = 0.0

    /// A flat colour mixed into the side.
    var tint: YCbCr?
    var tintAmount = 0.0

    static let plain = TransitionLook()

    /// The looks of both sides at `progress` 0...1.
    static func sides(
        _ kind: Transition.Kind, _ progress: Double, _ canvas: Canvas
    ) -> (from: TransitionLook, to: TransitionLook) {
        let (width, height) = (Double(canvas.width), Double(canvas.height))
        return switch kind {
        case .slideleft: slide(-width, 0, progress)
        case .slideright: slide(width, 0, progress)
        case .slideup: slide(0, -height, progress)
        case .slidedown: slide(0, height, progress)
        case .fadeblack: through(.black, progress)
        case .fadewhite: through(.white, progress)
        default: (.plain, .plain)
        }
    }

    /// The first side leaves by the given distance, the second follows it.
    private static func slide(
        _ dx: Double, _ dy: Double, _ progress: Double
    ) -> (from: TransitionLook, to: TransitionLook) {
        (
            TransitionLook(dx: dx * progress, dy: dy * progress),
            TransitionLook(dx: dx * (progress - 1), dy: dy * (progress - 1))
        )
    }

    /// The first side is flat after a fifth of the way, the second until a fifth before the end.
    private static func through(
        _ color: YCbCr, _ progress: Double
    ) -> (from: TransitionLook, to: TransitionLook) {
        (
            TransitionLook(tint: color, tintAmount: smoothstep(progress / 0.2)),
            TransitionLook(tint: color, tintAmount: smoothstep((1 - progress) / 0.2))
        )
    }

    private static func smoothstep(_ x: Double) -> Double {
        let t = min(max(x, 0), 1)
        return t * t * (3 - 2 * t)
    }
}
