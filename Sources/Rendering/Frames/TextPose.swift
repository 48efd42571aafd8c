import Foundation
import Planning

/// Where an animated text is at one frame, relative to its rest.
struct TextPose: Hashable {
    var dx = 0.0
    var dy = 0.0
    var scale = 1.0
    var opacity = 1.0

    var isAtRest: Bool { dx == 0 && dy == 0 && scale == 1 }

    /// `unit` is one text unit, 1/1080 of the canvas' shorter side, in pixels.
    init(_ animation: TextAnimation, at frame: Int, in span: Clip.Span, unit: Double) {
        let time = Double(frame)
        let length = min(animation.duration, (span.end - span.start) / 2)
        guard length > 0 else { return }
        let entering = (time - span.start) / length
        if entering < 1 { apply(animation.entrance, Self.easeOut(entering), from: unit) }
        let leaving = (span.end - time) / length
        // It leaves the way it was going.
        if leaving < 1 { apply(animation.exit, Self.easeOut(leaving), from: -unit) }
    }

    /// Cubic ease out.
    private static func easeOut(_ time: Double) -> Double {
        let rest = 1 - min(max(time, 0), 1)
        return 1 - rest * rest * rest
    }

    /// `amount` is 0 away and 1 at rest; `unit` a text unit in pixels, towards where it is away.
    private mutating func apply(
        _ kind: TextAnimation.Kind, _ amount: Double, from unit: Double
    ) {
        switch kind {
        case .none: return
        case .fade: break
        case .slideUp: dy += 24 * unit * (1 - amount)
        case .slideLeft: dx += 48 * unit * (1 - amount)
        case .pop: scale *= 0.85 + 0.15 * amount
        }
        opacity *= amount
    }
}
