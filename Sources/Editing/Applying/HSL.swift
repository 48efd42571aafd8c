import Foundation
import Planning

/// A colour by hue, saturation and lightness (CSS Color 4, section 7), for moves of lightness that
/// keep the rest.
struct HSL: Hashable {
    /// Sixths of a turn, 0..<6.
    var hue: Double
    var saturation: Double
    var lightness: Double

    init(_ color: Color) {
        let (r, g, b) = (
            Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255
        )
        let (most, least) = (max(r, g, b), min(r, g, b))
        let chroma = most - least
        lightness = (most + least) / 2
        saturation = chroma == 0 ? 0 : chroma / (1 - abs(2 * lightness - 1))
        let sector =
            switch most {
            case _ where chroma == 0: 0.0
            case r: (g - b) / chroma
            case g: (b - r) / chroma + 2
            default: (r - g) / chroma + 4
            }
        hue = sector < 0 ? sector + 6 : sector
    }

    func color(alpha: UInt8) -> Color {
        let light = min(max(lightness, 0), 1)
        let amount = saturation * min(light, 1 - light)
        func channel(_ offset: Double) -> UInt8 {
            let k = (offset + hue * 2).truncatingRemainder(dividingBy: 12)
            return UInt8(((light - amount * max(-1, min(k - 3, 9 - k, 1))) * 255).rounded())
        }
        return Color(red: channel(0), green: channel(8), blue: channel(4), alpha: alpha)
    }
}
