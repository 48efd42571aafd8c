import Foundation

/// The transfer curve and the primaries of sRGB (IEC 61966-2-1).
package enum SRGB {
    /// Returns the encoded value of `linear` light, both 0...1.
    package static func encoded(_ linear: Double) -> Double {
        linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055
    }

    /// Returns the linear light of an `encoded` value, both 0...1.
    package static func light(_ encoded: Double) -> Double {
        encoded <= 0.04045 ? encoded / 12.92 : pow((encoded + 0.055) / 1.055, 2.4)
    }

    /// Encoded 16-bit values by 16-bit linear light.
    ///
    /// The steepest place is 12.92 steps per entry: 0.05 of an 8-bit step, below any rounding.
    static let encodedByLight: [UInt16] = (0...65535).map {
        UInt16((encoded(Double($0) / 65535) * 65535).rounded())
    }

    /// Primaries and white point as x, y pairs: white, red, green, blue.
    static let chromaticities = [0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06]
}
