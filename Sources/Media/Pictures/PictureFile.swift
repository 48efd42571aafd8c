/// A file that is said to hold a picture: whether it can be read, and what it really holds.
struct PictureFile {
    /// The decoder that the content asks for, whatever the name says.
    enum Kind {
        case png, jpeg, webp, gif, tiff, heif, other
    }

    let kind: Kind
    private let file: PlainFile

    var path: String { file.path }

    /// Looks at the file's kind, size and first bytes.
    ///
    /// - Throws: an error for what is missing, unreadable, empty, no plain file, or known to be
    ///   something else than a picture.
    init(path: String) throws(MediaError) {
        let file = try PlainFile(path: path, "read the picture")
        let start = try file.bytes(atMost: ForeignFile.neededBytes, "read the picture")
        if let foreign = ForeignFile(start) { throw Self.failure(path, foreign.description) }
        self.file = file
        kind = Self.kind(of: start)
    }

    /// Returns the first bytes, as many as `ForeignFile` needs.
    func start() throws(MediaError) -> [UInt8] {
        try file.bytes(atMost: ForeignFile.neededBytes, "read the picture")
    }

    /// Returns the whole content.
    func bytes() throws(MediaError) -> [UInt8] {
        try requireReadableWhole()
        return try file.bytes(atMost: file.size, "read the picture")
    }

    /// Throws where the file is larger than what is read whole.
    func requireReadableWhole() throws(MediaError) {
        guard file.size <= PictureLimits.largestWholeFile else {
            throw Self.failure(
                path,
                "a file of \(file.size / 1_000_000) MB is more than is read whole "
                    + "(\(PictureLimits.largestWholeFile / 1_000_000) MB)")
        }
    }

    private static func kind(of start: [UInt8]) -> Kind {
        if start.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if start.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        let text = BoundedBytes(start)
        if text.hasText("RIFF", at: 0), text.hasText("WEBP", at: 8) { return .webp }
        if text.hasText("GIF8", at: 0) { return .gif }
        if text.hasText("II*\0", at: 0) || text.hasText("MM\0*", at: 0) { return .tiff }
        return HEIFBrands.isPicture(start) ? .heif : .other
    }

    private static func failure(_ path: String, _ reason: String) -> MediaError {
        MediaError("read the picture", path: path, reason: reason)
    }
}
