import Foundation
import Planning
import Typesetting

/// Paints coverage masks in their colours: box, shadow, stroke and fill, one over the other.
struct TextPainter {
    private let content: TextContent
    private let layout: TextLayout
    private let masks: TextMasks
    private let region: EvenRegion
    private var style: TextStyle { content.style }
    private var animation: TextAnimation { content.animation }

    init(_ content: TextContent, _ layout: TextLayout, _ masks: TextMasks) {
        self.content = content
        self.layout = layout
        self.masks = masks
        let style = content.style
        var region = EvenRegion(
            x: masks.originX, y: masks.originY, width: masks.width, height: masks.height)
        if let box = Self.box(style, masks) { region.extend(over: box) }
        let isBlurred = [content.animation.entrance, content.animation.exit].contains(.blur)
        if isBlurred, !region.isEmpty { region.grow(by: Self.blur(layout) * 3) }
        self.region = region
    }

    /// The standard deviation of the strongest blur in pixels.
    private static func blur(_ layout: TextLayout) -> Double { min(0.12 * layout.size, 64) }

    func paint() -> TextLayer {
        var writers = inks.map { _ in LayerWriter(region) }
        var ground = hasGround ? LayerWriter(region) : nil
        var moving =
            animation.entrance.isMoving || animation.exit.isMoving
            ? RasterWriter(width: region.width, height: region.height, padding: 8) : nil
        for y in 0..<region.height {
            var below = [SIMD4<Float>](repeating: .zero, count: region.width)
            layBox(over: &below, y: y)
            if ground != nil {
                ground?.set(below, y: y)
                below = [SIMD4<Float>](repeating: .zero, count: region.width)
            }
            layEdges(over: &below, y: y)
            for (index, ink) in inks.enumerated() {
                var row = below
                lay(masks.fill, ink, over: &row, y: y)
                writers[index].set(row, y: y)
                guard index == 0, moving != nil else { continue }
                for (x, value) in row.enumerated() { moving?.set(x, value) }
                moving?.finishRow(y)
            }
        }
        return layer(writers.map { $0.finished() }, ground?.finished(), moving?.finished())
    }

    /// The colours in which the words are needed: their own; where they light up, also those before
    /// and while they are spoken.
    private var inks: [Ink] {
        guard let speech = content.speech else { return [Ink(style.color)] }
        return [
            Ink(style.color), Ink(style.color, opacity: speech.dimming), Ink(speech.highlight),
        ]
    }

    /// Whether the box is there before all words are.
    private var hasGround: Bool {
        style.box != nil && (animation.entranceSteps != nil || animation.exitSteps != nil)
    }

    private func layer(
        _ painted: [LayerPlanes], _ ground: LayerPlanes?, _ moving: PictureRaster?
    ) -> TextLayer {
        func pieces(_ starts: [Int]?) -> TextPieces? {
            starts.map {
                TextPieces(starts: $0, layout, block: masks.block, region: region)
            }
        }
        var layer = TextLayer(region: region, planes: painted[0], animation: animation)
        (layer.ground, layer.moving) = (ground, moving)
        layer.entrance = pieces(animation.entranceSteps?.starts)
        layer.exit = pieces(animation.exitSteps?.starts)
        if let speech = content.speech, let pieces = pieces(speech.words.map(\.start)) {
            layer.spoken = SpokenWords(
                speech: speech, pieces: pieces, ahead: painted[1], current: painted[2])
        }
        if [animation.entrance, animation.exit].contains(.blur) {
            layer.blurred = [1, 0.5, 0.25].map { painted[0].blurred(Self.blur(layout) * $0) }
        }
        let pad = style.box?.padX ?? 0
        let left = masks.block.x - Double(region.x)
        layer.columns = left - pad...left + masks.block.width + pad
        layer.size = layout.size
        return layer
    }

    private func layBox(over row: inout [SIMD4<Float>], y: Int) {
        guard let box = style.box, let shape = Self.box(style, masks).map(BoxShape.init) else {
            return
        }
        let ink = Ink(box.color)
        let centre = Double(region.y + y) + 0.5
        for x in 0..<row.count {
            let share = shape.coverage(x: Double(region.x + x) + 0.5, y: centre)
            ink.lay(over: &row[x], coverage: Float(share))
        }
    }

    /// What lies between box and fill.
    private func layEdges(over row: inout [SIMD4<Float>], y: Int) {
        if let shadow = style.shadow { lay(shadow, over: &row, y: y) }
        if let stroke = style.stroke { lay(masks.stroke, Ink(stroke.color), over: &row, y: y) }
    }

    private func lay(_ mask: [UInt8]?, _ ink: Ink, over row: inout [SIMD4<Float>], y: Int) {
        let maskY = region.y + y - masks.originY
        guard let mask, maskY >= 0, maskY < masks.height else { return }
        let offset = masks.originX - region.x
        for x in 0..<masks.width {
            let coverage = mask[maskY * masks.width + x]
            if coverage > 0 { ink.lay(over: &row[x + offset], coverage: Float(coverage) / 255) }
        }
    }

    /// Lays the blurred shape, displaced by possibly fractional pixels.
    private func lay(_ shadow: TextStyle.Shadow, over row: inout [SIMD4<Float>], y: Int) {
        guard let mask = masks.shadow else { return }
        let ink = Ink(shadow.color)
        let maskY = Double(region.y + y - masks.originY) - shadow.dy
        for x in 0..<row.count {
            let maskX = Double(region.x + x - masks.originX) - shadow.dx
            let coverage = bilinear(mask, maskX, maskY)
            if coverage > 0 { ink.lay(over: &row[x], coverage: coverage / 255) }
        }
    }

    private func bilinear(_ mask: [UInt8], _ x: Double, _ y: Double) -> Float {
        let (left, top) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
        let (right, down) = (Float(x - Double(left)), Float(y - Double(top)))
        func at(_ x: Int, _ y: Int) -> Float {
            guard x >= 0, y >= 0, x < masks.width, y < masks.height else { return 0 }
            return Float(mask[y * masks.width + x])
        }
        let above = at(left, top) * (1 - right) + at(left + 1, top) * right
        let below = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right
        return above * (1 - down) + below * down
    }

    /// The padded rectangle behind the lines.
    private static func box(_ style: TextStyle, _ masks: TextMasks) -> Box? {
        guard let box = style.box else { return nil }
        var shape = Box(
            left: masks.block.x - box.padX, top: masks.block.y - box.padY,
            width: masks.block.width + 2 * box.padX, height: masks.block.height + 2 * box.padY)
        shape.cornerRadius = box.radius
        return shape
    }
}

/// A colour to lay over premultiplied samples.
private struct Ink {
    /// Y', Cb, Cr and 255: an opaque sample of the colour.
    private let sample: SIMD4<Float>
    private let alpha: Float

    init(_ color: Color, opacity: Double = 1) {
        let value = YCbCr(color)
        sample = SIMD4(value.y, value.cb, value.cr, 255)
        alpha = Float(color.alpha) / 255 * Float(opacity)
    }

    func lay(over below: inout SIMD4<Float>, coverage: Float) {
        let share = alpha * coverage
        below += (sample - below) * share
    }
}

extension EvenRegion {
    /// Moves each edge outwards by at least `margin`.
    fileprivate mutating func grow(by margin: Double) {
        let step = (Int(margin.rounded(.up)) + 1) & ~1
        self = EvenRegion(
            x: x - step, y: y - step, width: width + 2 * step, height: height + 2 * step)
    }

    /// Grows the region, to even edges, until it holds `box`.
    mutating func extend(over box: Box) {
        func down(_ edge: Double) -> Int { Int(min(max(edge, -1e5), 1e5).rounded(.down)) & ~1 }
        let left = min(x, down(box.left) - 2)
        let top = min(y, down(box.top) - 2)
        let right = max(x + width, down(box.right) + 4)
        let bottom = max(y + height, down(box.bottom) + 4)
        self = EvenRegion(x: left, y: top, width: right - left, height: bottom - top)
    }
}
