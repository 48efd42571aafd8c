import Foundation

/// What a clip needs in memory to be drawn at any of its frames.
enum PreparedClip: Sendable {
    /// `backdrop` stands behind pictures with `fit: blur`; `materials` are those of the clip's
    /// effects, one each.
    case picture(PictureRaster, backdrop: PictureRaster?, materials: [EffectMaterial])
    /// A picture that fills the canvas and stands still; `materials` are those of effects that
    /// are not in it, because they change with time.
    case stillFrame(FrameBuffer, materials: [EffectMaterial])
    /// A picture that stands still and covers a part of the canvas, corners and alpha included.
    case stillLayer(StillLayer)
    case text(TextLayer)
    /// A film, whose frames come and go: each worker plays it for itself, see `FilmProjection`.
    /// `card` stands in where it breaks; without one a broken film ends the render.
    case film(materials: [EffectMaterial], card: BrokenSourceCard?)
}

/// Names a clip of a plan.
struct ClipKey: Hashable, Sendable {
    var track: Int
    var clip: Int
}
