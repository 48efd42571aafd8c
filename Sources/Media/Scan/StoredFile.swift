/// What a media file's container, streams and packets say, without decoding.
package struct StoredFile: Hashable, Sendable {
    package struct Video: Hashable, Sendable {
        /// libav's short names: "h264", "High", "yuv420p".
        package var codec: String
        package var profile: String?
        /// "4.0"; nil where the codec has none or it is not known.
        package var level: String?
        package var pixelFormat: String?

        /// The stored raster, in pixels.
        package var width: Int
        package var height: Int

        /// Frames a second on average; nil where nothing tells.
        package var frameRate: Double?

        /// The width of a stored pixel over its height; 1 is square.
        package var pixelAspect = 1.0

        /// The names of ITU-T H.273 as libav writes them; nil where the file does not say.
        package var matrix: String?
        package var primaries: String?
        package var transfer: String?
        package var isFullRange: Bool?

        /// What the container's own colour box says; nil where it has none.
        package var containerColor: ColorTags?

        /// Whether it lies in a movie (ISO base media), which has a place for that box.
        package var isInMovie = false

        package var isInterlaced = false
        package var isTurned = false

        /// What the packets tell.
        package var times = PacketTimes()
    }

    package struct Audio: Hashable, Sendable {
        package var codec: String
        package var profile: String?
        /// Samples a second.
        package var rate: Int
        package var channels: Int
        /// When it begins and ends, in seconds of the container's clock; what decoders throw away
        /// is left out.
        package var start = 0.0
        package var end = 0.0
        /// The longest time between the end of a packet and the start of the next, in seconds.
        package var longestGap = 0.0
    }

    package var bytes: Int
    package var container: String

    /// From the first to the last moment of any stream, in seconds.
    package var seconds = 0.0
    package var video: Video?
    package var audio: Audio?
    package var labels = StoredLabels()
    package var videoStreams = 0
    package var audioStreams = 0

    /// Whether the index stands before the samples; nil for containers without that question.
    package var isIndexFirst: Bool?
    package var isFragmented = false

    /// Bytes a second in each second; a rest of less than a quarter belongs to the one before.
    package var rates: [Double] = []

    /// What shows that the file is cut or damaged, as a clause; nil where it seems whole.
    package var damage: String?
}
