import Foundation
import Planning

/// Where an animated text is at one frame, relative to its rest.
struct TextPose: Hashable {
    var dx = 0.0
    var dy = 0.0
    var scale = 1.0
    var opacity = 1.0

    /// From 0, sharp, to 1, as blurred as can be.
    var blur = 0.0

    /// The share of the words' width that is there, from the left.
    var shown = 0.0...1.0

    /// How much there is of a box whose words come or go in pieces.
    var ground = 1.0

    /// Frames since the start of the span, and until its end.
    var age = 0.0
    var rest = 0.0

    var isAtRest: Bool { dx == 0 && dy == 0 && scale == 1 }

    /// `unit` is one text unit, 1/1080 of the canvas' shorter side, in pixels.
    init(_ animation: TextAnimation, at frame: Int, in span: Clip.Span, unit: Double) {
        let time = Double(frame)
        (age, rest) = (time - span.start, span.end - time)
        let length = min(animation.duration, (span.end - span.start) / 2)
        guard length > 0 else { return }
        let entering = (time - span.start) / length
        if entering < 1 {
            let amount = Self.easeOut(entering)
            apply(animation.entrance, amount, from: unit)
            if animation.entrance == .reveal { shown = 0...amount }
        }
        let leaving = (span.end - time) / length
        // It leaves the way it was going.
        if leaving < 1 {
            let amount = Self.easeOut(leaving)
            apply(animation.exit, amount, from: -unit)
            if animation.exit == .reveal {
                shown = min(1 - amount, shown.upperBound)...shown.upperBound
            }
        }
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
        case .none, .reveal: return
        case .typewriter, .word:
            ground *= amount
            return
        case .fade: break
        case .blur: blur = max(blur, 1 - amount)
        case .slideUp: dy += 24 * unit * (1 - amount)
        case .slideLeft: dx += 48 * unit * (1 - amount)
        case .pop: scale *= 0.85 + 0.15 * amount
        }
        opacity *= amount
    }
}
