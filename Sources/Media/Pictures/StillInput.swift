import CLibav

/// An opened file of a format that libav reads: the one owner of its demuxer.
///
/// libav goes by content, so a text file can be a play list that opens other files. Hence the
/// list of formats, none of which refers to anything outside the file, and only plain files.
final class StillInput {
    let context: UnsafeMutablePointer<AVFormatContext>
    let stream: UnsafeMutablePointer<AVStream>
    let path: String

    /// Where the bytes come from instead of the file, if they had to be mended.
    private let memory: MemoryInput?

    /// Opens the file at `path`, or `bytes` in its place.
    init(path: String, bytes: [UInt8]? = nil) throws(MediaError) {
        self.path = path
        av_log_set_level(AV_LOG_QUIET)
        var options: OpaquePointer?
        defer { av_dict_free(&options) }
        av_dict_set(&options, "format_whitelist", Self.formats.joined(separator: ","), 0)
        av_dict_set(&options, "protocol_whitelist", "file", 0)
        var opened: UnsafeMutablePointer<AVFormatContext>?
        var memory: MemoryInput?
        if let bytes {
            let input = try MemoryInput(bytes)
            opened = try allocated(avformat_alloc_context(), "read the picture")
            opened?.pointee.pb = input.context
            memory = input
        }
        let result = avformat_open_input(&opened, "file:\(path)", nil, &options)
        guard result >= 0, let context = opened else {
            throw Self.failure(path, "it is no picture or film of a kind this program reads")
        }
        // Some formats say only in their packets what they hold.
        if context.pointee.nb_streams == 0 { avformat_find_stream_info(context, nil) }
        let index = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, nil, 0)
        guard index >= 0, let stream = context.pointee.streams[Int(index)] else {
            avformat_close_input(&opened)
            throw Self.failure(path, "there is no picture in it")
        }
        self.context = context
        self.stream = stream
        self.memory = memory
    }

    deinit {
        var owned: UnsafeMutablePointer<AVFormatContext>? = context
        avformat_close_input(&owned)
    }

    /// Whether the file is a film rather than a single picture.
    var isFilm: Bool { !fullName.hasSuffix("_pipe") && !["gif", "webp"].contains(formatName) }

    /// How long the file lasts, 0 where it does not say.
    var milliseconds: Int {
        let microseconds = context.pointee.duration
        return microseconds > 0 ? Int(microseconds / 1000) : 0
    }

    private var fullName: String {
        context.pointee.iformat.pointee.name.map { String(cString: $0) } ?? ""
    }

    /// libav's name of the format, without the ending that marks single pictures.
    var formatName: String {
        let name = fullName
        let first = name.split(separator: ",").first.map(String.init) ?? name
        return first.hasSuffix("_pipe") ? String(first.dropLast(5)) : first
    }

    /// How the container says that the picture is to be turned.
    var orientation: Orientation {
        guard let matrix = cav_display_matrix(stream) else { return .upright }
        return Orientation(displayMatrix: Array(UnsafeBufferPointer(start: matrix, count: 9)))
    }

    /// Reads the next packet of the stream; false at the end of the file.
    func read(into packet: UnsafeMutablePointer<AVPacket>) throws(MediaError) -> Bool {
        while true {
            let result = av_read_frame(context, packet)
            if result == CAVERROR_EOF { return false }
            try check(result, "read the picture", path: path)
            if packet.pointee.stream_index == stream.pointee.index { return true }
            av_packet_unref(packet)
        }
    }

    private static func failure(_ path: String, _ reason: String) -> MediaError {
        MediaError(
            "read the picture", path: path, reason: "\(reason); save it as PNG, JPEG or WebP")
    }

    /// Single pictures, then films.
    static let formats =
        [
            "webp", "gif", "bmp", "tiff", "jpeg", "jpegls", "jpegxl", "jpegxl_anim", "j2k", "dds",
            "dpx", "exr", "hdr", "pam", "pbm", "pcx", "pfm", "pgm", "pgmyuv", "pgx", "phm",
            "photocd", "pictor", "png", "ppm", "psd", "qdraw", "qoi", "sgi", "sunrast", "vbn",
            "xbm", "xpm", "xwd",
        ].flatMap { [$0, $0 + "_pipe"] } + [
            "apng", "alias_pix", "ico", "mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm", "avi",
            "mpegts", "mpeg", "mpegvideo", "flv", "ogg", "asf", "h264", "hevc", "ivf", "obu", "av1",
            "yuv4mpegpipe", "mjpeg",
        ]
}
