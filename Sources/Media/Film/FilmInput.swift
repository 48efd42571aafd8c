import CLibav
import Foundation

/// An opened film: its demuxer and the one stream of pictures that is shown.
final class FilmInput {
    let demuxer: Demuxer
    let stream: UnsafeMutablePointer<AVStream>

    /// The decoder that libav has for the stream.
    let codec: UnsafePointer<AVCodec>

    /// libav's names of the demuxers of moving pictures.
    static let formats = [
        "mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm", "avi", "mpegts", "mpeg", "mpegvideo",
        "flv", "ogg", "asf", "h264", "hevc", "ivf", "obu", "av1", "yuv4mpegpipe", "mjpeg",
        "gif", "apng", "m4v", "dv", "mxf", "nut", "rm", "swf", "vc1", "wtv",
    ]

    private static let purpose = Demuxer.Purpose(
        operation: "read the film", formats: formats,
        refusal: "it is no film of a kind that this program reads; convert it to MP4",
        // Frames that ask for 10 ms get them: only a delay of 0 means the usual 100 ms.
        options: ["min_delay": "1"])

    init(path: String) throws(MediaError) {
        demuxer = try Demuxer(path: path, for: Self.purpose)
        try check(
            avformat_find_stream_info(demuxer.context, nil), "read the film", path: path)
        let index = av_find_best_stream(demuxer.context, AVMEDIA_TYPE_VIDEO, -1, -1, nil, 0)
        guard index >= 0, let stream = demuxer.context.pointee.streams[Int(index)],
            stream.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC == 0
        else { throw Self.failure(path, "there is no moving picture in it") }
        guard let codec = DecoderChoice.codec(for: stream) else {
            throw Self.failure(
                path,
                cav_is_encrypted(stream) != 0
                    ? Self.encrypted
                    : "this build of libav has no decoder for \(Self.codecName(stream)); "
                        + "convert it to H.264 first")
        }
        self.stream = stream
        self.codec = codec
        try requireSize()
        demuxer.keepOnly(stream)
    }

    var path: String { demuxer.path }

    /// The codec's short name.
    var codecName: String { Self.codecName(stream) }

    /// One step of the stream's clock, in seconds.
    var tick: Double { max(av_q2d(stream.pointee.time_base), 1e-9) }

    /// Second 0 of the picture, in seconds of the container's clock.
    var origin: Double { demuxer.origin + muxerShift }

    /// By how much the picture is later than the sound without being meant to, in seconds.
    ///
    /// Matroska's sound may start before its block's time, by its codec's delay. FFmpeg's muxer
    /// moves all streams on by that delay so that none starts before 0, and the demuxer takes it
    /// back from the sound alone.
    private var muxerShift: Double {
        guard demuxer.formatName.hasPrefix("matroska") else { return 0 }
        let starts = demuxer.streams.map {
            (
                isSound: $0.pointee.codecpar.pointee.codec_type == AVMEDIA_TYPE_AUDIO,
                time: $0.pointee.start_time == CAV_NOPTS
                    ? 0 : Double($0.pointee.start_time) * av_q2d($0.pointee.time_base)
            )
        }
        guard let delay = starts.first(where: { $0.isSound && $0.time < 0 })?.time,
            stream.pointee.start_time != CAV_NOPTS
        else { return 0 }
        let start = Double(stream.pointee.start_time) * tick
        return abs(start + delay) < 0.0015 ? start : 0
    }

    /// Whether there is sound beside the picture.
    var hasSound: Bool {
        demuxer.streams.contains {
            $0.pointee.codecpar.pointee.codec_type == AVMEDIA_TYPE_AUDIO
                && $0.pointee.codecpar.pointee.codec_id != AV_CODEC_ID_NONE
        }
    }

    /// Returns why no frame of it came out though `packetCount` packets could be read, and what
    /// helps.
    func lack(packetCount: Int) -> String {
        if cav_is_encrypted(stream) != 0 { return Self.encrypted }
        return packetCount == 0
            ? "its pictures are missing: the file ends behind its index; copy it again"
            : "no frame of it can be decoded: it is damaged; copy it again, or export it anew"
    }

    private static let encrypted =
        "it is encrypted (DRM), so that only its own app can play it; get a copy without protection"

    /// How the container says that the picture is to be turned.
    var orientation: Orientation {
        guard let matrix = cav_display_matrix(stream) else { return .upright }
        return Orientation(displayMatrix: Array(UnsafeBufferPointer(start: matrix, count: 9)))
    }

    /// Reads the next packet; false at the end of the file.
    func read(into packet: UnsafeMutablePointer<AVPacket>) throws(MediaError) -> Bool {
        try demuxer.read(into: packet, of: stream)
    }

    /// Goes to the last key at or before `time`, in seconds from second 0; false where the
    /// container can't.
    func seek(to time: Double) -> Bool {
        let clock = (time + origin) / tick
        guard abs(clock) < 1e17 else { return false }
        return av_seek_frame(
            demuxer.context, stream.pointee.index, Int64(clock.rounded()), AVSEEK_FLAG_BACKWARD)
            >= 0
    }

    private func requireSize() throws(MediaError) {
        let (width, height) = (
            Int(stream.pointee.codecpar.pointee.width), Int(stream.pointee.codecpar.pointee.height)
        )
        guard width > 0, height > 0 else {
            throw Self.failure(path, "its picture has no size: it is damaged or encrypted")
        }
        try MediaLimits.current.checkVideo(width: width, height: height, path: path)
    }

    private static func codecName(_ stream: UnsafeMutablePointer<AVStream>) -> String {
        String(cString: avcodec_get_name(stream.pointee.codecpar.pointee.codec_id))
    }

    private static func failure(_ path: String, _ reason: String) -> MediaError {
        MediaError(purpose.operation, path: path, reason: reason)
    }
}
