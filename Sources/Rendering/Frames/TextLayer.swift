import Foundation
import Planning

/// Set words as a premultiplied picture on the canvas.
struct TextLayer: Sendable {
    /// Where the picture lies: whole pixels, even, possibly outside the canvas.
    let region: EvenRegion

    /// The words at rest, all of them, in their own colour.
    let planes: LayerPlanes

    /// The box behind words that come or go in pieces; else it is part of `planes`.
    var ground: LayerPlanes?

    /// The same picture for sub-pixel movement; nil where the text never moves.
    var moving: PictureRaster?

    var animation: TextAnimation

    /// Nil where no word lights up.
    var spoken: SpokenWords?

    /// The picture with less and less blur: full, a half, a quarter; empty where none is asked for.
    var blurred: [LayerPlanes] = []

    /// Where the pieces of the animation's steps lie.
    var entrance: TextPieces?
    var exit: TextPieces?

    /// The columns of the layer that hold the words or their box.
    var columns = 0.0...0.0

    /// The em size in pixels.
    var size = 0.0

    /// Lays the picture over the frame, `opacity` 0...1, as it is in `pose` but for movement.
    func blend(onto frame: FramePlanes, opacity: Double, _ pose: TextPose) {
        let opacity = min(max(opacity, 0), 1)
        if let ground {
            let weight = UInt8((opacity * pose.ground * 255).rounded())
            ground.blend(ground.whole, onto: frame, at: region) { _ in .even(weight) }
        }
        let weights = cover(pose).weights(opacity: opacity)
        if let spoken {
            spoken.blend(
                over: planes, onto: frame, at: region, time: pose.age, weight: weights)
        } else {
            planes(pose).blend(planes.whole, onto: frame, at: region, weight: weights)
        }
    }

    /// The words as blurred as they are.
    private func planes(_ pose: TextPose) -> LayerPlanes {
        guard pose.blur > 0, !blurred.isEmpty else { return planes }
        // Between two levels, whose blurs are a factor of 2 apart, the picture is a mix of both.
        let levels = blurred + [planes]
        let strengths = (0..<blurred.count).map { 1 / Double(1 << $0) } + [0]
        let lower = strengths.firstIndex { $0 <= pose.blur } ?? blurred.count
        guard lower > 0 else { return levels[0] }
        let share =
            (pose.blur - strengths[lower]) / (strengths[lower - 1] - strengths[lower])
        var mixed = levels[lower]
        mixed.mix(levels[lower - 1], weight: UInt8((share * 255).rounded()))
        return mixed
    }

    /// What is there of the words while they come or go.
    private func cover(_ pose: TextPose) -> TextCover {
        var cover = TextCover(width: region.width, height: region.height)
        let softness = 0.1 * size
        for (steps, pieces, time) in [
            (animation.entranceSteps, entrance, pose.age), (animation.exitSteps, exit, pose.rest),
        ] {
            guard let steps, let pieces, !steps.isComplete(at: time) else { continue }
            cover.multiply(pieces, softness: softness) { steps.share(of: $0, at: time) }
        }
        guard pose.shown != 0...1 else { return cover }
        let (left, right) = (columns.lowerBound - size, columns.upperBound + size)
        func column(_ share: Double) -> Double { left + (right - left) * share }
        cover.multiply(
            from: pose.shown.lowerBound > 0 ? column(pose.shown.lowerBound) : -1e6,
            to: pose.shown.upperBound < 1 ? column(pose.shown.upperBound) : 1e6, softness: size)
        return cover
    }
}
