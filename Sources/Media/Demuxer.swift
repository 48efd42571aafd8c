import CLibav

/// An open media file and the one owner of libav's demuxer for it.
///
/// libav goes by content whatever a file's name, so that a concat script or an HLS playlist would
/// lead to other files and hosts. Hence plain files only, the `file` protocol only, and only
/// demuxers that the caller names.
final class Demuxer {
    let context: UnsafeMutablePointer<AVFormatContext>
    let path: String

    /// What a file is opened for, and what is said where that fails.
    struct Purpose {
        /// A verb phrase: "read the film".
        var operation: String

        /// libav's names of the demuxers that may be used.
        var formats: [String]

        /// Why a file of no such kind is refused, and the cure.
        var refusal: String

        /// Options of demuxers.
        var options: [String: String] = [:]

        /// Says why libav could not open `file`, in better words than its own where there are some.
        fileprivate func reason(for file: PlainFile, _ code: Int32) -> String {
            let start = (try? file.bytes(atMost: 512, operation)) ?? []
            return ForeignFile.plainText(start) ?? ContainerDefect.reason(path: file.path)
                ?? "\(refusal) (libav says: \(libavMessage(code)))"
        }
    }

    /// Opens the file at `path`, or `memory` in its place.
    init(path: String, for purpose: Purpose, memory: MemoryInput? = nil) throws(MediaError) {
        self.path = path
        self.memory = memory
        operation = purpose.operation
        let file = try PlainFile(path: path, purpose.operation)
        if memory == nil { try Self.refuseForeign(file, purpose.operation) }
        var options: OpaquePointer?
        defer { av_dict_free(&options) }
        av_dict_set(&options, "format_whitelist", purpose.formats.joined(separator: ","), 0)
        av_dict_set(&options, "protocol_whitelist", "file", 0)
        for (name, value) in purpose.options { av_dict_set(&options, name, value, 0) }
        var opened: UnsafeMutablePointer<AVFormatContext>?
        if let memory {
            opened = try allocated(avformat_alloc_context(), purpose.operation)
            opened?.pointee.pb = memory.context
        }
        let result = avformat_open_input(&opened, "file:" + path, nil, &options)
        guard result >= 0, let opened else {
            throw MediaError(
                purpose.operation, path: path, reason: purpose.reason(for: file, result))
        }
        context = opened
    }

    deinit {
        var owned: UnsafeMutablePointer<AVFormatContext>? = context
        avformat_close_input(&owned)
    }

    /// What libav reads from instead of the file.
    private let memory: MemoryInput?
    private let operation: String

    /// libav's name of the format; a comma-separated list where it goes by several.
    var formatName: String {
        context.pointee.iformat.pointee.name.map { String(cString: $0) } ?? ""
    }

    var streams: [UnsafeMutablePointer<AVStream>] {
        (0..<Int(context.pointee.nb_streams)).compactMap { context.pointee.streams[$0] }
    }

    /// Second 0 of the source, in seconds of the container's clock.
    ///
    /// Never before 0: what lies there is pre-roll that decoders need and nobody hears (Opus in
    /// WebM).
    var origin: Double {
        let start = context.pointee.start_time
        guard start != CAV_NOPTS, start > 0 else { return 0 }
        return Double(start) / Double(AV_TIME_BASE)
    }

    /// What may be the matter with a file of which nothing can be read, as the end of a sentence;
    /// nil where nothing comes to mind.
    ///
    /// libav does not follow what a movie names (`enable_drefs` is off), nor does it say so.
    var referenceHint: String? {
        guard formatName.hasPrefix("mov") else { return nil }
        return "; a movie that refers to other files has to be saved as self-contained"
    }

    /// Reads the next packet of `stream`; false at the end of the file.
    func read(
        into packet: UnsafeMutablePointer<AVPacket>, of stream: UnsafeMutablePointer<AVStream>
    ) throws(MediaError) -> Bool {
        while true {
            av_packet_unref(packet)
            let result = av_read_frame(context, packet)
            if result == CAVERROR_EOF { return false }
            try check(result, operation, path: path)
            if packet.pointee.stream_index == stream.pointee.index { return true }
        }
    }

    /// Whether the machine could not read the file, rather than the file being cut or damaged.
    var isUnreadable: Bool {
        let code = context.pointee.pb?.pointee.error ?? 0
        return code < 0 && code != CAVERROR_EOF
    }

    /// Drops the packets of all streams but `stream` before they are handed out.
    func keepOnly(_ stream: UnsafeMutablePointer<AVStream>) {
        for other in streams where other != stream { other.pointee.discard = AVDISCARD_ALL }
    }

    /// Throws where the file is something else than media, with what it is.
    private static func refuseForeign(
        _ file: PlainFile, _ operation: String
    ) throws(MediaError) {
        let start = try file.bytes(atMost: ForeignFile.neededBytes, operation)
        guard let foreign = ForeignFile(start) else { return }
        throw MediaError(operation, path: file.path, reason: foreign.description)
    }
}
