import Foundation
import Media

/// How different two colours look: CIEDE2000 (ISO/CIE 11664-6:2014) of L*a*b* under D65.
enum ColorDifference {
    /// Returns ΔE2000 of two colours of BT.709 as they are stored in limited range, decoded by
    /// sRGB's curve as screens show them; 1 is just visible.
    static func ofStored(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
        between(lab(YCbCr.bt709.rgb(a)), lab(YCbCr.bt709.rgb(b)))
    }

    /// Returns L*a*b* of a colour of sRGB, 0...1 a channel; what lies outside is clipped.
    static func lab(_ color: SIMD3<Double>) -> SIMD3<Double> {
        func linear(_ value: Double) -> Double { SRGB.light(min(max(value, 0), 1)) }
        func response(_ value: Double) -> Double {
            value > 216.0 / 24389 ? cbrt(value) : (24389.0 / 27 * value + 16) / 116
        }
        let (r, g, b) = (linear(color.x), linear(color.y), linear(color.z))
        let x = response((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
        let y = response(0.2126729 * r + 0.7151522 * g + 0.0721750 * b)
        let z = response((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883)
        return SIMD3(116 * y - 16, 500 * (x - y), 200 * (y - z))
    }

    /// Returns ΔE2000 of two colours of L*a*b*.
    static func between(_ first: SIMD3<Double>, _ second: SIMD3<Double>) -> Double {
        if first == second { return 0 }
        let seventh = pow((hypot(first.y, first.z) + hypot(second.y, second.z)) / 2, 7)
        let stretch = 1.5 - 0.5 * (seventh / (seventh + pow25)).squareRoot()
        let (a, b) = (SIMD3(1, stretch, 1) * first, SIMD3(1, stretch, 1) * second)
        let (chromaA, chromaB) = (hypot(a.y, a.z), hypot(b.y, b.z))
        let (hueA, hueB) = (angle(a), angle(b))
        let gray = chromaA * chromaB == 0

        var turn = gray ? 0 : hueB - hueA
        if turn > .pi { turn -= 2 * .pi } else if turn < -.pi { turn += 2 * .pi }
        var hue = gray ? hueA + hueB : (hueA + hueB) / 2
        if !gray, abs(hueA - hueB) > .pi { hue += hue < .pi ? .pi : -.pi }

        let light = (a.x + b.x) / 2 - 50
        let chroma = (chromaA + chromaB) / 2
        let t =
            1 - 0.17 * cos(hue - .pi / 6) + 0.24 * cos(2 * hue)
            + 0.32 * cos(3 * hue + .pi / 30) - 0.2 * cos(4 * hue - 63 * .pi / 180)
        let deltaL = (b.x - a.x) / (1 + 0.015 * light * light / (20 + light * light).squareRoot())
        let deltaC = (chromaB - chromaA) / (1 + 0.045 * chroma)
        let deltaH =
            2 * (chromaA * chromaB).squareRoot() * sin(turn / 2) / (1 + 0.015 * chroma * t)
        let power = pow(chroma, 7)
        let offset = (hue * 180 / .pi - 275) / 25
        let rotation =
            -2 * (power / (power + pow25)).squareRoot() * sin(.pi / 3 * exp(-offset * offset))
        let sum = deltaL * deltaL + deltaC * deltaC + deltaH * deltaH + rotation * deltaC * deltaH
        return max(0, sum).squareRoot()
    }

    private static let pow25 = 6_103_515_625.0

    private static func angle(_ lab: SIMD3<Double>) -> Double {
        let angle = atan2(lab.z, lab.y)
        return angle < 0 ? angle + 2 * .pi : angle
    }
}
