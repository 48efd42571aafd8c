import CLibav

extension FilmInfo {
    /// Whether the file at `path` is a film or an animated picture, rather than a still or a sound.
    ///
    /// - Throws: where there is no such file, or nothing in it that can be shown.
    package static func isFilm(path: String) throws(MediaError) -> Bool {
        let file = try PictureFile(path: path)
        switch file.kind {
        case .png: return AnimatedPNG.isAnimated(path: path)
        case .gif: return try hasSeveralFrames(path)
        case .webp: return try AnimatedWebPDecoder.canDecode(path: path)
        case .jpeg, .tiff, .heif: return false
        case .other: return try StillInput(path: path).isFilm
        }
    }

    private static func hasSeveralFrames(_ path: String) throws(MediaError) -> Bool {
        let input = try FilmInput(path: path)
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        let owned = try allocated(packet, "read the film")
        guard try input.read(into: owned) else { return false }
        return try input.read(into: owned)
    }
}
