import Media

/// Measures the pixels of a picture: its colours, its light, its detail.
///
/// One pass over the rows makes a small working raster; everything is measured there, so that the
/// figures of a large and of a small version of the same picture can be compared.
package enum PictureMeasurer {
    /// Returns the measures of the picture at `path`, of a film those of its first frame.
    ///
    /// - Throws: a `MediaError` that names the file, the cause and what to do.
    package static func measures(ofPictureAt path: String) throws -> PictureMeasures {
        PictureMeasures(try WorkingRaster(readingPictureAt: path))
    }
}

extension PictureMeasures {
    /// Measures `raster`; what can't be seen does not count.
    init(_ raster: WorkingRaster) {
        let cells = CellGrid(raster)
        let luma = LumaPlane(raster)
        let tones = Tones(luma: luma, weights: raster.pixels.map(\.opacity))
        let detail = DetailMap(luma: luma, cells: cells)
        self.init(
            palette: Palette(cells).swatches, brightness: tones.brightness,
            contrast: tones.contrast, darkShare: tones.darkShare, brightShare: tones.brightShare,
            histogram: tones.histogram, sharpness: luma.laplacianVariance,
            focus: Saliency(cells: cells, detail: detail).focus, details: detail.places,
            light: LightMap(raster, cells: cells), transparentShare: raster.transparentShare)
    }
}
