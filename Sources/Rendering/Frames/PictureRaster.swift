import Foundation

/// A picture ready to be sampled: Y'CbCr BT.709, limited range, 4:2:0, upright, pre-scaled for one
/// clip.
///
/// A chroma sample covers 2 by 2 luma samples. With alpha the colour planes are premultiplied, and
/// alpha (0...255) is held at both resolutions.
struct PictureRaster: Sendable {
    var luma: StripPlane
    var cb: StripPlane
    var cr: StripPlane
    var alpha: Alpha?

    /// Whether the picture was computed at high precision and is dithered to 8 bits when it is
    /// drawn.
    var isDithered = false

    /// Where a chroma sample lies, from the middle of its luma samples, in luma samples: zero is the
    /// middle, (-0.5, 0) is left.
    var chromaShift = SIMD2<Double>.zero

    var width: Int { luma.width }
    var height: Int { luma.height }

    struct Alpha: Sendable {
        var luma: StripPlane
        var chroma: StripPlane
    }
}
