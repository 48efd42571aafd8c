import Foundation

/// CIEDE2000 (ISO/CIE 11664-6:2014): how different two colours of sRGB look.
package enum DeltaE {
    /// Returns the difference of two colours of 0...255 a channel; 1 is just visible.
    package static func between(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
        let (first, second) = (lab(a), lab(b))
        let mean = (hypot(first.y, first.z) + hypot(second.y, second.z)) / 2
        let gain = 1.5 - 0.5 * (pow(mean, 7) / (pow(mean, 7) + pow(25, 7))).squareRoot()
        return difference(
            Polar(first, gain: gain), Polar(second, gain: gain))
    }

    /// Lightness, chroma and hue in degrees, the red-green axis stretched for grays.
    private struct Polar {
        var lightness: Double
        var chroma: Double
        var hue: Double

        init(_ lab: SIMD3<Double>, gain: Double) {
            let a = lab.y * gain
            lightness = lab.x
            chroma = hypot(a, lab.z)
            let angle = atan2(lab.z, a) * 180 / .pi
            hue = angle < 0 ? angle + 360 : angle
        }
    }

    private static func difference(_ a: Polar, _ b: Polar) -> Double {
        var turn = b.hue - a.hue
        if a.chroma * b.chroma == 0 { turn = 0 }
        if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
        let hue = 2 * (a.chroma * b.chroma).squareRoot() * sin(turn * .pi / 360)
        let lightness = (a.lightness + b.lightness) / 2
        let chroma = (a.chroma + b.chroma) / 2
        var middle = (a.hue + b.hue) / 2
        if a.chroma * b.chroma == 0 {
            middle *= 2
        } else if abs(a.hue - b.hue) > 180 {
            middle += a.hue + b.hue < 360 ? 180 : -180
        }
        func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
        let t =
            1 - 0.17 * cosine(middle - 30) + 0.24 * cosine(2 * middle)
            + 0.32 * cosine(3 * middle + 6) - 0.2 * cosine(4 * middle - 63)
        let square = (lightness - 50) * (lightness - 50)
        let l = (b.lightness - a.lightness) / (1 + 0.015 * square / (20 + square).squareRoot())
        let c = (b.chroma - a.chroma) / (1 + 0.045 * chroma)
        let h = hue / (1 + 0.015 * chroma * t)
        let power = pow(chroma, 7)
        let rotation =
            -2 * (power / (power + pow(25, 7))).squareRoot()
            * sin(60 * .pi / 180 * exp(-pow((middle - 275) / 25, 2)))
        return (l * l + c * c + h * h + rotation * c * h).squareRoot()
    }

    /// CIE 1976 L*a*b* under D65.
    private static func lab(_ color: SIMD3<Double>) -> SIMD3<Double> {
        func light(_ value: Double) -> Double {
            let v = value / 255
            return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4)
        }
        let (r, g, b) = (light(color.x), light(color.y), light(color.z))
        func f(_ t: Double) -> Double { t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116 }
        let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
        let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
        let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
        return SIMD3(116 * y - 16, 500 * (x - y), 200 * (y - z))
    }
}
