import Foundation
import Planning
import Typesetting

/// Paints coverage masks in their colours: box, shadow, stroke and fill, one over the other.
struct TextPainter {
    private let style: TextStyle
    private let masks: TextMasks
    private let region: EvenRegion

    init(_ style: TextStyle, _ masks: TextMasks) {
        self.style = style
        self.masks = masks
        var region = EvenRegion(
            x: masks.originX, y: masks.originY, width: masks.width, height: masks.height)
        if let box = Self.box(style, masks) { region.extend(over: box) }
        self.region = region
    }

    func paint(animation: TextAnimation) -> TextLayer {
        let moves = [animation.entrance, animation.exit].contains { $0 != .none && $0 != .fade }
        var still = LayerWriter(region)
        var moving =
            moves ? RasterWriter(width: region.width, height: region.height, padding: 8) : nil
        for y in 0..<region.height {
            let row = paintedRow(y)
            still.set(row, y: y)
            guard moves else { continue }
            for (x, value) in row.enumerated() { moving?.set(x, value) }
            moving?.finishRow(y)
        }
        return still.finished(moving: moving?.finished(), animation: animation)
    }

    /// Row `y` of the region: premultiplied Y', Cb, Cr and alpha in 0...255.
    private func paintedRow(_ y: Int) -> [SIMD4<Float>] {
        var row = [SIMD4<Float>](repeating: .zero, count: region.width)
        if let box = style.box, let shape = Self.box(style, masks).map(BoxShape.init) {
            let ink = Ink(box.color)
            let centre = Double(region.y + y) + 0.5
            for x in 0..<row.count {
                let share = shape.coverage(x: Double(region.x + x) + 0.5, y: centre)
                ink.lay(over: &row[x], coverage: Float(share))
            }
        }
        if let shadow = style.shadow { lay(shadow, over: &row, y: y) }
        if let stroke = style.stroke { lay(masks.stroke, Ink(stroke.color), over: &row, y: y) }
        lay(masks.fill, Ink(style.color), over: &row, y: y)
        return row
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

    init(_ color: Color) {
        let value = YCbCr(color)
        sample = SIMD4(value.y, value.cb, value.cr, 255)
        alpha = Float(color.alpha) / 255
    }

    func lay(over below: inout SIMD4<Float>, coverage: Float) {
        let share = alpha * coverage
        below += (sample - below) * share
    }
}

extension EvenRegion {
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
