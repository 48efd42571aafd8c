/// What a picture file says about its raster, without decoding it.
package struct PictureInfo: Hashable, Sendable {
    /// The format of the content, whatever the file is named.
    package enum Format: Hashable, Sendable {
        case png, jpeg, webp, gif, bmp, tiff
        /// The short name that libav gives the format: a rarer picture or a film.
        case other(String)
    }

    /// The format of the content.
    package var format: Format

    /// The width of the raster as it is stored, in pixels.
    package var storedWidth: Int

    /// The height of the raster as it is stored, in pixels.
    package var storedHeight: Int

    /// How the stored raster is to be turned.
    package var orientation: Orientation

    /// Whether pixels may be transparent.
    package var hasAlpha: Bool

    /// What the embedded colour profile calls itself; nil where there is none, or none with a name.
    package var profile: String?

    /// Whether its colours are stored as others than those of sRGB, and are converted.
    package var convertsColors = false

    /// How long a film lasts, whose first frame this is; nil for pictures, 0 where the film does
    /// not say.
    package var milliseconds: Int?

    /// What an export should tell about this file, as sentences without the file's name.
    package var warnings: [String] = []

    /// The upright width, in pixels.
    package var width: Int { orientation.swapsSides ? storedHeight : storedWidth }

    /// The upright height, in pixels.
    package var height: Int { orientation.swapsSides ? storedWidth : storedHeight }

    /// Reads the facts about the picture at `path`.
    ///
    /// Of formats other than PNG, JPEG and HEIF the first frame is decoded, since many say nothing
    /// before.
    ///
    /// - Throws: an error that names the file, the cause and what to do.
    package static func read(path: String) throws(MediaError) -> PictureInfo {
        let file = try PictureFile(path: path)
        switch file.kind {
        case .png: return try PNGRows(path: path).info
        case .jpeg:
            let header = try JPEGHeader(file: file)
            return header.info(JPEGColor(header))
        case .heif: return try HEIFFile(file).info
        case .webp, .gif, .tiff, .other: return try FrameRows(file: file).info
        }
    }
}
