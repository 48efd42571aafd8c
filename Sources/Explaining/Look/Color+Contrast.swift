import Foundation
import Inspecting
import Planning

extension OKLab {
    init(_ color: Color) {
        self.init(
            red: Double(color.red) / 255, green: Double(color.green) / 255,
            blue: Double(color.blue) / 255)
    }

    /// The nearest colour of sRGB.
    var color: Color { Color(red: bytes.red, green: bytes.green, blue: bytes.blue) }
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
