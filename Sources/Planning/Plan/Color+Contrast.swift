import Foundation

extension Color {
    /// Returns the contrast of two colours, 1...21.
    ///
    /// As if both were opaque (WCAG 2.2, "contrast ratio").
    package func contrast(to other: Color) -> Double {
        Self.contrast(ofLuminances: relativeLuminance, other.relativeLuminance)
    }

    /// Returns the contrast, 1...21, of two relative luminances.
    package static func contrast(ofLuminances a: Double, _ b: Double) -> Double {
        (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// The contrast that words need at least to be read: 3 from a size of 60 on, in 1/1080 of the
    /// canvas' shorter side, 4.5 below (WCAG 2.2, 1.4.3).
    package static func leastContrast(size: Double) -> Double { size >= 60 ? 3 : 4.5 }

    /// From 0, black, to 1, white, as if it were opaque (WCAG 2.2, "relative luminance").
    package var relativeLuminance: Double {
        func linear(_ value: UInt8) -> Double {
            let c = Double(value) / 255
            return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// Returns the colour at a share of its opacity.
    ///
    /// `share` is held within 0...1.
    package func faded(_ share: Double) -> Color {
        var color = self
        color.alpha = UInt8((Double(alpha) * min(max(share, 0), 1)).rounded())
        return color
    }
}
