import Foundation

extension ThemeDefaults {
    /// All themes, the default first.
    package static let all: [ThemeDefaults] = [dusk, clean, paper, bold, classroom, studio]

    /// Dark and warm.
    package static let dusk = ThemeDefaults(
        name: "dusk", ground: color(0x0B0D12), ink: color(0xFFFFFF, 0.96),
        hairline: color(0xFFFFFF, 0.10), panel: color(0xFFFFFF, 0.09), scrim: color(0x05060C),
        accent: color(0xFFB070))

    /// White ground, dark words, hairlines.
    package static let clean = ThemeDefaults(
        name: "clean", ground: color(0xFFFFFF), ink: color(0x14161A),
        hairline: color(0x14161A, 0.12), panel: color(0x14161A, 0.05), scrim: color(0xFFFFFF),
        accent: color(0x1F5FD6), cornerRadius: 12)

    /// Warm off-white, serif titles.
    package static let paper = ThemeDefaults(
        name: "paper", ground: color(0xF6F0E4), ink: color(0x2A241C),
        hairline: color(0x2A241C, 0.16), panel: color(0x2A241C, 0.06), scrim: color(0xF6F0E4),
        accent: color(0x9A4A22), titleFamily: "Noto Serif", cornerRadius: 4)

    /// Black and white with a loud accent, large titles, square corners.
    package static let bold = ThemeDefaults(
        name: "bold", ground: color(0x101014), ink: color(0xFFFFFF),
        hairline: color(0xFFFFFF, 0.22), panel: color(0xFFFFFF, 0.12), scrim: color(0x000000),
        accent: color(0xFFD23F), titleScale: 1.12, cornerRadius: 0)

    /// Light and round, larger captions.
    package static let classroom = ThemeDefaults(
        name: "classroom", ground: color(0xF4F7FB), ink: color(0x1B2536),
        hairline: color(0x1B2536, 0.12), panel: color(0xFFFFFF), scrim: color(0xF4F7FB),
        accent: color(0x1E6FD9), captionSize: 50, cornerRadius: 40)

    /// Neutral greys, for products.
    package static let studio = ThemeDefaults(
        name: "studio", ground: color(0xE9E9EA), ink: color(0x1C1C1E),
        hairline: color(0x1C1C1E, 0.12), panel: color(0xFFFFFF, 0.7), scrim: color(0xE9E9EA),
        accent: color(0x3A3A3C), cornerRadius: 22)

    private static func color(_ rgb: UInt32, _ opacity: Double = 1) -> Color {
        Color(
            red: UInt8(rgb >> 16 & 0xFF), green: UInt8(rgb >> 8 & 0xFF), blue: UInt8(rgb & 0xFF),
            alpha: UInt8((opacity * 255).rounded()))
    }
}
