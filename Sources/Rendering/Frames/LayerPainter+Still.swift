import Foundation
import Planning

/// Pictures that stand still are sampled once, not for every frame.
extension LayerPainter {
    /// Returns `prepared`, drawn already as far as it does not change while `clip` shows.
    ///
    /// `moves` tells that a transition carries the clip across the canvas or tints it.
    func rested(_ prepared: PreparedClip, _ clip: Clip, moves: Bool) -> PreparedClip {
        guard case .picture(let raster, nil, let materials) = prepared, !moves, clip.isStill else {
            return prepared
        }
        let changes = clip.effects.contains { $0.changesWithTime }
        var drawn = clip
        drawn.placement.opacity = .constant(1)
        drawn.fade = .none
        if changes { drawn.effects = [] }
        let index = clip.frames.lowerBound
        let bare = PreparedClip.picture(
            raster, backdrop: nil, materials: changes ? [] : materials)
        guard hidesAll(drawn, bare, at: index) else {
            guard !changes, sample(raster, drawn, materials, at: index) else { return prepared }
            return .stillLayer(StillLayer(layer, coverage))
        }
        let frame = FrameBuffer(width: canvas.width, height: canvas.height)
        draw(drawn, bare, at: index, into: frame.planes)
        return .stillFrame(frame, materials: changes ? materials : [])
    }

    /// Lays a still frame over `frame` and applies the effects that change.
    func draw(
        _ still: FrameBuffer, _ materials: [EffectMaterial], _ clip: Clip, at index: Int,
        opacity: Double, into frame: FramePlanes
    ) {
        let box = Box(clip.placement, at: 0)
        let scene = materials.isEmpty ? nil : EffectScene(clip, materials, at: index, in: box)
        guard opacity < 1 else {
            frame.copy(still.planes)
            if let scene { effects.apply(scene, to: frame) }
            return
        }
        let weight = UInt8((max(opacity, 0) * 255).rounded())
        guard let scene else { return frame.mix(still.planes, weight: weight) }
        spare.planes.copy(still.planes)
        effects.apply(scene, to: spare.planes)
        frame.mix(spare.planes, weight: weight)
    }
}

extension Clip {
    /// Whether neither its box nor its view moves.
    fileprivate var isStill: Bool {
        let sides = [placement.x, placement.y, placement.width, placement.height]
        guard (sides + [placement.rotation]).allSatisfy(\.isConstant) else { return false }
        guard case .picture(let content) = content else { return true }
        return content.move.start == content.move.end
    }
}

extension PictureEffect {
    fileprivate var changesWithTime: Bool {
        switch self {
        case .diffuse: true
        case .pixelate(let value), .blur(let value), .gray(let value), .dim(let value),
            .vignette(let value):
            !value.isConstant
        case .spotlight(let light): !light.amount.isConstant
        case .adjust, .grid, .lut: false
        }
    }
}
