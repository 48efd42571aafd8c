import CLibav
import Foundation

/// An open sound file and the one stream of it that is heard.
///
/// Only regular files are opened, only by the demuxers named here and only over the `file`
/// protocol: libav goes by content whatever a file's name, so that a concat script or an HLS
/// playlist would otherwise lead to other files and hosts.
final class SoundInput {
    let path: String
    let stream: UnsafeMutablePointer<AVStream>

    /// The decoder that libav has for the stream.
    let codec: UnsafePointer<AVCodec>

    private let context: UnsafeMutablePointer<AVFormatContext>

    static let formats = [
        "mp3", "wav", "w64", "aac", "flac", "ogg", "mov", "matroska", "mpegts", "mpeg", "avi",
        "aiff", "caf", "ac3", "eac3", "amr", "amrnb", "amrwb", "asf", "flv", "au", "dts", "tta",
        "wv", "ape", "tak", "mpc", "mpc8", "dsf", "loas",
    ].joined(separator: ",")

    init(path: String) throws(MediaError) {
        try SoundInput.requireFile(path)
        let context = try SoundInput.open(path)
        do throws(MediaError) {
            try check(
                avformat_find_stream_info(context, nil), "read the sound", path: path)
            var codec: UnsafePointer<AVCodec>?
            let index = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, &codec, 0)
            guard index >= 0, let codec, let stream = context.pointee.streams[Int(index)] else {
                throw MediaError("read the sound", path: path, reason: SoundInput.lack(index))
            }
            self.path = path
            self.context = context
            self.stream = stream
            self.codec = codec
        } catch {
            var context: UnsafeMutablePointer<AVFormatContext>? = context
            avformat_close_input(&context)
            throw error
        }
        discardOtherStreams()
    }

    deinit {
        var context: UnsafeMutablePointer<AVFormatContext>? = context
        avformat_close_input(&context)
    }

    /// The container's first presentation time in the stream's time base: second 0 of the source.
    ///
    /// Never before 0: what lies there is pre-roll that decoders need and nobody hears (Opus in
    /// WebM).
    var origin: Int64 {
        let start = context.pointee.start_time
        guard start != CAV_NOPTS, start > 0 else { return 0 }
        let microseconds = AVRational(num: 1, den: AV_TIME_BASE)
        return av_rescale_q(start, microseconds, stream.pointee.time_base)
    }

    /// Whether the container's edit list says where the sound ends.
    var hasEditList: Bool {
        stream.pointee.duration > 0
            && context.pointee.iformat.map { iformat in
                String(cString: iformat.pointee.name).hasPrefix("mov")
            } ?? false
    }

    /// Whether the container states its length, rather than libav guessing it from the bit rate.
    var statesDuration: Bool {
        stream.pointee.duration > 0
            && context.pointee.duration_estimation_method != AVFMT_DURATION_FROM_BITRATE
    }

    /// Reads the next packet of the stream; false at the end of the file.
    func read(into packet: UnsafeMutablePointer<AVPacket>) throws(MediaError) -> Bool {
        while true {
            av_packet_unref(packet)
            let result = av_read_frame(context, packet)
            if result == CAVERROR_EOF { return false }
            try check(result, "read the sound", path: path)
            if packet.pointee.stream_index == stream.pointee.index { return true }
        }
    }

    private func discardOtherStreams() {
        for index in 0..<Int(context.pointee.nb_streams) {
            guard let other = context.pointee.streams[index], other != stream else { continue }
            other.pointee.discard = AVDISCARD_ALL
        }
    }
}

extension SoundInput {
    /// Throws unless `path` is a regular file with something in it; a pipe would block for ever.
    private static func requireFile(_ path: String) throws(MediaError) {
        func failure(_ reason: String) -> MediaError {
            MediaError("read the sound", path: path, reason: reason)
        }
        var facts = stat()
        guard stat(path, &facts) == 0 else {
            throw failure(String(cString: strerror(errno)).lowercased())
        }
        switch facts.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw failure("it is a folder")
        default: throw failure("it is not a regular file")
        }
        guard facts.st_size > 0 else { throw failure("the file is empty") }
    }

    private static func open(
        _ path: String
    ) throws(MediaError) -> UnsafeMutablePointer<AVFormatContext> {
        var options: OpaquePointer?
        defer { av_dict_free(&options) }
        av_dict_set(&options, "format_whitelist", formats, 0)
        av_dict_set(&options, "protocol_whitelist", "file", 0)
        var context: UnsafeMutablePointer<AVFormatContext>?
        let result = avformat_open_input(&context, "file:" + path, nil, &options)
        guard result >= 0, let context else {
            throw MediaError(
                "read the sound", path: path,
                reason: "it is no sound file of a kind that is supported (\(libavMessage(result)))")
        }
        return context
    }

    private static func lack(_ code: Int32) -> String {
        code == CAVERROR_STREAM_NOT_FOUND
            ? "it has no sound in it" : "no decoder for its sound (\(libavMessage(code)))"
    }
}
