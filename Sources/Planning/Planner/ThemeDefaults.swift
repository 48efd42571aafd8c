import Foundation

/// What a theme gives to a draft where the draft says nothing itself.
///
/// `m.theme` names one. Lengths are in 1/1080 of the canvas' shorter side.
package struct ThemeDefaults: Hashable, Sendable {
    /// As `m.theme` writes it.
    package var name: String

    /// What is behind everything.
    package var ground: Color
    /// Words.
    package var ink: Color
    /// Thin lines between rows.
    package var hairline: Color
    /// Behind a badge.
    package var panel: Color
    /// The gradients that words stand on.
    package var scrim: Color
    /// What stands out, where a picture gives no colour of its own; 4.5:1 against the ground.
    package var accent: Color

    /// The family of titles; nil for that of the text.
    package var titleFamily: String?
    /// A factor on the sizes of titles.
    package var titleScale = 1.0
    package var captionSize = 44.0
    /// The largest radius of corners.
    package var cornerRadius = 26.0

    /// True where the ground is nearer to white than to black.
    package var isLight: Bool { ground.contrast(to: .black) > ground.contrast(to: .white) }

    /// The share of their opacity that words of captions have ahead of the voice, 0...1.
    ///
    /// They are read then already; dark words lose more of their contrast by it.
    package var captionDimming: Double { isLight ? 0.7 : 0.55 }

    /// Returns whether words of `color` read on the ground: 4.5:1, WCAG 2.2, 1.4.3.
    package func carries(_ color: Color) -> Bool { ground.contrast(to: color) >= 4.5 }

    /// The names of all themes, the default first.
    package static let names = all.map(\.name)

    package static func named(_ name: String) -> ThemeDefaults? { all.first { $0.name == name } }
}
