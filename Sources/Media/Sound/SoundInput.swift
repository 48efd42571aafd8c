import CLibav

/// An open sound file and the one stream of it that is heard.
final class SoundInput {
    let stream: UnsafeMutablePointer<AVStream>

    /// The decoder that libav has for the stream.
    let codec: UnsafePointer<AVCodec>

    private let demuxer: Demuxer
    private var held: UnsafeMutablePointer<AVPacket>?

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

    deinit { av_packet_free(&held) }

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

    /// The rate of the stream in samples a second; 1 where it states none.
    var rate: Int { max(Int(stream.pointee.codecpar.pointee.sample_rate), 1) }

    /// The number of channels of the stream.
    var channels: Int { Int(stream.pointee.codecpar.pointee.ch_layout.nb_channels) }

    /// The codec's short name.
    var codecName: String {
        String(cString: avcodec_get_name(stream.pointee.codecpar.pointee.codec_id))
    }

    /// Which channels there are, in libav's words.
    var layoutName: String {
        var layout = stream.pointee.codecpar.pointee.ch_layout
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
            guard let base = buffer.baseAddress,
                av_channel_layout_describe(&layout, base, buffer.count) > 0
            else { return "\(channels) channels" }
            return String(cString: base)
        }
    }

    /// Whether samples are stored as they are.
    var isRaw: Bool { PacketLength.isRaw(stream.pointee.codecpar.pointee.codec_id) }

    /// Bytes of a sample of all channels where `isRaw`.
    var sampleBytes: Int {
        let parameters = stream.pointee.codecpar.pointee
        let bits = Int(av_get_exact_bits_per_sample(parameters.codec_id))
        return max(bits / 8 * min(max(channels, 1), 64), 1)
    }

    /// How long the file says that it is, in seconds; nil where it does not.
    var statedSeconds: Double? {
        let microseconds = demuxer.context.pointee.duration
        return microseconds > 0 ? Double(microseconds) / 1e6 : nil
    }

    /// Whether a packet in the middle bears its exact place in the sound, and seeking finds it.
    ///
    /// So it is where samples are stored one after the other, and where each frame names its first.
    var seeksExactly: Bool {
        (isRaw
            && ["wav", "w64", "aiff", "caf", "au"].contains(demuxer.formatName))
            || demuxer.formatName == "flac"
    }

    /// Goes to a packet at or before `timestamp`, in the stream's time base; false where that fails.
    func seek(to timestamp: Int64) -> Bool {
        av_seek_frame(
            demuxer.context, stream.pointee.index, timestamp, AVSEEK_FLAG_BACKWARD) >= 0
    }

    /// Reads the next packet of the stream; false at the end of the file.
    func read(into packet: UnsafeMutablePointer<AVPacket>) throws(MediaError) -> Bool {
        if let held {
            av_packet_unref(packet)
            av_packet_move_ref(packet, held)
            av_packet_free(&self.held)
            return true
        }
        return try demuxer.read(into: packet, of: stream)
    }

    /// Has `packet` be the next one that is read; takes it over.
    func putBack(_ packet: UnsafeMutablePointer<AVPacket>) throws(MediaError) {
        let empty = try allocated(av_packet_alloc(), "read the sound")
        av_packet_move_ref(empty, packet)
        held = empty
    }

    /// The error for a file of which nothing comes out.
    func nothingHeard(_ operation: String) -> MediaError {
        MediaError(
            operation, path: path,
            reason: "nothing in it can be decoded as sound" + (demuxer.referenceHint ?? ""))
    }

    private static func lack(_ code: Int32) -> String {
        code == CAVERROR_STREAM_NOT_FOUND
            ? "it has no sound in it" : "no decoder for its sound (\(libavMessage(code)))"
    }
}
