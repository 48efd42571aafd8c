import CLibav

/// What a file holds, whatever its name says.
package enum MediaKind: Hashable, Sendable {
    /// A single picture.
    case picture
    /// A moving picture, with or without sound.
    case film
    /// Sound without a moving picture; a cover may be in it.
    case sound

    /// Looks at the content of the file at `path`.
    ///
    /// - Throws: where there is no such file, or nothing in it that can be shown or heard: an error
    ///   that names the file, the cause and what to do.
    package static func of(path: String) throws(MediaError) -> MediaKind {
        if isFilmName(path) { _ = try PlainFile(path: path, "read the film") }
        switch try PictureFile(path: path).kind {
        case .png: return AnimatedPNG.isAnimated(path: path) ? .film : .picture
        case .gif: return try hasSeveralFrames(path) ? .film : .picture
        case .webp: return try AnimatedWebPDecoder.canDecode(path: path) ? .film : .picture
        case .jpeg, .tiff, .heif: return .picture
        case .other: return try streams(path)
        }
    }

    /// Endings that promise a film, so that what is said of a file that is none speaks of films.
    private static func isFilmName(_ path: String) -> Bool {
        let name = path.lowercased()
        return [
            "mp4", "mov", "m4v", "avi", "mkv", "webm", "mpg", "mpeg", "ts", "mts", "m2ts", "wmv",
            "flv", "3gp", "ogv",
        ].contains { name.hasSuffix(".\($0)") }
    }

    private static func hasSeveralFrames(_ path: String) throws(MediaError) -> Bool {
        let input = try FilmInput(path: path)
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        let owned = try allocated(packet, "read the film")
        guard try input.read(into: owned) else { return false }
        return try input.read(into: owned)
    }

    private static let purpose = Demuxer.Purpose(
        operation: "read the picture", formats: StillInput.formats + FilmInput.formats,
        refusal: "it is no picture or film of a kind this program reads; "
            + "save it as PNG, JPEG or WebP")

    /// Decides by the streams in the file.
    private static func streams(_ path: String) throws(MediaError) -> MediaKind {
        let demuxer: Demuxer
        do {
            demuxer = try Demuxer(path: path, for: purpose)
        } catch {
            if let reason = ContainerDefect.reason(path: path) {
                throw MediaError("read the film", path: path, reason: reason)
            }
            if (try? SoundInput(path: path)) != nil { return .sound }
            throw error
        }
        guard FilmInput.formats.contains(demuxer.formatName) else { return .picture }
        // Some formats say only in their packets what they hold.
        if !demuxer.hasMovingPicture {
            try check(
                avformat_find_stream_info(demuxer.context, nil), "read the film", path: path)
        }
        if demuxer.hasMovingPicture { return .film }
        if demuxer.has(AVMEDIA_TYPE_AUDIO) { return .sound }
        let defect = demuxer.streams.isEmpty ? ContainerDefect.reason(path: path) : nil
        throw MediaError("read the film", path: path, reason: defect ?? demuxer.lack)
    }
}

extension Demuxer {
    fileprivate func has(_ type: AVMediaType) -> Bool {
        streams.contains { $0.pointee.codecpar.pointee.codec_type == type }
    }

    /// Whether there is a stream of pictures that is no cover.
    fileprivate var hasMovingPicture: Bool {
        streams.contains {
            $0.pointee.codecpar.pointee.codec_type == AVMEDIA_TYPE_VIDEO
                && $0.pointee.disposition & AV_DISPOSITION_ATTACHED_PIC == 0
        }
    }

    /// What there is instead of pictures and sound.
    fileprivate var lack: String {
        has(AVMEDIA_TYPE_SUBTITLE)
            ? "it holds only subtitles, no picture and no sound; "
                + "name the film that they belong to"
            : "there is no picture and no sound in it; copy it again, or export it anew"
    }
}
