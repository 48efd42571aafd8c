import CFreeType

/// Draws placed glyphs as coverage: exact areas of unhinted outlines at sub-pixel places.
struct GlyphRasterizer {
    let freeType: FreeType

    /// Adds the coverage of `glyph` to `fill` and its outline to `stroke`; a blank adds nothing.
    func draw(
        _ glyph: PlacedGlyph, of face: FontFace, fill: inout Coverage, stroke: inout StrokeRaster?
    ) {
        // A whole-pixel origin keeps the numbers small; the rest is the sub-pixel place.
        let originX = glyph.x.rounded(.down)
        let originY = glyph.y.rounded(.down)
        let drawn = face.withOutline(of: glyph.glyph) { outline in
            place(
                &outline, scale: glyph.size / face.unitsPerEm, slant: glyph.slant,
                x: glyph.x - originX, y: originY - glyph.y)
            let lines = stroke == nil ? [] : outline.flattened(originX: originX, originY: originY)
            return (coverage: rasterize(&outline), lines: lines)
        }
        guard let drawn else { return }
        if var coverage = drawn.coverage {
            coverage.originX += Int(originX)
            coverage.originY += Int(originY)
            fill.add(coverage)
        }
        for line in drawn.lines { stroke?.add(line) }
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
}
