import Foundation
import Planning

/// A colour as BT.709 limited-range code values, not rounded.
///
/// ITU-R BT.709-6 items 3.2 to 3.4, for encoded R'G'B' taken as they are (sRGB values into BT.709
/// without a change of transfer curve, as players show them).
struct YCbCr: Hashable, Sendable {
    var y: Float
    var cb: Float
    var cr: Float

    /// - Parameters: red, green, blue: encoded values in 0...1.
    init(red: Float, green: Float, blue: Float) {
        let luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        y = 16 + 219 * luma
        cb = 128 + 224 * (blue - luma) / 1.8556
        cr = 128 + 224 * (red - luma) / 1.5748
    }

    init(y: Float, cb: Float, cr: Float) { (self.y, self.cb, self.cr) = (y, cb, cr) }

    /// Encoded red, green and blue; 0...1 where they are in gamut.
    var rgb: SIMD3<Float> {
        let luma = (y - 16) / 219
        let blue = luma + 1.8556 * (cb - 128) / 224
        let red = luma + 1.5748 * (cr - 128) / 224
        return SIMD3(red, (luma - 0.2126 * red - 0.0722 * blue) / 0.7152, blue)
    }

    /// The colour without its alpha.
    init(_ color: Color) {
        self.init(
            red: Float(color.red) / 255, green: Float(color.green) / 255,
            blue: Float(color.blue) / 255)
    }

    static let black = YCbCr(red: 0, green: 0, blue: 0)
    static let white = YCbCr(red: 1, green: 1, blue: 1)

    var y8: UInt8 { UInt8(y.rounded()) }
    var cb8: UInt8 { UInt8(cb.rounded()) }
    var cr8: UInt8 { UInt8(cr.rounded()) }
}
