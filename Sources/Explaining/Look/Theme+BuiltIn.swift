import Foundation
import Planning

extension Theme {
    /// All themes by name, the default first.
    package static let all: [Theme] = [dusk, clean, paper, bold, classroom, studio]

    package static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

    /// The picture everywhere, words over soft shade.
    package static let dusk = Theme(
        defaults: .dusk, backdrop: .picture(blur: 26, brightness: 0.5),
        cut: .soft(.fade, milliseconds: 500))

    package static let clean = Theme(
        defaults: .clean, backdrop: .ground, shadow: 0, cut: .soft(.fade, milliseconds: 500),
        zoom: 1.07)

    package static let paper = Theme(
        defaults: .paper, backdrop: .ground, shadow: 0.16, cut: .soft(.fade, milliseconds: 600),
        zoom: 1.06)

    /// Solid panels of the accent, heavy titles, hard cuts.
    package static let bold = Theme(
        defaults: .bold, scrimDensity: 0.82, backdrop: .picture(blur: 18, brightness: 0.36),
        shadow: 0, hasTitlePanel: true, cut: .hard, zoom: 1.12)

    package static let classroom = Theme(
        defaults: .classroom, backdrop: .ground, shadow: 0.14,
        cut: .soft(.fade, milliseconds: 450), zoom: 1.06)

    /// Soft shadows, for products.
    package static let studio = Theme(
        defaults: .studio, backdrop: .ground, shadow: 0.22, cut: .soft(.fade, milliseconds: 500),
        zoom: 1.07)
}
