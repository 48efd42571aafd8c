import Foundation
import Planning

extension Theme {
    /// All themes by name, the default first.
    package static let all: [Theme] = [dusk, clean, paper, bold, classroom, studio]

    package static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

    /// Dark and warm: the picture everywhere, words over soft shade.
    package static let dusk = Theme(
        name: "dusk", ground: color(0x0B0D12), ink: color(0xFFFFFF, 0.96),
        hairline: color(0xFFFFFF, 0.10), panel: color(0xFFFFFF, 0.09), scrim: color(0x05060C),
        spareAccent: color(0xFFB070), backdrop: .picture(blur: 26, brightness: 0.5),
        cut: .soft(.fade, milliseconds: 500))

    /// White ground, dark words, hairlines.
    package static let clean = Theme(
        name: "clean", ground: color(0xFFFFFF), ink: color(0x14161A),
        hairline: color(0x14161A, 0.12), panel: color(0x14161A, 0.05), scrim: color(0xFFFFFF),
        spareAccent: color(0x1F5FD6), backdrop: .ground, cornerRadius: 12,
        shadow: 0, cut: .soft(.fade, milliseconds: 500), zoom: 1.07)

    /// Warm off-white, serif titles.
    package static let paper = Theme(
        name: "paper", ground: color(0xF6F0E4), ink: color(0x2A241C),
        hairline: color(0x2A241C, 0.16), panel: color(0x2A241C, 0.06), scrim: color(0xF6F0E4),
        spareAccent: color(0x9A4A22), titleFamily: serif, backdrop: .ground,
        cornerRadius: 4, shadow: 0.16, cut: .soft(.fade, milliseconds: 600), zoom: 1.06)

    /// Solid panels of the accent, heavy titles, hard cuts.
    package static let bold = Theme(
        name: "bold", ground: color(0x101014), ink: color(0xFFFFFF),
        hairline: color(0xFFFFFF, 0.22), panel: color(0xFFFFFF, 0.12), scrim: color(0x000000),
        scrimDensity: 0.82, spareAccent: color(0xFFD23F), titleScale: 1.12,
        backdrop: .picture(blur: 18, brightness: 0.36), cornerRadius: 0, shadow: 0,
        hasTitlePanel: true, cut: .hard, zoom: 1.12)

    /// Light and round, larger captions.
    package static let classroom = Theme(
        name: "classroom", ground: color(0xF4F7FB), ink: color(0x1B2536),
        hairline: color(0x1B2536, 0.12), panel: color(0xFFFFFF), scrim: color(0xF4F7FB),
        spareAccent: color(0x1E6FD9), captionSize: 50, backdrop: .ground,
        cornerRadius: 40, shadow: 0.14, cut: .soft(.fade, milliseconds: 450), zoom: 1.06)

    /// Neutral greys and soft shadows, for products.
    package static let studio = Theme(
        name: "studio", ground: color(0xE9E9EA), ink: color(0x1C1C1E),
        hairline: color(0x1C1C1E, 0.12), panel: color(0xFFFFFF, 0.7), scrim: color(0xE9E9EA),
        spareAccent: color(0x3A3A3C), backdrop: .ground, cornerRadius: 22,
        shadow: 0.22, cut: .soft(.fade, milliseconds: 500), zoom: 1.07)

    /// The family of the serif titles among the bundled fonts.
    private static let serif = "Noto Serif"

    private static func color(_ rgb: UInt32, _ opacity: Double = 1) -> Color {
        Color(
            red: UInt8(rgb >> 16 & 0xFF), green: UInt8(rgb >> 8 & 0xFF), blue: UInt8(rgb & 0xFF),
            alpha: UInt8((opacity * 255).rounded()))
    }
}
