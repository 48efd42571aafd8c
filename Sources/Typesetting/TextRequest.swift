/// What to set and how.
///
/// Lengths are pixels of the canvas.
/// Values that make no sense (not finite, negative, huge) are clamped by the typesetter to the
/// ranges given here, so no request can fail.
package struct TextRequest: Hashable, Sendable {
    /// The words as they are shown (case already applied); `\n` and its kin break lines.
    ///
    /// What follows the first 20,000 grapheme clusters is cut.
    package var text: String

    /// The wanted family; another is used, with a notice, where the library lacks it.
    package var family: String

    /// The em size, 1...4096.
    package var size: Double

    /// 100...900; the nearest weight that the family has is taken.
    package var weight: Int

    /// Slants upright faces where the family has no italic one.
    package var italic: Bool

    /// The language of the words as a BCP 47 tag ("en", "zh"); it rules quotes and line breaks.
    package var language: String

    package var alignment: Alignment

    /// The distance of baselines as a multiple of the size, 0.5...10.
    package var lineHeight: Double

    /// Extra advance between clusters, -0.5...10 of the size.
    ///
    /// It shrinks with the size.
    package var spacing: Double

    /// The largest width of a line, 1...16384; a single cluster may still be wider.
    package var maxWidth: Double

    /// The largest height of the block of lines, 1...16384; one line is always set.
    package var maxHeight: Double

    /// The most lines that the text may take before it shrinks, from 1.
    ///
    /// A text with more explicit lines may have as many as it has of these.
    package var lineLimit: Int

    /// The width of the outline outside the glyph, 0...0.5 of the size, where 0 is none.
    package var strokeWidth: Double

    package var shadow: Shadow?

    package enum Alignment: Hashable, Sendable, CaseIterable { case left, center, right }

    /// A blurred copy of the ink.
    ///
    /// The mask comes undisplaced; the offset only makes room for it.
    package struct Shadow: Hashable, Sendable {
        /// The offset to the right and down, -4096...4096.
        package var dx: Double
        package var dy: Double

        /// CSS's blur radius, 0...512: twice the standard deviation of the Gaussian.
        package var blur: Double

        package init(dx: Double = 0, dy: Double = 0, blur: Double) {
            self.dx = dx
            self.dy = dy
            self.blur = blur
        }
    }

    package init(
        text: String, family: String = "Inter", size: Double, weight: Int = 500,
        italic: Bool = false, language: String = "en", alignment: Alignment = .center,
        lineHeight: Double = 1.2, spacing: Double = 0, maxWidth: Double = 16384,
        maxHeight: Double = 16384, lineLimit: Int = 1, strokeWidth: Double = 0,
        shadow: Shadow? = nil
    ) {
        self.text = text
        self.family = family
        self.size = size
        self.weight = weight
        self.italic = italic
        self.language = language
        self.alignment = alignment
        self.lineHeight = lineHeight
        self.spacing = spacing
        self.maxWidth = maxWidth
        self.maxHeight = maxHeight
        self.lineLimit = lineLimit
        self.strokeWidth = strokeWidth
        self.shadow = shadow
    }
}

extension TextRequest {
    /// The request with every number inside its documented range.
    var clamped: TextRequest {
        var result = self
        result.size = size.clamped(to: 1...4096, or: 1)
        result.weight = min(max(weight, 1), 1000)
        result.lineHeight = lineHeight.clamped(to: 0.5...10, or: 1.2)
        result.spacing = spacing.clamped(to: -0.5 * result.size...10 * result.size, or: 0)
        result.maxWidth = maxWidth.clamped(to: 1...16384, or: 16384)
        result.maxHeight = maxHeight.clamped(to: 1...16384, or: 16384)
        result.lineLimit = max(lineLimit, 1)
        result.strokeWidth = strokeWidth.clamped(to: 0...0.5 * result.size, or: 0)
        result.shadow = shadow.map {
            Shadow(
                dx: $0.dx.clamped(to: -4096...4096, or: 0),
                dy: $0.dy.clamped(to: -4096...4096, or: 0),
                blur: $0.blur.clamped(to: 0...512, or: 0))
        }
        return result
    }
}

extension Double {
    /// The nearest value inside `range`; `fallback` where this is not a number.
    fileprivate func clamped(to range: ClosedRange<Double>, or fallback: Double) -> Double {
        isNaN ? fallback : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
