import Media

extension LightMap {
    /// Measures the cells of `raster`.
    init(_ raster: WorkingRaster, cells: CellGrid) {
        let luminances = raster.pixels.map { pixel in
            let seen = pixel.opacity < 1 ? pixel.over() : pixel
            func light(_ value: Float) -> Double { SRGB.light(Double(value)) }
            return Float(
                0.2126 * light(seen.red) + 0.7152 * light(seen.green) + 0.0722 * light(seen.blue))
        }
        let means = cells.means(of: luminances, width: raster.width, height: raster.height)
        self.init(
            width: cells.width, height: cells.height, values: means.values.map(SRGB.encoded))
    }
}
