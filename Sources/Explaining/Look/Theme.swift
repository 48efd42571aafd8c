import Foundation
package import Planning

/// How explainers look: colours, type, cards and motion, as data.
///
/// What every draft of a theme has comes from its defaults; the rest is for explainers alone.
/// Lengths are in 1/1080 of the canvas' shorter side.
package struct Theme: Hashable, Sendable {
    package var defaults: ThemeDefaults

    /// The opacity of words that matter less.
    package var quiet = 0.7

    /// How dense the gradients are that words stand on, 0...1.
    package var scrimDensity = 0.78

    /// Taken instead of the picture's own colour.
    package var fixedAccent: Color?

    package var titleWeight = 600

    /// What cards stand on.
    package var backdrop: Backdrop
    /// The opacity of the shadow under a card, 0...1; 0 for none.
    package var shadow = 0.4
    /// Titles stand on a panel of the accent.
    package var hasTitlePanel = false

    /// How one beat follows another.
    package var cut: Cut
    /// How much a picture grows in five seconds, as a factor.
    package var zoom = 1.09

    package enum Backdrop: Hashable, Sendable {
        /// The picture itself: blurred, and darkened to a factor of its brightness.
        case picture(blur: Double, brightness: Double)
        /// The plain ground.
        case ground
    }

    package enum Cut: Hashable, Sendable {
        case hard
        case soft(Draft.Transition.Kind, milliseconds: Int)
    }
}

/// What all drafts of the theme have.
extension Theme {
    package var name: String { defaults.name }
    package var ground: Color { defaults.ground }
    package var ink: Color { defaults.ink }
    package var hairline: Color { defaults.hairline }
    package var panel: Color { defaults.panel }
    package var scrim: Color { defaults.scrim }
    /// Taken where the picture has no colour of its own.
    package var spareAccent: Color { defaults.accent }
    package var titleFamily: String? { defaults.titleFamily }
    package var titleScale: Double { defaults.titleScale }
    package var captionSize: Double { defaults.captionSize }
    package var cornerRadius: Double { defaults.cornerRadius }
    package var isLight: Bool { defaults.isLight }
}
