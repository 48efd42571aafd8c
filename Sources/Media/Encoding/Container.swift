import CLibav

/// A file format that holds coded streams.
package enum Container: Hashable, Sendable {
    case mp4
    case mov
    case m4a
    case matroska
    case webm
    case wav
    case gif

    /// libavformat's name of its muxer.
    var muxerName: String {
        switch self {
        case .mp4: "mp4"
        case .mov: "mov"
        case .m4a: "ipod"
        case .matroska: "matroska"
        case .webm: "webm"
        case .wav: "wav"
        case .gif: "gif"
        }
    }

    /// Whether it is of the family of ISO/IEC 14496-12.
    var isISO: Bool { self == .mp4 || self == .mov || self == .m4a }

    /// Whether it is of the family of RFC 9559.
    var isMatroska: Bool { self == .matroska || self == .webm }

    /// Whether the library's muxer says where each stream's packets go, and not our order.
    ///
    /// Clusters of Matroska stand in the order of their writing. There libav would hold back
    /// everything once the captions have ended, or let all of them out at the start.
    var isInterleavedByLibrary: Bool { !isMatroska }

    /// Where captions go; nil where the container has no place for them.
    var captionCodec: AVCodecID? {
        switch self {
        case .mp4, .mov: AV_CODEC_ID_MOV_TEXT
        case .matroska: AV_CODEC_ID_SUBRIP
        case .webm: AV_CODEC_ID_WEBVTT
        case .m4a, .wav, .gif: nil
        }
    }

    /// Options of the muxer.
    ///
    /// The index stands in front, so that a player that reads over a network begins at once.
    var options: [(name: String, value: String)] {
        switch self {
        case .mp4, .mov, .m4a: [("movflags", "+faststart")]
        case .matroska, .webm:
            // Without checksums, since the finished file is revised.
            [("cues_to_front", "1"), ("default_mode", "passthrough"), ("write_crc32", "0")]
        case .wav: [("rf64", "auto")]
        case .gif: [("loop", "0")]
        }
    }
}
