import Media
import Planning
import Typesetting

/// Prepares single clips: decodes, shrinks, typesets what does not change from frame to frame.
struct ClipPreparation {
    /// A clip, and what its file had to say.
    typealias Work = Task<(clip: PreparedClip, warnings: [FilmWarning]), any Error>

    private let typesetter: Typesetter

    init(_ typesetter: Typesetter) { self.typesetter = typesetter }

    /// Begins to prepare a clip of `plan`; texts are set before this returns.
    ///
    /// - Returns: the work, and what setting a text had to say.
    func start(_ key: ClipKey, of plan: RenderPlan) -> (work: Work, notices: [Notice]) {
        let clip = plan.tracks[key.track].clips[key.clip]
        let canvas = plan.canvas
        let moves = plan.tracks[key.track].carries(key.clip)
        switch clip.content {
        case .picture(let content) where content.footage != nil:
            let card = card(for: content, clip, in: plan)
            let work = Work.detached {
                (.film(materials: try clip.materials(on: canvas), card: card), [])
            }
            return (work, [])
        case .picture(let content):
            let card = card(for: content, clip, in: plan)
            let work = Work.detached {
                let (prepared, words) = try Self.picture(content, clip, card, on: canvas)
                return (
                    LayerPainter(canvas).rested(prepared, clip, moves: moves),
                    words.map { FilmWarning(path: content.path, message: $0) }
                )
            }
            return (work, [])
        case .generated(let picture):
            let raster = GeneratedRaster(clip.placement)
            let words = raster.words(of: picture, typesetter)
            let work = Work.detached {
                let prepared = PreparedClip.picture(
                    raster.make(picture, words: words), backdrop: nil,
                    materials: try clip.materials(on: canvas))
                return (LayerPainter(canvas).rested(prepared, clip, moves: moves), [])
            }
            return (work, [])
        case .text(let content):
            let (layer, notices) = TextPreparation(content, clip.placement, in: plan)
                .run(typesetter)
            return (Work { (.text(layer), []) }, notices)
        }
    }

    /// The card for a file that breaks, where such a file does not end the render.
    private func card(
        for content: PictureContent, _ clip: Clip, in plan: RenderPlan
    ) -> BrokenSourceCard? {
        guard plan.onSourceFailure != .fail else { return nil }
        return BrokenSourceCard(content, clip.placement, typesetter)
    }

    private static func picture(
        _ content: PictureContent, _ clip: Clip, _ card: BrokenSourceCard?, on canvas: Canvas
    ) throws -> (PreparedClip, warnings: [String]) {
        let materials = try clip.materials(on: canvas)
        do {
            let (raster, warnings) = try PicturePreparation(content, clip.placement).run()
            return (PreparedClip(raster, content.fit, clip.placement, materials), warnings)
        } catch let error as MediaError {
            guard let card else { throw error }
            return (
                card.prepared(materials), ["it broke; a placeholder stands in: \(error.reason)"]
            )
        }
    }
}

extension PreparedClip {
    /// A picture, with what stands behind it where its `fit` wants that.
    init(
        _ raster: PictureRaster, _ fit: PictureContent.Fit, _ placement: Placement,
        _ materials: [EffectMaterial]
    ) {
        func most(_ side: Animation) -> Double { side.keys.map(\.value).max() ?? 1 }
        let backdrop =
            fit == .blur
            ? Backdrop.make(
                raster, width: most(placement.width), height: most(placement.height)) : nil
        self = .picture(raster, backdrop: backdrop, materials: materials)
    }
}

extension Clip {
    /// What its effects prepare, one each.
    fileprivate func materials(on canvas: Canvas) throws -> [EffectMaterial] {
        try effects.map { try EffectMaterial($0, placement, canvas) }
    }
}
