/// What a file with a moving picture says about it.
package struct FilmInfo: Hashable, Sendable {
    /// The short name of the container: "mp4", "mov", "webm", "matroska", "gif".
    package var format: String

    /// The codec's short name: "h264", "hevc", "vp9".
    package var codec: String

    /// The raster as it is stored, in pixels.
    package var storedWidth: Int
    package var storedHeight: Int

    /// How the stored raster is to be turned.
    package var orientation: Orientation = .upright

    /// The width of a stored pixel over its height; 1 is square.
    package var pixelAspect: Double = 1

    /// Frames a second on average; nil where the file does not say.
    package var frameRate: Double?

    /// Whether some frames last longer than others.
    package var isRateVariable = false

    /// Whether a frame is two fields of different times; each becomes a frame.
    package var isInterlaced = false

    /// When the first frame shows, in seconds from the source's second 0.
    package var start: Double = 0

    /// When the last frame ends, in seconds from the source's second 0; above `start`.
    package var end: Double

    /// How long the picture lasts, in seconds.
    package var seconds: Double { end - start }

    /// What should be left out at the source's start, in seconds, so that the first frame is the
    /// first thing that shows: codecs start the sound up to a tenth of a second before it.
    package var lead: Double { start <= 0.1 ? start : 0 }

    /// Whether pixels may be transparent.
    package var hasAlpha = false

    /// Whether the file has sound too.
    package var hasSound = false

    /// How its pixels hold colours.
    package var color = FilmColor()

    /// What an export should tell about this file, as sentences without the file's name.
    package var warnings: [String] = []

    /// Reads what the film at `path` says, and decodes its first frame.
    ///
    /// - Throws: an error that names the file, the cause and what to do.
    package static func read(path: String) throws(MediaError) -> FilmInfo {
        if try AnimatedWebPDecoder.canDecode(path: path) {
            return try AnimatedWebPDecoder.info(path: path)
        }
        return try FilmDecoder(path: path).info()
    }

    /// The upright raster in stored pixels, whatever their shape.
    package var uprightRaster: (width: Int, height: Int) {
        orientation.swapsSides ? (storedHeight, storedWidth) : (storedWidth, storedHeight)
    }

    /// The upright width in square pixels: wide pixels make the picture wider, never lower.
    package var width: Int { orientation.swapsSides ? squareHeight : squareWidth }

    /// The upright height in square pixels.
    package var height: Int { orientation.swapsSides ? squareWidth : squareHeight }

    private var squareWidth: Int {
        max(Int((Double(storedWidth) * max(pixelAspect, 1)).rounded()), 1)
    }

    private var squareHeight: Int {
        max(Int((Double(storedHeight) / min(pixelAspect, 1)).rounded()), 1)
    }
}
