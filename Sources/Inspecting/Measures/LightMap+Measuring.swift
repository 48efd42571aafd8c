import Foundation

extension LightMap {
    /// Measures the cells of `raster`.
    init(_ raster: WorkingRaster, cells: CellGrid) {
        let luminances = raster.pixels.map { pixel in
            let seen = pixel.opacity < 1 ? pixel.over() : pixel
            return 0.2126 * Self.linear(seen.red) + 0.7152 * Self.linear(seen.green)
                + 0.0722 * Self.linear(seen.blue)
        }
        let means = cells.means(of: luminances, width: raster.width, height: raster.height)
        self.init(width: cells.width, height: cells.height, values: means.values.map(Self.encoded))
    }

    /// IEC 61966-2-1, the curve of sRGB and its inverse.
    private static func linear(_ value: Float) -> Float {
        value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    private static func encoded(_ value: Double) -> Double {
        value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055
    }
}
