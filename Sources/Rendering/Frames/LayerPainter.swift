import Foundation
import Planning

/// Draws one clip onto a frame.
final class LayerPainter {
    private let canvas: Canvas
    private let sampler: PictureSampler
    private let effects: EffectPainter
    private let layer = LayerBuffer()
    private let coverage = Coverage()

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
        }
    }

    /// Whether `clip` at frame `index` leaves nothing of the canvas to be seen behind it.
    func hidesAll(_ clip: Clip, _ prepared: PreparedClip, at index: Int) -> Bool {
        guard case .picture(let raster, let backdrop, _) = prepared, raster.alpha == nil else {
            return false
        }
        let time = Double(index) - clip.span.start
        let box = Box(clip.placement, at: time)
        guard clip.placement.opacity.value(at: time) >= 1, box.covers(canvas),
            clip.fade.factor(at: index, in: clip.span) >= 1
        else { return false }
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
        guard case .picture(let content) = clip.content else {
            return draw(whole: raster, in: box, paint, into: frame)
        }
        let view = PictureView(
            content, in: box, at: index - clip.frames.lowerBound, of: clip.frames.count)
        let (x, y) = (
            Double(raster.width) / Double(content.width),
            Double(raster.height) / Double(content.height)
        )
        var paint = paint
        paint.effects?.picture = view.box
        if let backdrop {
            var behind = paint
            behind.effects?.isBackdrop = true
            draw(whole: backdrop, in: box, behind, into: frame)
        }
        paint.outline = Self.inner(view.box, of: paint.outline)
        draw(
            raster, in: view.box,
            part: (
                view.crop.left * x, view.crop.top * y, view.crop.width * x, view.crop.height * y
            ),
            paint, into: frame)
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
        _ raster: PictureRaster, in box: Box,
        part: (left: Double, top: Double, width: Double, height: Double), _ paint: Paint,
        into frame: FramePlanes
    ) {
        let x = AxisMap(start: part.left, length: part.width, position: box.left, size: box.width)
        let y = AxisMap(start: part.top, length: part.height, position: box.top, size: box.height)
        let isPlain = raster.alpha == nil && paint.opacity >= 1 && paint.look.tintAmount == 0
        if isPlain, paint.outline.covers(canvas) {
            sampler.sample(raster, x, y, into: frame)
            if let scene = paint.effects { effects.apply(scene, to: frame) }
            return
        }
        let region = paint.outline.region(in: canvas)
        guard !region.isEmpty else { return }
        layer.reserve(region, hasAlpha: raster.alpha != nil)
        if box.rotation == 0 {
            sampler.sample(raster, x, y, into: layer)
        } else {
            let warp = Warp(
                box: box, left: part.left, top: part.top, width: part.width, height: part.height)
            sampler.sample(raster, warp, into: layer)
        }
        if let scene = paint.effects { effects.apply(scene, to: layer) }
        if let tint = paint.look.tint { layer.tint(tint, amount: paint.look.tintAmount) }
        coverage.make(paint.outline, opacity: paint.opacity, region: region, canvas: canvas)
        layer.blend(onto: frame, coverage: coverage)
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
