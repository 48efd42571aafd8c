extension Typesetter {
    /// Draws `layout` with the center of its block of line boxes at a place of the canvas.
    ///
    /// The center is that of ascent, descent and advances, not of the ink.
    package func masks(for layout: TextLayout, centerX: Double, centerY: Double) -> TextMasks {
        let block = TextRectangle(
            x: place(centerX) - layout.blockWidth / 2, y: place(centerY) - layout.blockHeight / 2,
            width: layout.blockWidth, height: layout.blockHeight)
        guard let ink = layout.inkBounds?.offset(x: block.x, y: block.y) else {
            return TextMasks(
                originX: 0, originY: 0, width: 0, height: 0, fill: [], block: block)
        }
        var fill = Coverage(holding: paintedArea(ink, layout.request))
        let stroke = draw(layout, block, fill: &fill)
        return TextMasks(
            originX: fill.originX, originY: fill.originY, width: fill.width, height: fill.height,
            fill: fill.pixels, stroke: stroke?.pixels,
            shadow: layout.request.shadow.map { shadow(of: stroke ?? fill, $0) }, block: block)
    }

    /// A place far off the canvas is as good as one just off it.
    private func place(_ coordinate: Double) -> Double {
        coordinate.isNaN ? 0 : min(max(coordinate, -65536), 65536)
    }

    /// The area that glyphs, stroke and shadow, displaced or not, can touch.
    private func paintedArea(_ ink: TextRectangle, _ request: TextRequest) -> TextRectangle {
        let stroked = ink.grown(by: request.strokeWidth)
        guard let shadow = request.shadow else { return stroked }
        let blurred = stroked.grown(by: Double(GaussianBlur(sigma: shadow.blur / 2).radius))
        return blurred.union(blurred.offset(x: shadow.dx, y: shadow.dy))
    }

    /// Draws all glyphs into `fill` and returns their stroke with them, nil where there is none.
    private func draw(
        _ layout: TextLayout, _ block: TextRectangle, fill: inout Coverage
    ) -> Coverage? {
        let width = layout.request.strokeWidth
        let rasterizer = GlyphRasterizer(freeType: freeType)
        var band = width > 0 ? StrokeRaster(width: width, like: fill) : nil
        for glyph in layout.lines.flatMap(\.glyphs) where faces.indices.contains(glyph.face) {
            var placed = glyph
            placed.x += block.x
            placed.y += block.y
            rasterizer.draw(placed, of: faces[glyph.face], fill: &fill, stroke: &band)
        }
        var stroke = band?.drawn()
        stroke?.formMaximum(fill)
        return stroke
    }

    private func shadow(of ink: Coverage, _ shadow: TextRequest.Shadow) -> [UInt8] {
        var blurred = ink
        GaussianBlur(sigma: shadow.blur / 2).apply(to: &blurred)
        return blurred.pixels
    }
}

extension Coverage {
    private static let largestSide = 32768
    private static let largestArea = 128.0 * 1024 * 1024

    /// An empty raster of even place and size with `area` inside and an empty pixel on each side.
    ///
    /// Only an area that no canvas can show is cropped, at the right and the bottom.
    fileprivate init(holding area: TextRectangle) {
        let left = evenFloor(area.x - 1)
        let top = evenFloor(area.y - 1)
        let width = min(evenFloor(area.maxX + 3) - left, Self.largestSide)
        let height = min(
            evenFloor(area.maxY + 3) - top, evenFloor(Self.largestArea / Double(width)))
        self.init(originX: left, originY: top, width: width, height: height)
    }
}

private func evenFloor(_ value: Double) -> Int {
    Int((value / 2).rounded(.down)) * 2
}
