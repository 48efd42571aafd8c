import Foundation

/// A temporary file that has no name: it is gone when the value is, or the process.
package final class ScratchFile: Sendable {
    package let descriptor: Int32

    /// The folder that $TMPDIR names, else the system's.
    package static var folder: String {
        let named = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
        return named.isEmpty ? NSTemporaryDirectory() : named
    }

    package init(in folder: String = ScratchFile.folder) throws(MediaError) {
        var name = Array((folder + "/explainer-XXXXXX").utf8CString)
        let opened = name.withUnsafeMutableBufferPointer { name in
            guard let base = name.baseAddress else { return Int32(-1) }
            let opened = mkstemp(base)
            if opened >= 0 { unlink(base) }
            return opened
        }
        guard opened >= 0 else { throw ScratchFile.failure(errno, folder) }
        _ = fcntl(opened, F_SETFD, FD_CLOEXEC)
        descriptor = opened
    }

    /// Takes over an open file.
    init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Writes all of `bytes` at `offset`; what lies before and was never written reads as zeros.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(MediaError) {
        var done = 0
        while done < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
            let written = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw ScratchFile.failure(errno, ScratchFile.folder) }
            done += written
        }
    }

    /// Fills `bytes` from `offset` on, with zeros past the end.
    package func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(MediaError)
    {
        var done = 0
        while done < bytes.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
            let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw ScratchFile.failure(errno, ScratchFile.folder) }
            guard count > 0 else { break }
            done += count
        }
        UnsafeMutableRawBufferPointer(rebasing: bytes[done...]).initializeMemory(
            as: UInt8.self, repeating: 0)
    }

    private static func failure(_ code: Int32, _ folder: String) -> MediaError {
        let isFull = code == ENOSPC || code == EDQUOT || code == EFBIG
        let cure = isFull ? "; make room there or name another folder in TMPDIR" : ""
        return MediaError(
            "keep decoded sound in a temporary file", path: folder,
            reason: String(cString: strerror(code)) + cure)
    }
}
