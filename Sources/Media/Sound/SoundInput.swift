import CLibav

/// An open sound file and the one stream of it that is heard.
final class SoundInput {
    let stream: UnsafeMutablePointer<AVStream>

    /// The decoder that libav has for the stream.
    let codec: UnsafePointer<AVCodec>

    private let demuxer: Demuxer

    var path: String { demuxer.path }

    /// The container's short name.
    var container: String { demuxer.container }

    static let formats = [
        "mp3", "wav", "w64", "aac", "flac", "ogg", "mov", "matroska", "mpegts", "mpeg", "avi",
        "aiff", "caf", "ac3", "eac3", "amr", "amrnb", "amrwb", "asf", "flv", "au", "dts", "tta",
        "wv", "ape", "tak", "mpc", "mpc8", "dsf", "loas",
    ]

    private static let purpose = Demuxer.Purpose(
        operation: "read the sound", formats: formats,
        refusal: "it is no sound file of a kind that is supported; save it as WAV, FLAC or MP3")

    init(path: String) throws(MediaError) {
        demuxer = try Demuxer(path: path, for: Self.purpose)
        try check(
            avformat_find_stream_info(demuxer.context, nil), "read the sound", path: path)
        var codec: UnsafePointer<AVCodec>?
        let index = av_find_best_stream(demuxer.context, AVMEDIA_TYPE_AUDIO, -1, -1, &codec, 0)
        guard index >= 0, let codec, index < demuxer.streams.count else {
            throw MediaError("read the sound", path: path, reason: SoundInput.lack(index))
        }
        self.codec = codec
        stream = demuxer.streams[Int(index)]
        demuxer.keepOnly(stream)
    }

    /// The container's first presentation time in the stream's time base: second 0 of the source.
    ///
    /// Never before 0: what lies there is pre-roll that decoders need and nobody hears (Opus in
    /// WebM).
    var origin: Int64 {
        let start = demuxer.context.pointee.start_time
        guard start != CAV_NOPTS, start > 0 else { return 0 }
        let microseconds = AVRational(num: 1, den: AV_TIME_BASE)
        return av_rescale_q(start, microseconds, stream.pointee.time_base)
    }

    /// Whether the container's edit list says where the sound ends.
    var hasEditList: Bool {
        stream.pointee.duration > 0
            && demuxer.formatName.hasPrefix("mov")
    }

    /// Whether the container states its length, rather than libav guessing it from the bit rate.
    var statesDuration: Bool {
        stream.pointee.duration > 0
            && demuxer.context.pointee.duration_estimation_method != AVFMT_DURATION_FROM_BITRATE
    }

    /// Reads the next packet of the stream; false at the end of the file.
    func read(into packet: UnsafeMutablePointer<AVPacket>) throws(MediaError) -> Bool {
        try demuxer.read(into: packet, of: stream)
    }

    private static func lack(_ code: Int32) -> String {
        code == CAVERROR_STREAM_NOT_FOUND
            ? "it has no sound in it" : "no decoder for its sound (\(libavMessage(code)))"
    }
}
