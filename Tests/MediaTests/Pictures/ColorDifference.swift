import Foundation

/// Colour science that tests judge by, written from the published formulas.
enum ColorDifference {
    /// CIE Lab (D65) of an sRGB colour, 0...1.
    static func lab(_ color: [Double]) -> [Double] {
        let light = color.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        let rows = [
            [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
        let white = [0.95047, 1, 1.08883]
        let f = zip(rows, white).map { row, white in
            let t = zip(row, light).map(*).reduce(0, +) / white
            return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116
        }
        return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
    }

    /// CIEDE2000 between two Lab colours (Sharma, Wu, Dalal 2005).
    static func ciede2000(_ first: [Double], _ second: [Double]) -> Double {
        let meanChroma = (hypot(first[1], first[2]) + hypot(second[1], second[2])) / 2
        let g = 0.5 * (1 - sqrt(pow(meanChroma, 7) / (pow(meanChroma, 7) + pow(25, 7))))
        let (a1, a2) = ((1 + g) * first[1], (1 + g) * second[1])
        let (c1, c2) = (hypot(a1, first[2]), hypot(a2, second[2]))
        let (h1, h2) = (hue(a1, first[2]), hue(a2, second[2]))
        var difference = c1 * c2 == 0 ? 0 : h2 - h1
        if difference > 180 { difference -= 360 } else if difference < -180 { difference += 360 }
        var hueMean = h1 + h2
        if c1 * c2 != 0 {
            hueMean =
                abs(h1 - h2) <= 180 ? hueMean / 2 : (hueMean + (hueMean < 360 ? 360 : -360)) / 2
        }
        let (l, c) = ((first[0] + second[0]) / 2, (c1 + c2) / 2)
        let t =
            1 - 0.17 * cosine(hueMean - 30) + 0.24 * cosine(2 * hueMean)
            + 0.32 * cosine(3 * hueMean + 6) - 0.20 * cosine(4 * hueMean - 63)
        let lightness =
            (second[0] - first[0]) / (1 + 0.015 * pow(l - 50, 2) / sqrt(20 + pow(l - 50, 2)))
        let chroma = (c2 - c1) / (1 + 0.045 * c)
        let hue = 2 * sqrt(c1 * c2) * sin(difference * .pi / 360) / (1 + 0.015 * c * t)
        let turn = 30 * exp(-pow((hueMean - 275) / 25, 2))
        let rotation = -2 * sqrt(pow(c, 7) / (pow(c, 7) + pow(25, 7))) * sin(turn * .pi / 90)
        return sqrt(lightness * lightness + chroma * chroma + hue * hue + rotation * chroma * hue)
    }

    private static func hue(_ a: Double, _ b: Double) -> Double {
        guard a != 0 || b != 0 else { return 0 }
        let angle = atan2(b, a) * 180 / .pi
        return angle < 0 ? angle + 360 : angle
    }

    private static func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
}
