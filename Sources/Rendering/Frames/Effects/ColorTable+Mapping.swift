import Foundation
import Media

extension ColorTable {
    /// Maps every pixel of `frame`: trilinear between entries, on encoded R'G'B'.
    ///
    /// A pixel's chroma is the nearest sample's; new chroma is that of the mean of two by two
    /// pixels.
    func apply(to frame: FramePlanes) {
        entries.withUnsafeBufferPointer { entries in
            let lookup = Lookup(self, entries)
            for y in stride(from: 0, to: frame.height, by: 2) {
                lookup.mapRows(
                    frame.luma + y * frame.lumaStride, frame.luma + (y + 1) * frame.lumaStride,
                    frame.cb + y / 2 * frame.chromaStride, frame.cr + y / 2 * frame.chromaStride,
                    count: frame.chromaWidth)
            }
        }
    }
}

/// A table with its positions scaled to entries.
private struct Lookup {
    private let entries: UnsafeBufferPointer<SIMD4<Float>>
    private let size: Int
    private let origin: SIMD4<Float>
    private let scale: SIMD4<Float>
    private let last: SIMD4<Float>

    init(_ table: ColorTable, _ entries: UnsafeBufferPointer<SIMD4<Float>>) {
        self.entries = entries
        size = table.size
        last = SIMD4(repeating: Float(table.size - 1))
        origin = table.lowest
        var span = table.highest - table.lowest
        span.w = 1
        scale = last / span
    }

    func mapRows(
        _ upper: UnsafeMutablePointer<UInt8>, _ lower: UnsafeMutablePointer<UInt8>,
        _ cb: UnsafeMutablePointer<UInt8>, _ cr: UnsafeMutablePointer<UInt8>, count: Int
    ) {
        for j in 0..<count {
            // BT.709-6 items 3.2 to 3.4, inverted.
            let (u, v) = (Float(cb[j]) - 128, Float(cr[j]) - 128)
            let chroma = SIMD4<Float>(
                1.5748 / 224 * v, -0.187_324 / 224 * u - 0.468_124 / 224 * v, 1.8556 / 224 * u, 0)
            var sum = SIMD4<Float>()
            for pixel in [upper + 2 * j, upper + 2 * j + 1, lower + 2 * j, lower + 2 * j + 1] {
                let color = color(chroma + (Float(pixel.pointee) - 16) / 219)
                sum += color
                pixel.pointee = UInt8(16.5 + 219 * Self.luma(color))
            }
            let (mean, luma) = (sum / 4, Self.luma(sum / 4))
            cb[j] = UInt8(128.5 + 224 / 1.8556 * (mean.z - luma))
            cr[j] = UInt8(128.5 + 224 / 1.5748 * (mean.x - luma))
        }
    }

    private static func luma(_ color: SIMD4<Float>) -> Float {
        0.2126 * color.x + 0.7152 * color.y + 0.0722 * color.z
    }

    /// The table's colour, limited to 0...1.
    private func color(_ value: SIMD4<Float>) -> SIMD4<Float> {
        let place = ((value - origin) * scale).clamped(lowerBound: .zero, upperBound: last)
        let index = SIMD4<Int32>(
            place.clamped(lowerBound: .zero, upperBound: last - 1), rounding: .down)
        let share = place - SIMD4<Float>(index)
        let at = (Int(index.z) * size + Int(index.y)) * size + Int(index.x)
        let near = plane(at, share)
        let far = plane(at + size * size, share)
        return (near + (far - near) * share.z).clamped(lowerBound: .zero, upperBound: .one)
    }

    /// Between four entries of one blue.
    private func plane(_ at: Int, _ share: SIMD4<Float>) -> SIMD4<Float> {
        let upper = entries[at] + (entries[at + 1] - entries[at]) * share.x
        let lower = entries[at + size] + (entries[at + size + 1] - entries[at + size]) * share.x
        return upper + (lower - upper) * share.y
    }
}
