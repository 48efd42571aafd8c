import Foundation

/// What a clip needs in memory to be drawn at any of its frames.
enum PreparedClip: Sendable {
    /// `backdrop` stands behind pictures with `fit: blur`; `materials` are those of the clip's
    /// effects, one each.
    case picture(PictureRaster, backdrop: PictureRaster?, materials: [EffectMaterial])
    case text(TextLayer)
}

/// Names a clip of a plan.
struct ClipKey: Hashable, Sendable {
    var track: Int
    var clip: Int
}
