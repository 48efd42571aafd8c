import Foundation
import Planning

/// Draws one clip onto a frame.
final class LayerPainter {
    let canvas: Canvas
    private let sampler: PictureSampler
    let effects: EffectPainter
    let layer = LayerBuffer()
    let coverage = Coverage()
    /// For a still frame that is not opaque and whose effects change.
    private(set) lazy var spare = FrameBuffer(width: canvas.width, height: canvas.height)

    init(_ canvas: Canvas) {
        self.canvas = canvas
        let resampler = Resampler()
        sampler = PictureSampler(resampler)
        effects = EffectPainter(canvas, resampler)
    }

    /// Draws `clip` as it looks at frame `index`.
    func draw(
        _ clip: Clip, _ prepared: PreparedClip, at index: Int, look: TransitionLook = .plain,
        into frame: FramePlanes
    ) {
        let time = Double(index) - clip.span.start
        let opacity =
            clip.placement.opacity.value(at: time) * clip.fade.factor(at: index, in: clip.span)
        guard opacity > 0 else { return }
        switch prepared {
        case .text(let text):
            draw(text, clip, at: index, opacity: opacity, into: frame)
        case .picture(let raster, let backdrop, let materials):
            var box = Box(clip.placement, at: time)
            box.centerX += look.dx
            box.centerY += look.dy
            guard !box.isEmpty else { return }
            let scene = EffectScene(clip, materials, at: index, in: box)
            let paint = Paint(outline: box, opacity: opacity, look: look, effects: scene)
            draw(raster, backdrop, clip, at: index, in: box, paint, into: frame)
        case .stillFrame(let still, let materials):
            draw(still, materials, clip, at: index, opacity: opacity, into: frame)
        case .stillLayer(let layer):
            layer.blend(onto: frame, weight: UInt8((min(opacity, 1) * 255).rounded()))
        case .film:
            break  // A projection puts the picture of the moment in its place.
        }
    }

    /// Whether `clip` at frame `index` leaves nothing of the canvas to be seen behind it.
    func hidesAll(_ clip: Clip, _ prepared: PreparedClip, at index: Int) -> Bool {
        let time = Double(index) - clip.span.start
        guard clip.placement.opacity.value(at: time) >= 1,
            clip.fade.factor(at: index, in: clip.span) >= 1
        else { return false }
        if case .stillFrame = prepared { return true }
        guard case .picture(let raster, let backdrop, _) = prepared, raster.alpha == nil else {
            return false
        }
        let box = Box(clip.placement, at: time)
        guard box.covers(canvas) else { return false }
        guard backdrop == nil, case .picture(let content) = clip.content else { return true }
        return PictureView(
            content, in: box, at: index - clip.frames.lowerBound, of: clip.frames.count
        ).box.covers(canvas)
    }

    /// What applies to a layer as a whole.
    private struct Paint {
        /// The placement box, whose rounded corners cut the layer.
        var outline: Box
        var opacity: Double
        var look: TransitionLook
        var effects: EffectScene?
    }

    private func draw(
        _ raster: PictureRaster, _ backdrop: PictureRaster?, _ clip: Clip, at index: Int,
        in box: Box, _ paint: Paint, into frame: FramePlanes
    ) {
        let seen = seen(of: raster, clip, at: index, in: box)
        var paint = paint
        paint.effects?.picture = seen.box
        if let backdrop {
            var behind = paint
            behind.effects?.isBackdrop = true
            draw(whole: backdrop, in: box, behind, into: frame)
        }
        paint.outline = Self.inner(seen.box, of: paint.outline)
        draw(raster, in: seen.box, part: seen.part, paint, into: frame)
    }

    /// A rectangle of a raster, in its samples.
    typealias RasterPart = (left: Double, top: Double, width: Double, height: Double)

    /// Which part of the raster is seen at a frame, and where on the canvas.
    private func seen(
        of raster: PictureRaster, _ clip: Clip, at index: Int, in box: Box
    ) -> (box: Box, part: RasterPart) {
        guard case .picture(let content) = clip.content else {
            return (box, (0, 0, Double(raster.width), Double(raster.height)))
        }
        let view = PictureView(
            content, in: box, at: index - clip.frames.lowerBound, of: clip.frames.count)
        let (x, y) = (
            Double(raster.width) / Double(content.width),
            Double(raster.height) / Double(content.height)
        )
        return (
            view.box,
            (view.crop.left * x, view.crop.top * y, view.crop.width * x, view.crop.height * y)
        )
    }

    /// Fills `layer` and `coverage` with `clip` as it looks at frame `index`, opaque; false where
    /// nothing of it is on the canvas.
    func sample(
        _ raster: PictureRaster, _ clip: Clip, _ materials: [EffectMaterial], at index: Int
    ) -> Bool {
        let box = Box(clip.placement, at: Double(index) - clip.span.start)
        guard !box.isEmpty else { return false }
        let seen = seen(of: raster, clip, at: index, in: box)
        var scene = EffectScene(clip, materials, at: index, in: box)
        scene?.picture = seen.box
        let paint = Paint(
            outline: Self.inner(seen.box, of: box), opacity: 1, look: .plain, effects: scene)
        return sample(raster, in: seen.box, part: seen.part, paint)
    }

    /// A picture smaller than its placement box keeps the corners that are its own: with rounded
    /// corners, all.
    private static func inner(_ box: Box, of outline: Box) -> Box {
        var box = box
        box.cornerRadius = outline.cornerRadius
        return box
    }

    private func draw(
        whole raster: PictureRaster, in box: Box, _ paint: Paint, into frame: FramePlanes
    ) {
        draw(
            raster, in: box, part: (0, 0, Double(raster.width), Double(raster.height)), paint,
            into: frame)
    }

    private func draw(
        _ raster: PictureRaster, in box: Box, part: RasterPart, _ paint: Paint,
        into frame: FramePlanes
    ) {
        let isPlain = raster.alpha == nil && paint.opacity >= 1 && paint.look.tintAmount == 0
        if isPlain, paint.outline.covers(canvas) {
            let (x, y) = Self.maps(part, box)
            sampler.sample(raster, x, y, into: frame)
            if let scene = paint.effects { effects.apply(scene, to: frame) }
            return
        }
        guard sample(raster, in: box, part: part, paint) else { return }
        layer.blend(onto: frame, coverage: coverage)
    }

    /// How the samples of a part lie along both sides of a box.
    private static func maps(_ part: RasterPart, _ box: Box) -> (x: AxisMap, y: AxisMap) {
        (
            AxisMap(start: part.left, length: part.width, position: box.left, size: box.width),
            AxisMap(start: part.top, length: part.height, position: box.top, size: box.height)
        )
    }

    /// Fills `layer` and `coverage` with what is seen of a raster; false where that is nothing.
    private func sample(
        _ raster: PictureRaster, in box: Box, part: RasterPart, _ paint: Paint
    ) -> Bool {
        let region = paint.outline.region(in: canvas)
        guard !region.isEmpty else { return false }
        layer.reserve(region, hasAlpha: raster.alpha != nil)
        if box.rotation == 0 {
            let (x, y) = Self.maps(part, box)
            sampler.sample(raster, x, y, into: layer)
        } else {
            let warp = Warp(
                box: box, left: part.left, top: part.top, width: part.width, height: part.height)
            sampler.sample(raster, warp, into: layer)
        }
        if let scene = paint.effects { effects.apply(scene, to: layer) }
        if let tint = paint.look.tint { layer.tint(tint, amount: paint.look.tintAmount) }
        coverage.make(paint.outline, opacity: paint.opacity, region: region, canvas: canvas)
        return true
    }

    private func draw(
        _ text: TextLayer, _ clip: Clip, at index: Int, opacity: Double, into frame: FramePlanes
    ) {
        let pose = TextPose(text.animation, at: index, in: clip.span, unit: canvas.unit)
        let opacity = opacity * pose.opacity
        guard !pose.isAtRest, let moving = text.moving else {
            return text.blend(onto: frame, opacity: opacity, pose)
        }
        var box = Box(
            left: Double(text.region.x), top: Double(text.region.y),
            width: Double(text.region.width), height: Double(text.region.height))
        box.centerX += pose.dx
        box.centerY += pose.dy
        box.width *= pose.scale
        box.height *= pose.scale
        let paint = Paint(outline: box, opacity: min(max(opacity, 0), 1), look: .plain)
        draw(whole: moving, in: box, paint, into: frame)
    }
}
