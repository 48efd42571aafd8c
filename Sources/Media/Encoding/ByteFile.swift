import Foundation

/// A file that is written byte by byte, by us and no library.
final class ByteFile {
    private let path: String
    private let descriptor: Int32

    /// Bytes written so far.
    private(set) var count = 0

    /// Creates the file, or empties the one that is there.
    init(path: String) throws(MediaError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.failure(path) }
    }

    deinit { close(descriptor) }

    /// Writes `bytes` behind all that was written.
    func append(_ bytes: [UInt8]) throws(MediaError) {
        try put(bytes, at: count)
        count += bytes.count
    }

    /// Writes `bytes` over some that were written before.
    func overwrite(_ bytes: [UInt8], at offset: Int) throws(MediaError) {
        try put(bytes, at: offset)
    }

    private func put(_ bytes: [UInt8], at offset: Int) throws(MediaError) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                pwrite(
                    descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done,
                    off_t(offset + done))
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw Self.failure(path) }
            done += written
        }
    }

    private static func failure(_ path: String) -> MediaError {
        MediaError("write the file", path: path, reason: String(cString: strerror(errno)))
    }
}
