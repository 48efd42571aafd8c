import Foundation
import Planning

/// A colour by lightness, chroma and hue, in which equal steps look equal.
///
/// Björn Ottosson, "A perceptual color space for image processing", 2020.
struct OKLCh: Hashable {
    /// 0, black, to 1, white.
    var lightness: Double
    /// 0 for greys; about 0.3 at most in sRGB.
    var chroma: Double
    /// Radians.
    var hue: Double

    init(_ color: Color) {
        let (r, g, b) = (
            Self.linear(color.red), Self.linear(color.green), Self.linear(color.blue)
        )
        let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
        let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
        let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
        lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
        let a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
        let b2 = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        chroma = (a * a + b2 * b2).squareRoot()
        hue = atan2(b2, a)
    }

    /// The nearest colour of sRGB, each channel clipped.
    var color: Color {
        let (a, b) = (chroma * cos(hue), chroma * sin(hue))
        let l = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
        let m = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
        let s = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
        return Color(
            red: Self.encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            green: Self.encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            blue: Self.encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s))
    }

    private static func linear(_ value: UInt8) -> Double {
        let c = Double(value) / 255
        return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
    }

    private static func encoded(_ value: Double) -> UInt8 {
        let c = min(max(value, 0), 1)
        let encoded = c <= 0.0031308 ? 12.92 * c : 1.055 * pow(c, 1 / 2.4) - 0.055
        return UInt8((encoded * 255).rounded())
    }
}

extension Color {
    /// The contrast of two opaque colours, 1...21 (WCAG 2.2, "contrast ratio").
    func contrast(to other: Color) -> Double {
        let (a, b) = (relativeLuminance, other.relativeLuminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private var relativeLuminance: Double {
        func linear(_ value: UInt8) -> Double {
            let c = Double(value) / 255
            return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The colour at `share` of its opacity.
    func faded(_ share: Double) -> Color {
        var color = self
        color.alpha = UInt8((Double(alpha) * min(max(share, 0), 1)).rounded())
        return color
    }
}
