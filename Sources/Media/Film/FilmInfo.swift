/// What a file with a moving picture says about it.
package struct FilmInfo: Hashable, Sendable {
    /// libav's short name of the container: "mov", "matroska", "gif".
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

    /// How long the picture lasts, in seconds; above 0.
    package var seconds: Double

    /// Whether pixels may be transparent.
    package var hasAlpha: Bool = false

    /// What will be done to its frames, as short phrases: "deinterlaced", "tone-mapped to SDR".
    package var treatment: [String] = []

    /// What an export should tell about this file, as sentences without the file's name.
    package var warnings: [String] = []

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
