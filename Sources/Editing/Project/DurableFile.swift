import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#endif

/// Writes that are either whole or have not happened, whenever the process or the machine ends.
enum DurableFile {
    /// Puts `bytes` under the name `file`, which holds either all of the old or all of the new.
    ///
    /// `check` runs directly before the new takes the old's place, and stops that by its error.
    static func write(
        _ bytes: [UInt8], to file: URL,
        check: () throws(ProjectError) -> Void = {}
    ) throws(ProjectError) {
        // A name of its own for each file: only the holder of the lock writes.
        let folder = file.deletingLastPathComponent()
        let temporary = folder.appending(path: ".\(file.lastPathComponent).new").path
        // What a process that was killed left there.
        unlink(temporary)
        do throws(ProjectError) {
            try fill(
                temporary, of: file.path, with: bytes, flags: O_CREAT | O_EXCL,
                mode: mode(of: file.path))
            try check()
        } catch {
            unlink(temporary)
            throw error
        }
        guard rename(temporary, file.path) == 0 else {
            let reason = errno
            unlink(temporary)
            throw .system(file.path, "can't write", reason)
        }
        try sync(folder.path)
    }

    /// Adds `bytes` to `file` behind its first `length` bytes; what else followed is cut off.
    static func append(
        _ bytes: [UInt8], to file: URL, behind length: Int
    ) throws(ProjectError) {
        guard truncate(file.path, off_t(length)) == 0 else {
            throw .system(file.path, "can't write", errno)
        }
        try fill(file.path, of: file.path, with: bytes, flags: O_APPEND, mode: 0o666)
    }

    /// Checks that `file` may be added to, before anything else is changed.
    static func checkIsWritable(_ file: URL) throws(ProjectError) {
        guard access(file.path, W_OK) == 0 else { throw .system(file.path, "can't write", errno) }
    }

    /// Waits until what stands at `path`, a file or the names in a folder, has reached the disk.
    static func sync(_ path: String) throws(ProjectError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .system(path, "can't open", errno) }
        defer { close(file) }
        // Some file systems can't sync folders, and say that they need not.
        guard fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP else {
            throw .system(path, "can't write", errno)
        }
    }

    /// Returns the bytes of `file`, at most `limit` and one more.
    static func read(_ file: URL, limit: Int = .max - 1) throws(ProjectError) -> Data {
        do {
            let handle = try FileHandle(forReadingFrom: file)
            return try (limit == .max - 1 ? handle.readToEnd() : handle.read(upToCount: limit + 1))
                ?? Data()
        } catch {
            throw ProjectError(
                .system, at: file.path, "can't read: \(error.localizedDescription)")
        }
    }

    /// Writes `bytes` to the file at `path`; errors speak of `name`.
    private static func fill(
        _ path: String, of name: String, with bytes: [UInt8], flags: Int32, mode: mode_t
    ) throws(ProjectError) {
        let file = open(path, O_WRONLY | O_CLOEXEC | flags, mode)
        guard file >= 0 else { throw .system(name, "can't write", errno) }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Self.put($0, into: file) }
            guard count > 0 else { throw .system(name, "can't write", errno) }
            written += count
        }
        guard fsync(file) == 0 else { throw .system(name, "can't write", errno) }
    }

    private static func put(_ bytes: UnsafeRawBufferPointer, into file: Int32) -> Int {
        while true {
            let count = Foundation.write(file, bytes.baseAddress, bytes.count)
            if count >= 0 || errno != EINTR { return count }
        }
    }

    /// The rights of the file that is replaced, else the usual ones.
    private static func mode(of path: String) -> mode_t {
        var facts = stat()
        return stat(path, &facts) == 0 ? facts.st_mode & 0o777 : 0o666
    }
}
