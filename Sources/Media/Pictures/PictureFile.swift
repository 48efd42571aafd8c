import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is said to hold a picture: whether it can be read, and what it really holds.
struct PictureFile {
    /// The decoder that the content asks for, whatever the name says.
    enum Kind {
        case png, jpeg, webp, gif, tiff, other
    }

    var path: String
    var byteCount: Int
    var kind: Kind

    /// Looks at the file's kind, size and first bytes.
    ///
    /// - Throws: an error for what is missing, unreadable, empty or no plain file (a pipe would
    ///   keep the program waiting).
    init(path: String) throws(MediaError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Self.failure(path, errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw Self.failure(path, "it is a folder; name a picture inside it")
        default: throw Self.failure(path, "it is not a plain file")
        }
        guard status.st_size > 0 else {
            throw Self.failure(path, "the file is empty (0 bytes); get the picture again")
        }
        let start = try Self.read(path: path, atMost: 16)
        self.path = path
        byteCount = Int(status.st_size)
        kind = Self.kind(of: start)
    }

    /// Returns the whole content.
    func bytes() throws(MediaError) -> [UInt8] {
        guard byteCount <= PictureLimits.largestWholeFile else {
            throw Self.failure(
                path,
                "a file of \(byteCount / 1_000_000) MB is more than is read whole "
                    + "(\(PictureLimits.largestWholeFile / 1_000_000) MB)")
        }
        return try Self.read(path: path, atMost: byteCount)
    }

    private static func kind(of start: [UInt8]) -> Kind {
        if start.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if start.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        let text = BoundedBytes(start)
        if text.hasText("RIFF", at: 0), text.hasText("WEBP", at: 8) { return .webp }
        if text.hasText("GIF8", at: 0) { return .gif }
        if text.hasText("II*\0", at: 0) || text.hasText("MM\0*", at: 0) { return .tiff }
        return .other
    }

    private static func read(path: String, atMost count: Int) throws(MediaError) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw failure(path, errno) }
        defer { fclose(file) }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = fread(buffer.baseAddress, 1, count, file)
        }
        guard ferror(file) == 0, !bytes.isEmpty else { throw failure(path, errno) }
        return bytes
    }

    private static func failure(_ path: String, _ code: Int32) -> MediaError {
        failure(path, String(cString: strerror(code)).lowercased())
    }

    private static func failure(_ path: String, _ reason: String) -> MediaError {
        MediaError("read the picture", path: path, reason: reason)
    }
}
