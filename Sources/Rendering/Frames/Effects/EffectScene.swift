import Foundation
import Media
import Planning

/// What a clip's effects need to know about one frame of it.
struct EffectScene {
    var effects: [PictureEffect]
    var materials: [EffectMaterial]

    /// Frames since the start of the clip's span, and the share of the span that is over.
    var time: Double
    var progress: Double

    /// The placement box.
    var box: Box

    /// Where the picture's own pixels lie: smaller than the box where it is fitted into it.
    var picture: Box

    /// Whether the layer is the blurred cover behind the picture.
    var isBackdrop = false

    /// Nil where a clip has no effects.
    init?(_ clip: Clip, _ materials: [EffectMaterial], at index: Int, in box: Box) {
        guard !clip.effects.isEmpty else { return nil }
        effects = clip.effects
        self.materials = materials
        time = Double(index) - clip.span.start
        progress = time / (clip.span.end - clip.span.start)
        self.box = box
        picture = box
    }
}

/// What an effect has prepared once for its clip.
enum EffectMaterial: Sendable {
    case none
    case noise(NoiseField)
    case table(ColorTable)

    /// Prepares one effect for a clip at `placement`.
    ///
    /// - Throws: what reading a colour table throws.
    init(_ effect: PictureEffect, _ placement: Placement, _ canvas: Canvas) throws {
        switch effect {
        case .diffuse(let diffusion):
            self = .noise(NoiseField(diffusion, placement, canvas))
        case .lut(let path): self = .table(try ColorTable.read(path: path))
        default: self = .none
        }
    }
}
