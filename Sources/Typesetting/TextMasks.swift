/// 8-bit coverage rasters of a text at a whole-pixel place of the canvas.
///
/// Origin and size are even, so that 4:2:0 chroma lines up. Pixel (column, row) covers the canvas
/// square from (`originX` + column, `originY` + row); rows run down. The outermost pixels of every
/// raster are empty: nothing is clipped. Outlines keep their exact sub-pixel place. A text without
/// ink has size 0 × 0.
package struct TextMasks: Hashable, Sendable {
    package var originX: Int
    package var originY: Int
    package var width: Int
    package var height: Int

    /// The coverage of the glyphs, `width * height` values.
    package var fill: [UInt8]

    /// The coverage of the glyphs grown by the stroke's width; composite it under the fill.
    package var stroke: [UInt8]?

    /// The blurred coverage of fill and stroke, not yet displaced.
    ///
    /// The raster has room for it at its place and at the place displaced by the shadow's offset.
    package var shadow: [UInt8]?

    /// The block of line boxes on the canvas, for a box behind the words.
    package var block: TextRectangle
}
