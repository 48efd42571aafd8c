import Foundation
import Planning

/// Applies a clip's effects to its sampled picture; owns the scratch memory of one worker.
final class EffectPainter {
    private let diffusion = DiffusionPainter()
    private let blur: FrameBlur
    private let masks = MaskPainter()

    /// The width of a thin line in pixels.
    private let line: Double

    /// How bright the rest is beside a spotlight.
    private static let shade = 0.35

    init(_ canvas: Canvas, _ resampler: Resampler) {
        line = max(2 * canvas.unit, 1)
        blur = FrameBlur(resampler)
    }

    /// Applies all effects to an opaque picture that fills `frame`.
    func apply(_ scene: EffectScene, to frame: FramePlanes) {
        for (effect, material) in zip(scene.effects, scene.materials) {
            apply(effect, material, scene, Target(frame: frame, planes: frame.all, x: 0, y: 0))
        }
    }

    /// Applies all effects to a layer.
    ///
    /// What changes colours needs them as they are; what mixes neighbours needs them premultiplied.
    func apply(_ scene: EffectScene, to layer: LayerBuffer) {
        var isStraight = false
        for (effect, material) in zip(scene.effects, scene.materials) {
            if layer.hasAlpha, effect.mixesNeighbours == isStraight {
                if isStraight { layer.premultiply() } else { layer.unpremultiply() }
                isStraight.toggle()
            }
            let target = Target(
                frame: layer.planes, planes: layer.all, x: layer.region.x, y: layer.region.y)
            apply(effect, material, scene, target)
        }
        if isStraight { layer.premultiply() }
    }

    /// Samples, and where on the canvas they lie.
    private struct Target {
        var frame: FramePlanes
        var planes: [SamplePlane]
        var x: Int
        var y: Int

        var hasAlpha: Bool { planes.count > 3 }
    }

    private func apply(
        _ effect: PictureEffect, _ material: EffectMaterial, _ scene: EffectScene, _ target: Target
    ) {
        let time = scene.time
        switch effect {
        case .diffuse(let diffusion): diffuse(diffusion, material, scene, target)
        case .pixelate(let cell):
            let mosaic = Mosaic(
                centerX: scene.box.centerX - Double(target.x),
                centerY: scene.box.centerY - Double(target.y), cell: cell.value(at: time))
            for plane in target.planes { mosaic.draw(over: plane) }
        case .blur(let deviation):
            for (index, plane) in target.planes.enumerated() {
                blur.blur(
                    plane, deviation: deviation.value(at: time),
                    range: target.hasAlpha ? 0...255 : index == 0 ? 16...235 : 16...240,
                    firstRow: target.y / plane.reduction)
            }
        case .gray(let amount):
            ToneTable.gray(amount: amount.value(at: time)).apply(to: target.frame)
        case .dim(let factor):
            ToneTable.dim(factor: factor.value(at: time)).apply(to: target.frame)
        case .adjust(let change): ToneTable.adjust(change).apply(to: target.frame)
        case .lut:
            if case .table(let table) = material { table.apply(to: target.frame) }
        case .vignette(let amount):
            draw(.corners, in: scene.box, .black, amount.value(at: time), target)
        case .grid(let parts):
            guard !scene.isBackdrop else { return }
            draw(.lines(parts: parts, width: line), in: scene.picture, .white, 0.6, target)
        case .spotlight(let light):
            draw(
                .outside(x: light.x, y: light.y, radius: light.radius), in: scene.picture, .black,
                light.amount.value(at: time) * (1 - Self.shade), target)
        }
    }

    private func draw(
        _ kind: MaskShape.Kind, in box: Box, _ color: YCbCr, _ amount: Double, _ target: Target
    ) {
        let region = EvenRegion(
            x: target.x, y: target.y, width: target.frame.width, height: target.frame.height)
        masks.draw(
            MaskShape(kind: kind, box: box), color, amount: amount, over: target.frame,
            region: region)
    }

    /// Noise lies still on the box: its cells begin at the box's corner, on an even pixel.
    private func diffuse(
        _ effect: Diffusion, _ material: EffectMaterial, _ scene: EffectScene, _ target: Target
    ) {
        guard case .noise(let field) = material else { return }
        let corner = scene.box.corner
        diffusion.draw(
            effect, field, progress: scene.progress, over: target.frame,
            x: max(target.x - corner.x, 0), y: max(target.y - corner.y, 0))
    }
}

extension PictureEffect {
    /// Whether a sample's result depends on others.
    fileprivate var mixesNeighbours: Bool {
        switch self {
        case .pixelate, .blur: true
        case .diffuse, .gray, .dim, .vignette, .grid, .spotlight, .adjust, .lut: false
        }
    }
}

extension Box {
    /// The even pixel at or before the top left of what the box may touch, on or off the canvas.
    fileprivate var corner: (x: Int, y: Int) {
        let (c, s) = (abs(cos(rotation)), abs(sin(rotation)))
        func even(_ edge: Double) -> Int { Int(min(max(edge, -1e9), 1e9).rounded(.down)) & ~1 }
        return (
            even(centerX - (width * c + height * s) / 2),
            even(centerY - (width * s + height * c) / 2)
        )
    }
}
