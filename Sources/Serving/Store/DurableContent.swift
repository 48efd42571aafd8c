import Crypto
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#endif

/// Files that are either whole under their name or not there, whenever the machine ends.
enum DurableContent {
    /// Makes an empty file for the owner alone, unless one is there.
    static func touch(_ path: String) throws(StoreError) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .system(path, "can't open", errno) }
        close(file)
    }

    /// Returns the SHA-256 of a file in lower-case hexadecimal, and how many bytes it has.
    static func digest(_ path: String) throws(StoreError) -> (hash: String, size: Int) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw .system(path, "can't read", errno) }
        defer { close(file) }
        var hasher = SHA256()
        var size = 0
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { block.deallocate() }
        while true {
            let count = Foundation.read(file, block.baseAddress, block.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(path, "can't read", errno) }
            guard count > 0 else { break }
            hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: block[..<count]))
            size += count
        }
        return (hex(hasher.finalize()), size)
    }

    /// The SHA-256 of texts, each with its length before it, so that borders count.
    static func digest(of texts: [String]) -> String {
        var hasher = SHA256()
        for text in texts {
            hasher.update(data: Data("\(text.utf8.count):\(text)".utf8))
        }
        return hex(hasher.finalize())
    }

    /// Gives the file at `source` the name `target` once its bytes are on the disk.
    ///
    /// What had the name is replaced.
    static func move(_ source: URL, to target: URL) throws(StoreError) {
        guard chmod(source.path, 0o600) == 0 else {
            throw .system(source.path, "can't change", errno)
        }
        try sync(source.path)
        guard rename(source.path, target.path) == 0 else {
            throw .system(target.path, "can't write", errno)
        }
        try sync(target.deletingLastPathComponent().path)
    }

    /// Gives `content` another name, or copies it where the file system has no links.
    ///
    /// - Returns: false where the name is taken.
    static func link(_ content: URL, as name: URL) throws(StoreError) -> Bool {
        if Foundation.link(content.path, name.path) == 0 { return true }
        guard errno != EEXIST else { return false }
        return try copy(content, as: name)
    }

    private static func copy(_ content: URL, as name: URL) throws(StoreError) -> Bool {
        let temporary = name.deletingLastPathComponent()
            .appending(path: ".\(RandomText.urlSafe(12)).new")
        do {
            try FileManager.default.copyItem(at: content, to: temporary)
            try sync(temporary.path)
            // Refused where the name is taken.
            try FileManager.default.moveItem(at: temporary, to: name)
            return true
        } catch {
            unlink(temporary.path)
            if size(name.path) != nil { return false }
            throw StoreError(error)
        }
    }

    /// How many bytes the file at `path` has; nil where there is none.
    static func size(_ path: String) -> Int? {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int(facts.st_size) : nil
    }

    /// Waits until a file, or the names in a folder, has reached the disk.
    static func sync(_ path: String) throws(StoreError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .system(path, "can't open", errno) }
        defer { close(file) }
        // Some file systems can't sync folders, and say that they need not.
        guard fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP else {
            throw .system(path, "can't write", errno)
        }
    }

    private static func hex(_ digest: SHA256.Digest) -> String {
        let digits = Array("0123456789abcdef")
        return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
