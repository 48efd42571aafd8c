import Foundation

/// Scratch for one layer of a frame: the samples of a region of the canvas, premultiplied where
/// there is alpha.
final class LayerBuffer {
    private(set) var region = EvenRegion(x: 0, y: 0, width: 0, height: 0)
    private(set) var hasAlpha = false
    private(set) var lumaStride = 0
    private(set) var chromaStride = 0
    private var storage = Storage<UInt8>(count: 0)

    var luma: UnsafeMutablePointer<UInt8> { storage.base }
    var cb: UnsafeMutablePointer<UInt8> { luma + lumaStride * region.height }
    var cr: UnsafeMutablePointer<UInt8> { cb + chromaStride * (region.height / 2) }
    var alphaLuma: UnsafeMutablePointer<UInt8> { cr + chromaStride * (region.height / 2) }
    var alphaChroma: UnsafeMutablePointer<UInt8> { alphaLuma + lumaStride * region.height }

    /// Makes room for `region`; what it holds afterwards is anything.
    func reserve(_ region: EvenRegion, hasAlpha: Bool) {
        self.region = region
        self.hasAlpha = hasAlpha
        lumaStride = region.width.roundedUp(to: 32)
        chromaStride = (region.width / 2).roundedUp(to: 32)
        let needed = 2 * (lumaStride * region.height + chromaStride * region.height)
        if storage.count < needed { storage = Storage(count: needed) }
    }

    /// Keeps premultiplied samples within their alpha's share of 16...235 and 16...240 (BT.709 item
    /// 3.4), which a sharp filter may overshoot.
    func limitToAlpha() {
        for y in 0..<region.height {
            let row = y * lumaStride
            Blend.limit(
                luma + row, alpha: alphaLuma + row, low: 16, high: 235, count: region.width)
        }
        for y in 0..<region.height / 2 {
            let (row, count) = (y * chromaStride, region.width / 2)
            Blend.limit(cb + row, alpha: alphaChroma + row, low: 16, high: 240, count: count)
            Blend.limit(cr + row, alpha: alphaChroma + row, low: 16, high: 240, count: count)
        }
    }

    /// Divides the colour by its alpha; where that is 0, black is left.
    func unpremultiply() {
        eachRow { row, alpha, neutral, count in
            for i in 0..<count {
                let a = UInt32(alpha[i])
                row[i] = a == 0 ? neutral : UInt8(min((UInt32(row[i]) * 255 + a / 2) / a, 255))
            }
        }
    }

    /// Multiplies the colour by its alpha.
    func premultiply() {
        eachRow { row, alpha, _, count in Blend.multiply(row, by: alpha, count: count) }
    }

    private func eachRow(
        _ body: (
            _ row: UnsafeMutablePointer<UInt8>, _ alpha: UnsafeMutablePointer<UInt8>,
            _ neutral: UInt8, _ count: Int
        ) -> Void
    ) {
        for y in 0..<region.height {
            body(luma + y * lumaStride, alphaLuma + y * lumaStride, 16, region.width)
        }
        for y in 0..<region.height / 2 {
            let offset = y * chromaStride
            body(cb + offset, alphaChroma + offset, 128, region.width / 2)
            body(cr + offset, alphaChroma + offset, 128, region.width / 2)
        }
    }

    /// Lays the layer over the frame's same region, each pixel weighted by `coverage`.
    func blend(onto frame: FramePlanes, coverage: Coverage) {
        for y in 0..<region.height {
            blendRow(
                frame.luma + (region.y + y) * frame.lumaStride + region.x, luma, alphaLuma,
                offset: y * lumaStride, mask: coverage.lumaRow(y), count: region.width)
        }
        for y in 0..<region.height / 2 {
            let to = (region.y / 2 + y) * frame.chromaStride + region.x / 2
            let (mask, offset) = (coverage.chromaRow(y), y * chromaStride)
            let count = region.width / 2
            blendRow(frame.cb + to, cb, alphaChroma, offset: offset, mask: mask, count: count)
            blendRow(frame.cr + to, cr, alphaChroma, offset: offset, mask: mask, count: count)
        }
    }

    private func blendRow(
        _ to: UnsafeMutablePointer<UInt8>, _ from: UnsafeMutablePointer<UInt8>,
        _ alpha: UnsafeMutablePointer<UInt8>, offset: Int, mask: UnsafeMutablePointer<UInt8>,
        count: Int
    ) {
        if hasAlpha {
            Blend.over(to, from + offset, alpha: alpha + offset, mask: mask, count: count)
        } else {
            Blend.mix(to, from + offset, mask: mask, count: count)
        }
    }

    /// Mixes every sample with a flat colour: `amount` 0 leaves it, 1 replaces it, where there is
    /// alpha within its shape.
    func tint(_ color: YCbCr, amount: Double) {
        let share = Float(amount)
        for y in 0..<region.height {
            tintRow(luma, alphaLuma, y * lumaStride, color.y, share, region.width)
        }
        for y in 0..<region.height / 2 {
            let (offset, count) = (y * chromaStride, region.width / 2)
            tintRow(cb, alphaChroma, offset, color.cb, share, count)
            tintRow(cr, alphaChroma, offset, color.cr, share, count)
        }
    }

    private func tintRow(
        _ row: UnsafeMutablePointer<UInt8>, _ alpha: UnsafeMutablePointer<UInt8>, _ offset: Int,
        _ value: Float, _ share: Float, _ count: Int
    ) {
        let target = value * share / 255
        for i in offset..<offset + count {
            let full: Float = hasAlpha ? Float(alpha[i]) : 255
            row[i] = UInt8((Float(row[i]) * (1 - share) + target * full).rounded())
        }
    }
}
