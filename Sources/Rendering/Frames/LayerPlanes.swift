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

        /// The weights from an even column on.
        func dropping(_ columns: Int) -> RowWeight {
            guard case .columns(let luma, let chroma) = self, columns > 0 else { return self }
            return .columns(
                luma: Array(luma.dropFirst(columns)), chroma: Array(chroma.dropFirst(columns / 2)))
        }
    }

    /// A rectangle of the picture with even edges.
    struct Part {
        var rows: Range<Int>
        var columns: Range<Int>
    }

    var whole: Part { Part(rows: 0..<height, columns: 0..<width) }

    /// Lays a part of the picture, whose upper left corner is that of `region`, over the frame.
    ///
    /// `weight` is asked for each luma row and must be the same for both rows of a pair.
    func blend(
        _ part: Part, onto frame: FramePlanes, at region: EvenRegion,
        weight: (_ row: Int) -> RowWeight
    ) {
        let columns = Self.seen(region.x, part.columns, of: frame.width)
        let rows = Self.seen(region.y, part.rows, of: frame.height)
        guard !columns.isEmpty, !rows.isEmpty else { return }
        for y in rows {
            let weight = weight(y - region.y)
            let start = columns.lowerBound - region.x
            Self.over(
                frame.luma + y * frame.lumaStride + columns.lowerBound, luma, alphaLuma,
                row: (y - region.y) * width, start, columns.count, weight, isChroma: false)
            guard y % 2 == 0 else { continue }
            let to = y / 2 * frame.chromaStride + columns.lowerBound / 2
            let row = (y - region.y) / 2 * (width / 2)
            Self.over(
                frame.cb + to, cb, alphaChroma, row: row, start / 2, columns.count / 2, weight,
                isChroma: true)
            Self.over(
                frame.cr + to, cr, alphaChroma, row: row, start / 2, columns.count / 2, weight,
                isChroma: true)
        }
    }

    /// The part of a stretch that lies on the canvas; empty where it lies beside it.
    private static func seen(_ start: Int, _ part: Range<Int>, of limit: Int) -> Range<Int> {
        let first = min(max(start + part.lowerBound, 0), limit)
        return first..<max(first, min(start + part.upperBound, limit))
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

    /// Returns a part of the picture as one of its own.
    func cropped(_ part: Part) -> LayerPlanes {
        func crop(_ plane: [UInt8], _ step: Int) -> [UInt8] {
            let columns = part.columns.lowerBound / step..<part.columns.upperBound / step
            let rows = part.rows.lowerBound / step..<part.rows.upperBound / step
            var result: [UInt8] = []
            result.reserveCapacity(rows.count * columns.count)
            for y in rows {
                let row = y * (width / step)
                result += plane[row + columns.lowerBound..<row + columns.upperBound]
            }
            return result
        }
        return LayerPlanes(
            width: part.columns.count, height: part.rows.count, luma: crop(luma, 1),
            alphaLuma: crop(alphaLuma, 1), cb: crop(cb, 2), cr: crop(cr, 2),
            alphaChroma: crop(alphaChroma, 2))
    }

    /// Mixes the picture with another of its size: self = self + (other - self) * weight / 255.
    mutating func mix(_ other: LayerPlanes, weight: UInt8) {
        Self.mix(&luma, other.luma, weight)
        Self.mix(&alphaLuma, other.alphaLuma, weight)
        Self.mix(&cb, other.cb, weight)
        Self.mix(&cr, other.cr, weight)
        Self.mix(&alphaChroma, other.alphaChroma, weight)
    }

    private static func mix(_ to: inout [UInt8], _ from: [UInt8], _ weight: UInt8) {
        to.withUnsafeMutableBufferPointer { to in
            from.withUnsafeBufferPointer { from in
                guard let to = to.baseAddress, let source = from.baseAddress else { return }
                Blend.mix(to, source, weight: weight, count: from.count)
            }
        }
    }
}
