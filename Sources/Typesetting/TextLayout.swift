/// Lines of placed glyphs and what was noticed while setting them.
///
/// Coordinates are pixels from the top left corner of the block of line boxes, y down. The block is
/// as wide as its widest line and as high as its line boxes: the first line's ascent, the baseline
/// distances between, the last line's descent. Ascent and descent are those of the requested
/// family's face, whatever faces the glyphs come from, so the words don't move the block.
package struct TextLayout: Hashable, Sendable {
    /// The request as it was understood, every number inside its range.
    package var request: TextRequest

    package var lines: [TextLine]

    /// The em size actually used.
    package var size: Double

    package var blockWidth: Double
    package var blockHeight: Double

    /// The exact box of the glyphs' outlines without stroke and shadow; nil where nothing is drawn.
    package var inkBounds: TextRectangle?

    package var notices: [TypesettingNotice]
}

/// One line of a layout, in the order in which it is drawn, from left to right.
package struct TextLine: Hashable, Sendable {
    /// The characters of the line in reading order, without the spaces that hang at its end.
    package var text: String

    package var glyphs: [PlacedGlyph]

    /// Where the characters of the text stand, in the order in which they are drawn.
    ///
    /// Characters that are joined into one glyph are named by the first of them.
    package var clusters: [ClusterBox]

    /// The left end of the line's advance.
    package var x: Double

    package var baseline: Double

    /// The sum of advances.
    package var width: Double
}

/// The stretch of a line that a grapheme cluster takes.
package struct ClusterBox: Hashable, Sendable {
    /// The offset of the character in the request's text, counted in grapheme clusters.
    package var offset: Int

    /// Whether it is a space that leaves no ink.
    package var isSpace: Bool

    /// The left end of its advance.
    package var x: Double

    /// The sum of its glyphs' advances, without spacing.
    package var width: Double
}

/// A glyph of a face at an exact position.
package struct PlacedGlyph: Hashable, Sendable {
    /// The index of the face's file in the font library.
    package var face: Int

    /// The index of the glyph in its face; 0 is the box for what is missing.
    package var glyph: UInt32

    /// The origin of the glyph: on the baseline, at the left of its advance, offset by shaping.
    package var x: Double
    package var y: Double

    /// The advance in pixels, without spacing.
    package var advance: Double

    /// The em size in pixels: the size of the layout times what the face asks for.
    package var size: Double

    /// The rightward lean as a tangent: 0 for upright.
    package var slant: Double
}

/// A rectangle in fractional pixels, y down.
package struct TextRectangle: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    var maxX: Double { x + width }
    var maxY: Double { y + height }

    /// The smallest rectangle that holds both.
    func union(_ other: TextRectangle) -> TextRectangle {
        let left = min(x, other.x)
        let top = min(y, other.y)
        return TextRectangle(
            x: left, y: top, width: max(maxX, other.maxX) - left,
            height: max(maxY, other.maxY) - top)
    }

    func offset(x dx: Double, y dy: Double) -> TextRectangle {
        TextRectangle(x: x + dx, y: y + dy, width: width, height: height)
    }

    /// The rectangle with each side moved outwards by `distance`.
    func grown(by distance: Double) -> TextRectangle {
        TextRectangle(
            x: x - distance, y: y - distance, width: width + 2 * distance,
            height: height + 2 * distance)
    }
}
