import Foundation
import Inspecting
package import Planning

/// How explainers look: colours, type, cards and motion, as data.
///
/// Lengths are in 1/1080 of the canvas' shorter side.
package struct Theme: Hashable, Sendable {
    package var name: String

    /// What is behind everything.
    package var ground: Color
    /// Words.
    package var ink: Color
    /// The opacity of words that matter less.
    package var quiet = 0.6
    /// Thin lines between rows.
    package var hairline: Color
    /// Behind a badge.
    package var panel: Color

    /// The colour of the gradients that words stand on, and how dense they are, 0...1.
    package var scrim: Color
    package var scrimDensity = 0.78

    /// Taken instead of the picture's own colour.
    package var fixedAccent: Color?
    /// Taken where the picture has no colour of its own.
    package var spareAccent: Color

    /// The family of titles; nil for that of the text.
    package var titleFamily: String?
    package var titleWeight = 600
    /// A factor on the sizes of titles.
    package var titleScale = 1.0
    package var captionSize = 44.0

    /// What cards stand on.
    package var backdrop: Backdrop
    package var cornerRadius = 26.0
    /// The opacity of the shadow under a card, 0...1; 0 for none.
    package var shadow = 0.4
    /// Titles stand on a panel of the accent.
    package var hasTitlePanel = false

    /// How one beat follows another.
    package var cut: Cut
    /// How much a picture grows in five seconds, as a factor.
    package var zoom = 1.09

    package var isLight: Bool { OKLab(ground).lightness > 0.5 }

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
