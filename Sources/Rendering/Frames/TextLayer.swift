import Foundation
import Planning

/// Set words as a premultiplied picture on the canvas, at rest.
struct TextLayer: Sendable {
    /// Where the picture lies: whole pixels, even, possibly outside the canvas.
    let region: EvenRegion

    /// Five planes: luma and its alpha at full size, Cb, Cr and their alpha at half.
    let luma: [UInt8]
    let alphaLuma: [UInt8]
    let cb: [UInt8]
    let cr: [UInt8]
    let alphaChroma: [UInt8]

    /// The same picture for sub-pixel movement; nil where the text never moves.
    let moving: PictureRaster?

    var animation: TextAnimation

    /// Lays the picture over the frame, `opacity` 0...1.
    func blend(onto frame: FramePlanes, opacity: Double) {
        let weight = UInt8((min(max(opacity, 0), 1) * 255).rounded())
        let columns = Self.seen(region.x, region.width, of: frame.width)
        let rows = Self.seen(region.y, region.height, of: frame.height)
        guard weight > 0, !columns.isEmpty, !rows.isEmpty else { return }
        for y in rows {
            let from = (y - region.y) * region.width + columns.lowerBound - region.x
            over(
                frame.luma + y * frame.lumaStride + columns.lowerBound, luma, alphaLuma, from,
                weight, columns.count)
        }
        for y in rows.lowerBound / 2..<rows.upperBound / 2 {
            let from = (y - region.y / 2) * (region.width / 2) + (columns.lowerBound - region.x) / 2
            let to = y * frame.chromaStride + columns.lowerBound / 2
            over(frame.cb + to, cb, alphaChroma, from, weight, columns.count / 2)
            over(frame.cr + to, cr, alphaChroma, from, weight, columns.count / 2)
        }
    }

    /// The part of a stretch that lies on the canvas; empty where it lies beside it.
    private static func seen(_ start: Int, _ length: Int, of limit: Int) -> Range<Int> {
        let first = min(max(start, 0), limit)
        return first..<max(first, min(start + length, limit))
    }

    private func over(
        _ to: UnsafeMutablePointer<UInt8>, _ samples: [UInt8], _ alpha: [UInt8], _ from: Int,
        _ weight: UInt8, _ count: Int
    ) {
        samples.withUnsafeBufferPointer { samples in
            alpha.withUnsafeBufferPointer { alpha in
                guard let source = samples.baseAddress, let share = alpha.baseAddress else {
                    return
                }
                Blend.over(
                    to, source + from, alpha: share + from, weight: weight, count: count)
            }
        }
    }
}
