import Foundation

/// The planes of a frame or of a region of one: 8-bit Y'CbCr 4:2:0, BT.709, limited range, chroma
/// sited left.
///
/// A view of memory that somebody else owns. Rows can be written up to their stride.
struct FramePlanes {
    var width: Int
    var height: Int
    var luma: UnsafeMutablePointer<UInt8>
    var cb: UnsafeMutablePointer<UInt8>
    var cr: UnsafeMutablePointer<UInt8>
    var lumaStride: Int
    var chromaStride: Int

    var chromaWidth: Int { width / 2 }
    var chromaHeight: Int { height / 2 }

    /// Fills the whole with one colour.
    func fill(_ color: YCbCr) {
        for y in 0..<height {
            (luma + y * lumaStride).update(repeating: color.y8, count: width)
        }
        for y in 0..<chromaHeight {
            (cb + y * chromaStride).update(repeating: color.cb8, count: chromaWidth)
            (cr + y * chromaStride).update(repeating: color.cr8, count: chromaWidth)
        }
    }

    /// Copies all samples from a frame of the same size.
    func copy(_ other: FramePlanes) {
        for y in 0..<height {
            (luma + y * lumaStride).update(from: other.luma + y * other.lumaStride, count: width)
        }
        for y in 0..<chromaHeight {
            let (to, from) = (y * chromaStride, y * other.chromaStride)
            (cb + to).update(from: other.cb + from, count: chromaWidth)
            (cr + to).update(from: other.cr + from, count: chromaWidth)
        }
    }
}

/// A frame in memory of our own: written while one task owns it, only read once it is shared.
final class FrameBuffer: Sendable {
    private let width: Int
    private let height: Int
    private let storage: Storage<UInt8>

    /// - Parameters: width, height: in pixels, both even.
    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        storage = Storage(
            count: width.roundedUp(to: 64) * height + (width / 2).roundedUp(to: 64) * height)
    }

    var planes: FramePlanes {
        let lumaStride = width.roundedUp(to: 64)
        let chromaStride = (width / 2).roundedUp(to: 64)
        let cb = storage.base + lumaStride * height
        return FramePlanes(
            width: width, height: height, luma: storage.base, cb: cb,
            cr: cb + chromaStride * (height / 2), lumaStride: lumaStride,
            chromaStride: chromaStride)
    }
}
