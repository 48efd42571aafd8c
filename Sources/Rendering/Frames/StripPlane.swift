import CKernels
import Foundation

/// One plane of a prepared picture in the layout that the kernels read: strips of 16 rows, a vector a column.
///
/// Samples are signed 9.7 fixed-point code values. Columns repeat outwards for `padding` columns on either
/// side, and the last rows downwards to a whole strip, so a filter that reaches over an edge sees the edge.
struct StripPlane: Sendable {
    let width: Int
    let height: Int
    let padding: Int
    let storage: Storage<Int16>

    /// Columns of a strip, padding included.
    var stride: Int { width + 2 * padding }

    static let lanes = Int(CK_LANES)
    /// Code value 1.
    static let one: Float = 128

    /// Fills a plane through `write`, then its padding.
    ///
    /// - Parameter write: gets the address of the sample at column 0, row 0; use `offset(x:y:)` from there.
    init(
        width: Int, height: Int, padding: Int,
        write: (UnsafeMutablePointer<Int16>, (_ x: Int, _ y: Int) -> Int) throws -> Void
    ) rethrows {
        self.width = width
        self.height = height
        self.padding = padding
        let stride = width + 2 * padding
        let strips = (height + Self.lanes - 1) / Self.lanes
        storage = Storage(count: strips * stride * Self.lanes)
        let lanes = Self.lanes
        try write(storage.base + padding * lanes) { x, y in
            (y / lanes * stride + x) * lanes + y % lanes
        }
        repeatEdges()
    }

    /// The address of column 0 of the strip that holds rows `16 * index ..< 16 * index + 16`.
    func strip(_ index: Int) -> UnsafePointer<Int16> {
        UnsafePointer(storage.base + (index * stride + padding) * Self.lanes)
    }

    /// The sample at (`x`, `y`), clamped to the plane.
    func sample(_ x: Int, _ y: Int) -> Int16 {
        let (x, y) = (min(max(x, 0), width - 1), min(max(y, 0), height - 1))
        return strip(y / Self.lanes)[x * Self.lanes + y % Self.lanes]
    }

    private func repeatEdges() {
        let lanes = Self.lanes
        let strips = (height + lanes - 1) / lanes
        let used = height - (strips - 1) * lanes
        for index in 0..<strips {
            let row = storage.base + index * stride * lanes
            if index == strips - 1, used < lanes {
                for x in 0..<width {
                    let column = row + (padding + x) * lanes
                    for y in used..<lanes { column[y] = column[used - 1] }
                }
            }
            for x in 0..<padding {
                (row + x * lanes).update(from: row + padding * lanes, count: lanes)
                (row + (padding + width + x) * lanes).update(
                    from: row + (padding + width - 1) * lanes, count: lanes)
            }
        }
    }
}

/// Converts a code value to a plane's sample, saturating.
@inline(__always)
func stripSample(_ value: Float) -> Int16 {
    Int16(min(max((value * StripPlane.one).rounded(), -32_768), 32_767))
}
