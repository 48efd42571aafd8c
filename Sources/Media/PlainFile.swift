import Foundation

/// A plain file with something in it, before any library opens it.
struct PlainFile {
    let path: String

    /// Bytes; at least 1.
    let size: Int

    /// Looks at the file at `path`.
    ///
    /// `operation` is what is attempted, as a verb phrase.
    ///
    /// - Throws: an error for what is missing, empty or no plain file: a pipe would keep the
    ///   program waiting.
    init(path: String, _ operation: String) throws(MediaError) {
        var facts = stat()
        guard stat(path, &facts) == 0 else {
            throw MediaError(
                operation, path: path, reason: String(cString: strerror(errno)).lowercased())
        }
        if let reason = Self.objection(to: facts) {
            throw MediaError(operation, path: path, reason: reason)
        }
        self.path = path
        size = Int(facts.st_size)
    }

    private static func objection(to facts: stat) -> String? {
        switch facts.st_mode & S_IFMT {
        case S_IFREG:
            facts.st_size > 0 ? nil : "the file is empty (0 bytes); get it again"
        case S_IFDIR: "it is a folder; name a file inside it"
        default: "it is not a plain file"
        }
    }

    /// Returns the first bytes, at most `count`.
    ///
    /// - Throws: where the file can't be read.
    func bytes(atMost count: Int, _ operation: String) throws(MediaError) -> [UInt8] {
        func failure() -> MediaError {
            MediaError(
                operation, path: path, reason: String(cString: strerror(errno)).lowercased())
        }
        guard let file = fopen(path, "rb") else { throw failure() }
        defer { fclose(file) }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = fread(buffer.baseAddress, 1, count, file)
        }
        guard ferror(file) == 0, !bytes.isEmpty else { throw failure() }
        return bytes
    }
}
