import Foundation

/// Mixes a frame with one colour through masks; owns the scratch memory of one worker.
final class MaskPainter {
    /// The masks drawn last: most stand still for a whole clip.
    private var made: [(shape: MaskShape, region: EvenRegion, coverage: Coverage)] = []

    /// A clip's masks, on the picture and on its backdrop.
    private static let most = 6

    /// Mixes `frame`, which shows `region` of the canvas, with `color` by `amount` (0...1) times
    /// the mask.
    func draw(
        _ shape: MaskShape, _ color: YCbCr, amount: Double, over frame: FramePlanes,
        region: EvenRegion
    ) {
        let weight = UInt8((min(max(amount, 0), 1) * 255).rounded())
        guard weight > 0 else { return }
        let mask = coverage(shape, region)
        for y in 0..<frame.height {
            Blend.mix(
                frame.luma + y * frame.lumaStride, flat: color.y8, mask: mask.lumaRow(y),
                weight: weight, dither: (region.x, region.y + y), count: frame.width)
        }
        for y in 0..<frame.chromaHeight {
            let (row, place) = (y * frame.chromaStride, (region.x / 2, region.y / 2 + y))
            for (plane, value) in [(frame.cb, color.cb8), (frame.cr, color.cr8)] {
                Blend.mix(
                    plane + row, flat: value, mask: mask.chromaRow(y), weight: weight,
                    dither: place, count: frame.chromaWidth)
            }
        }
    }

    private func coverage(_ shape: MaskShape, _ region: EvenRegion) -> Coverage {
        if let known = made.first(where: { $0.shape == shape && $0.region == region }) {
            return known.coverage
        }
        let coverage = made.count < Self.most ? Coverage() : made.removeFirst().coverage
        coverage.make(region: region) { y, row in
            shape.write(x: region.x, y: region.y + y, count: region.width, into: row)
        }
        made.append((shape, region, coverage))
        return coverage
    }
}

extension Blend {
    /// Thresholds 0...255 of an 8x8 Bayer matrix, each row repeated for a block and its phase.
    private static let thresholds: [[UInt8]] = (0..<8).map { y in
        (0..<block + 8).map { x in
            let (a, b) = (x & 7, y)
            var value = 0
            for bit in 0..<3 {
                let (xBit, yBit) = (a >> bit & 1, b >> bit & 1)
                value |= (xBit ^ yBit) << (2 * (2 - bit) + 1) | yBit << (2 * (2 - bit))
            }
            return UInt8(value * 4 + 2)
        }
    }

    /// How many thresholds a row of them has from any phase on.
    static let block = 256

    /// Calls `body` with thresholds 0...255 for the samples from (`x`, `y`) of a plane of the
    /// canvas on.
    static func withThresholds(x: Int, y: Int, _ body: (UnsafePointer<UInt8>) -> Void) {
        thresholds[y & 7].withUnsafeBufferPointer { row in
            if let base = row.baseAddress { body(base + (x & 7)) }
        }
    }

    /// to = to + (value - to) * mask * weight, dithered; a weight of 0 changes nothing.
    ///
    /// `dither` is where on the plane of the whole canvas the row begins.
    static func mix(
        _ to: Row, flat value: UInt8, mask: Source, weight: UInt8, dither: (x: Int, y: Int),
        count: Int
    ) {
        let (flat, share) = (UInt16(value), UInt16(weight))
        withThresholds(x: dither.x, y: dither.y) { threshold in
            for start in stride(from: 0, to: count, by: block) {
                let (part, mask) = (to + start, mask + start)
                for i in 0..<min(block, count - start) {
                    let product = UInt16(mask[i]) &* share &+ 128
                    let m = (product &+ (product &>> 8)) &>> 8
                    let k = m &+ (m &>> 7)  // 0...256
                    let sum = UInt16(part[i]) &* (256 &- k) &+ flat &* k
                    part[i] = UInt8(truncatingIfNeeded: (sum &+ UInt16(threshold[i])) &>> 8)
                }
            }
        }
    }
}
