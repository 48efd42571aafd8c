import Foundation

/// Words to set, with every measure in pixels of the canvas.
///
/// The centre of the block of line boxes is the clip's placement; its width is the largest line
/// width.
package struct TextContent: Hashable, Sendable {
    /// The words as they are shown (case already applied); `\n` breaks lines.
    package var text: String

    package var style: TextStyle

    package var animation: TextAnimation

    /// How its words light up as they are spoken; nil where they don't.
    package var speech: TextSpeech?

    /// Where the text stands in the draft, for notices that only typesetting can find.
    package var place: DraftPlace
}

/// A resolved text style.
///
/// Lengths are pixels of the canvas.
package struct TextStyle: Hashable, Sendable {
    package var family: String
    package var size: Double

    /// 100...900.
    package var weight: Int
    package var italic: Bool
    package var color: Color
    package var alignment: Alignment

    /// The distance of baselines as a multiple of the size.
    package var lineHeight: Double

    /// Extra advance after each cluster.
    package var spacing: Double

    /// An outline of `width` outside the glyph.
    package var stroke: Stroke?
    package var shadow: Shadow?
    package var box: Box?

    /// The most lines that the text may take before it shrinks.
    package var lineLimit: Int

    package enum Alignment: String, Hashable, Sendable, CaseIterable { case left, center, right }

    package struct Stroke: Hashable, Sendable {
        package var color: Color
        package var width: Double
    }

    /// `blur` is the standard deviation of the Gaussian, twice over: CSS's blur radius.
    package struct Shadow: Hashable, Sendable {
        package var color: Color
        package var dx: Double
        package var dy: Double
        package var blur: Double
    }

    /// A rounded rectangle behind the block of lines.
    package struct Box: Hashable, Sendable {
        package var color: Color
        package var padX: Double
        package var padY: Double
        package var radius: Double
    }
}

/// How a text comes and goes.
///
/// It moves with a cubic ease out.
package struct TextAnimation: Hashable, Sendable {
    package var entrance: Kind
    package var exit: Kind

    /// The length of each in frames, fractional; steps have their own.
    package var duration: Double

    /// The pieces in which a text comes by `typewriter` or `word`; nil for all else.
    package var entranceSteps: TextSteps?

    /// The pieces in which it goes, the last one first.
    package var exitSteps: TextSteps?

    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case none, fade, slideUp = "slide-up", slideLeft = "slide-left", pop
        /// Grapheme by grapheme, in the order of the text.
        case typewriter
        /// Word by word, each with a fade.
        case word
        /// From a Gaussian blur, with a fade.
        case blur
        /// Behind a soft edge that moves from left to right.
        case reveal

        /// Whether the words change their place or size.
        package var isMoving: Bool { self == .slideUp || self == .slideLeft || self == .pop }
    }
}
