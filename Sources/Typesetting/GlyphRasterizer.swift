import CFreeType

/// Draws placed glyphs as coverage: exact areas of unhinted outlines at sub-pixel places.
final class GlyphRasterizer {
    private let freeType: FreeType
    private let stroker: FT_Stroker?

    /// Makes a rasterizer whose strokes reach `strokeWidth` pixels beyond the outline, 0 for none.
    init(_ freeType: FreeType, strokeWidth: Double) {
        var stroker: FT_Stroker?
        if strokeWidth > 0, FT_Stroker_New(freeType.raw, &stroker) == 0 {
            FT_Stroker_Set(
                stroker, FT_Fixed((strokeWidth * 64).rounded()), FT_STROKER_LINECAP_ROUND,
                FT_STROKER_LINEJOIN_ROUND, 0)
        }
        self.freeType = freeType
        self.stroker = stroker
    }

    deinit {
        FT_Stroker_Done(stroker)
    }

    /// Returns the coverage of `glyph`, and of its stroke where there is one.
    ///
    /// The stroke is the band on both sides of the outline, so it lies under the fill without a seam.
    /// nil for a blank.
    func draw(_ glyph: PlacedGlyph, of face: FontFace) -> (fill: Coverage, stroke: Coverage?)? {
        // A whole-pixel origin keeps the numbers small; the rest is the sub-pixel place.
        let originX = glyph.x.rounded(.down)
        let originY = glyph.y.rounded(.down)
        return face.withOutline(of: glyph.glyph) { outline in
            place(
                &outline, scale: glyph.size / face.unitsPerEm, slant: glyph.slant,
                x: glyph.x - originX, y: originY - glyph.y)
            let fill = rasterize(&outline)?.moved(Int(originX), Int(originY))
            let stroke = strokeOutline(&outline)?.moved(Int(originX), Int(originY))
            return fill.map { ($0, stroke) }
        }
    }

    /// Turns an outline in font units into 1/64 pixels around an origin at (`x`, `y`), y up.
    private func place(
        _ outline: inout FT_Outline, scale: Double, slant: Double, x: Double, y: Double
    ) {
        guard let points = outline.points else { return }
        for index in 0..<Int(outline.n_points) {
            let rise = Double(points[index].y) * scale
            let run = Double(points[index].x) * scale + rise * slant
            points[index].x = FT_Pos(((run + x) * 64).rounded())
            points[index].y = FT_Pos(((rise + y) * 64).rounded())
        }
    }

    /// Draws an outline in 1/64 pixels, y up, into a raster that just holds it.
    private func rasterize(_ outline: inout FT_Outline) -> Coverage? {
        var box = FT_BBox()
        FT_Outline_Get_CBox(&outline, &box)
        let left = box.xMin >> 6
        let bottom = box.yMin >> 6
        let width = ((box.xMax + 63) >> 6) - left
        let height = ((box.yMax + 63) >> 6) - bottom
        guard (1...16384).contains(width), (1...16384).contains(height) else { return nil }
        var coverage = Coverage(
            originX: left, originY: -(bottom + height), width: width, height: height)
        FT_Outline_Translate(&outline, -left * 64, -bottom * 64)
        defer { FT_Outline_Translate(&outline, left * 64, bottom * 64) }
        let error = coverage.pixels.withUnsafeMutableBufferPointer { pixels in
            var bitmap = FT_Bitmap()
            bitmap.rows = UInt32(height)
            bitmap.width = UInt32(width)
            bitmap.pitch = Int32(width)
            bitmap.buffer = pixels.baseAddress
            bitmap.num_grays = 256
            bitmap.pixel_mode = UInt8(FT_PIXEL_MODE_GRAY.rawValue)
            return FT_Outline_Get_Bitmap(freeType.raw, &outline, &bitmap)
        }
        return error == 0 ? coverage : nil
    }

    private func strokeOutline(_ outline: inout FT_Outline) -> Coverage? {
        guard let stroker, FT_Stroker_ParseOutline(stroker, &outline, 0) == 0 else { return nil }
        var points: UInt32 = 0
        var contours: UInt32 = 0
        var band = FT_Outline()
        guard FT_Stroker_GetCounts(stroker, &points, &contours) == 0, points <= 30_000,
            FT_Outline_New(freeType.raw, points, Int32(contours), &band) == 0
        else { return nil }
        defer { FT_Outline_Done(freeType.raw, &band) }
        band.n_points = 0
        band.n_contours = 0
        FT_Stroker_Export(stroker, &band)
        return rasterize(&band)
    }
}

extension Coverage {
    fileprivate func moved(_ dx: Int, _ dy: Int) -> Coverage {
        var result = self
        result.originX += dx
        result.originY += dy
        return result
    }
}
