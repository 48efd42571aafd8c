import Foundation

/// A premultiplied picture of whole pixels: luma and its alpha, Cb, Cr and their alpha at half size.
struct LayerPlanes: Sendable {
    /// In luma samples; both even.
    let width: Int
    let height: Int
    var luma: [UInt8]
    var alphaLuma: [UInt8]
    var cb: [UInt8]
    var cr: [UInt8]
    var alphaChroma: [UInt8]

    /// How much of a row is laid over a frame, 255 for all.
    enum RowWeight {
        case even(UInt8)
        /// One weight for each column, at luma and at chroma resolution.
        case columns(luma: [UInt8], chroma: [UInt8])
    }

    /// Lays the picture over the frame with its upper left corner at the place of `region`.
    ///
    /// `weight` is asked for each luma row and must be the same for both rows of a pair.
    func blend(
        onto frame: FramePlanes, at region: EvenRegion, weight: (_ row: Int) -> RowWeight
    ) {
        let columns = Self.seen(region.x, width, of: frame.width)
        let rows = Self.seen(region.y, height, of: frame.height)
        guard !columns.isEmpty, !rows.isEmpty else { return }
        for y in rows {
            let weight = weight(y - region.y)
            let start = columns.lowerBound - region.x
            Self.over(
                frame.luma + y * frame.lumaStride + columns.lowerBound, luma, alphaLuma,
                row: (y - region.y) * width, start, columns.count, weight, isChroma: false)
            guard y % 2 == 0 else { continue }
            let to = y / 2 * frame.chromaStride + columns.lowerBound / 2
            for (plane, from) in [(frame.cb, cb), (frame.cr, cr)] {
                Self.over(
                    plane + to, from, alphaChroma, row: (y - region.y) / 2 * (width / 2),
                    start / 2, columns.count / 2, weight, isChroma: true)
            }
        }
    }

    /// The part of a stretch that lies on the canvas; empty where it lies beside it.
    private static func seen(_ start: Int, _ length: Int, of limit: Int) -> Range<Int> {
        let first = min(max(start, 0), limit)
        return first..<max(first, min(start + length, limit))
    }

    private static func over(
        _ to: UnsafeMutablePointer<UInt8>, _ samples: [UInt8], _ alpha: [UInt8], row: Int,
        _ start: Int, _ count: Int, _ weight: RowWeight, isChroma: Bool
    ) {
        samples.withUnsafeBufferPointer { samples in
            alpha.withUnsafeBufferPointer { alpha in
                guard let samples = samples.baseAddress, let alpha = alpha.baseAddress else {
                    return
                }
                let (source, share) = (samples + row + start, alpha + row + start)
                switch weight {
                case .even(0): return
                case .even(let weight):
                    Blend.over(to, source, alpha: share, weight: weight, count: count)
                case .columns(let luma, let chroma):
                    (isChroma ? chroma : luma).withUnsafeBufferPointer { mask in
                        guard let mask = mask.baseAddress else { return }
                        Blend.over(to, source, alpha: share, mask: mask + start, count: count)
                    }
                }
            }
        }
    }

    /// Mixes a part with the same part of `other`: self = self + (other - self) * weight / 255.
    ///
    /// Rows are even; a chroma sample goes with the luma column it lies on.
    mutating func mix(_ other: LayerPlanes, rows: Range<Int>, columns: Range<Int>, weight: UInt8) {
        guard weight > 0 else { return }
        let half = rows.lowerBound / 2..<rows.upperBound / 2
        let sites = (columns.lowerBound + 1) / 2..<(columns.upperBound + 1) / 2
        Self.mix(&luma, other.luma, width, rows, columns, weight)
        Self.mix(&alphaLuma, other.alphaLuma, width, rows, columns, weight)
        Self.mix(&cb, other.cb, width / 2, half, sites, weight)
        Self.mix(&cr, other.cr, width / 2, half, sites, weight)
        Self.mix(&alphaChroma, other.alphaChroma, width / 2, half, sites, weight)
    }

    private static func mix(
        _ to: inout [UInt8], _ from: [UInt8], _ stride: Int, _ rows: Range<Int>,
        _ columns: Range<Int>, _ weight: UInt8
    ) {
        to.withUnsafeMutableBufferPointer { to in
            from.withUnsafeBufferPointer { from in
                guard let to = to.baseAddress, let from = from.baseAddress else { return }
                for y in rows {
                    let start = y * stride + columns.lowerBound
                    Blend.mix(to + start, from + start, weight: weight, count: columns.count)
                }
            }
        }
    }
}
