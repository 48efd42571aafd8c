import CLibav

/// An opened file of a format that libav reads, and the stream of it that is a picture.
final class StillInput {
    let stream: UnsafeMutablePointer<AVStream>
    private let demuxer: Demuxer

    var path: String { demuxer.path }

    /// Opens the file at `path`, or `bytes` in its place where they had to be mended.
    init(path: String, bytes: [UInt8]? = nil) throws(MediaError) {
        var memory: MemoryInput?
        if let bytes { memory = try MemoryInput(bytes) }
        demuxer = try Demuxer(path: path, for: Self.purpose, memory: memory)
        // Some formats say only in their packets what they hold.
        if demuxer.streams.isEmpty { avformat_find_stream_info(demuxer.context, nil) }
        let index = av_find_best_stream(demuxer.context, AVMEDIA_TYPE_VIDEO, -1, -1, nil, 0)
        guard index >= 0, index < demuxer.streams.count else {
            throw MediaError(
                "read the picture", path: path, reason: "there is no picture in it; \(Self.cure)")
        }
        stream = demuxer.streams[Int(index)]
    }

    /// Whether the file is a film rather than a single picture.
    var isFilm: Bool { !fullName.hasSuffix("_pipe") && !["gif", "webp"].contains(formatName) }

    /// Throws unless a frame of `width` x `height` may be decoded.
    func check(width: Int, height: Int) throws(MediaError) {
        let limits = MediaLimits.current
        try isFilm
            ? limits.checkVideo(width: width, height: height, path: path)
            : limits.checkPicture(width: width, height: height, path: path)
    }

    /// How long the file lasts, 0 where it does not say.
    var milliseconds: Int {
        let microseconds = demuxer.context.pointee.duration
        return microseconds > 0 ? Int(microseconds / 1000) : 0
    }

    private var fullName: String { demuxer.formatName }

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

    /// What may be the matter where nothing can be read: see `Demuxer`.
    var referenceHint: String { demuxer.referenceHint ?? "" }

    /// Reads the next packet of the stream; false at the end of the file.
    func read(into packet: UnsafeMutablePointer<AVPacket>) throws(MediaError) -> Bool {
        try demuxer.read(into: packet, of: stream)
    }

    private static let cure = "save it as PNG, JPEG or WebP"

    private static let purpose = Demuxer.Purpose(
        operation: "read the picture", formats: formats,
        refusal: "it is no picture or film of a kind this program reads; \(cure)")

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
