import Foundation

/// One plane of a prepared picture in the layout that the kernels read: strips of 16 rows, a vector
/// a column.
///
/// Samples are signed 9.7 fixed-point code values. Columns repeat outwards for `padding` columns on
/// either side, and the last rows downwards to a whole strip, so a filter that reaches over an edge
/// sees the edge.
struct StripPlane: Sendable {
    let width: Int
    let height: Int
    let padding: Int
    let storage: Storage<Int16>

    /// Columns of a strip, padding included.
    var stride: Int { width + 2 * padding }

    /// The rows of a strip, which is `CK_LANES`; spelled out so that the compiler can divide by it
    /// fast.
    static let lanes = 16
    /// Code value 1.
    static let one: Float = 128

    /// The address of column 0 of the strip that holds rows `16 * index ..< 16 * index + 16`.
    func strip(_ index: Int) -> UnsafePointer<Int16> {
        UnsafePointer(storage.base + (index * stride + padding) * Self.lanes)
    }

    /// The sample at (`x`, `y`), clamped to the plane.
    func sample(_ x: Int, _ y: Int) -> Int16 {
        let (x, y) = (min(max(x, 0), width - 1), min(max(y, 0), height - 1))
        return strip(y / Self.lanes)[x * Self.lanes + y % Self.lanes]
    }
}

/// Converts a code value to a plane's sample, saturating.
@inline(__always)
func stripSample(_ value: Float) -> Int16 {
    let exact = min(max(value * StripPlane.one, -32_767), 32_767)
    // Written out, because rounding is a library call on processors before SSE4.
    return Int16(exact + (exact < 0 ? -0.5 : 0.5))
}
