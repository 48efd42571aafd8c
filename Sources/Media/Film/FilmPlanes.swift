/// The planes of one film frame: 8-bit Y'CbCr 4:2:0, BT.709, limited range, as it is stored.
///
/// A view of memory that the frame owns.
package struct FilmPlanes {
    /// In pixels; either may be odd.
    package var width: Int
    package var height: Int

    package var luma: UnsafePointer<UInt8>
    package var cb: UnsafePointer<UInt8>
    package var cr: UnsafePointer<UInt8>

    /// Bytes from a row to the next; may be negative.
    package var lumaStride: Int
    package var cbStride: Int
    package var crStride: Int

    /// Where a chroma sample lies, from the middle of its 2 x 2 luma pixels, in luma pixels: (-0.5,
    /// 0) is left.
    package var chromaShift: SIMD2<Double>

    package var chromaWidth: Int { (width + 1) / 2 }
    package var chromaHeight: Int { (height + 1) / 2 }
}
