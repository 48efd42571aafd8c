import Foundation
import Media

/// A colour in OKLab, where equal distances look about equally far apart.
///
/// The matrices are those that Björn Ottosson published with the space ("A perceptual color space
/// for image processing", 2020, with the corrected values of 2021).
package struct OKLab: Hashable, Sendable {
    /// Lightness, from 0 (black) to 1 (white).
    package var lightness: Double
    /// Green to red.
    package var a: Double
    /// Blue to yellow.
    package var b: Double

    init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    /// Converts encoded sRGB, 0...1 each.
    package init(red: Double, green: Double, blue: Double) {
        let (r, g, b) = (SRGB.light(red), SRGB.light(green), SRGB.light(blue))
        let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
        let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
        let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
        lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
        a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
        self.b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    }

    /// The distance from gray.
    package var chroma: Double { hypot(a, b) }

    /// The angle of the hue in degrees, 0..<360; red is about 29, yellow 110, blue 264.
    package var hue: Double {
        let angle = atan2(b, a) * 180 / .pi
        return angle < 0 ? angle + 360 : angle
    }

    func squaredDistance(to other: OKLab) -> Double {
        let (l, a, b) = (lightness - other.lightness, a - other.a, b - other.b)
        return l * l + a * a + b * b
    }

    /// The nearest encoded sRGB of 8 bits; what lies outside is cut off channel by channel.
    package var bytes: (red: UInt8, green: UInt8, blue: UInt8) {
        let l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
        let m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
        let s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
        return (
            Self.byte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            Self.byte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            Self.byte(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)
        )
    }

    private func cube(_ value: Double) -> Double { value * value * value }

    private static func byte(_ light: Double) -> UInt8 {
        UInt8((SRGB.encoded(min(max(light, 0), 1)) * 255).rounded())
    }
}
