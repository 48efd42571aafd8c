/// What a file is, as its container and streams say.
package struct FileFacts: Hashable, Sendable, Codable {
    package var path: String
    package var bytes = 0
    package var container = ""
    package var seconds = 0.0
    package var video: String?
    package var profile: String?
    package var level: String?
    package var pixel_format: String?
    package var width: Int?
    package var height: Int?
    package var fps: Double?
    package var audio: String?
    package var audio_profile: String?
    package var audio_rate: Int?
    package var channels: Int?
    /// Bits a second, of all streams together.
    package var bit_rate = 0.0
    /// The most frames from one key to the next.
    package var gop: Int?
    /// Whether the index stands in front; nil for containers without one.
    package var faststart: Bool?
    /// The colour tags by libav's names of ITU-T H.273; nil where the file does not say.
    package var matrix: String?
    package var primaries: String?
    package var transfer: String?
    package var full_range: Bool?
    /// Bytes a second of each second.
    package var rates: [Double] = []
    /// What is not as it should be, in words.
    package var notes: [String] = []

    package init(path: String) { self.path = path }
}
