import CFreeType

extension FontFace {
    /// Gives `body` the outline of `glyph` in font units, y up, or returns nil where it has none.
    ///
    /// A glyph that a damaged font can't give stays blank. The outline may be changed; it is valid
    /// during the call only.
    func withOutline<Result>(
        of glyph: UInt32, _ body: (inout FT_Outline) -> Result?
    ) -> Result? {
        let flags = FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP
        guard FT_Load_Glyph(face, glyph, FT_Int32(flags)) == 0, let slot = face.pointee.glyph,
            slot.pointee.outline.n_contours > 0
        else { return nil }
        return body(&slot.pointee.outline)
    }

    /// Returns the exact box of a placed glyph's outline, nil for a blank.
    func bounds(of glyph: PlacedGlyph) -> TextRectangle? {
        let scale = glyph.size / unitsPerEm
        return withOutline(of: glyph.glyph) { outline in
            if glyph.slant != 0 {
                // In 16.16; the error is far below a font unit.
                var lean = FT_Matrix(
                    xx: 0x10000, xy: FT_Fixed(glyph.slant * 65536), yx: 0, yy: 0x10000)
                FT_Outline_Transform(&outline, &lean)
            }
            var box = FT_BBox()
            guard FT_Outline_Get_BBox(&outline, &box) == 0 else { return nil }
            return TextRectangle(
                x: glyph.x + Double(box.xMin) * scale, y: glyph.y - Double(box.yMax) * scale,
                width: Double(box.xMax - box.xMin) * scale,
                height: Double(box.yMax - box.yMin) * scale)
        }
    }
}
