import Foundation

/// Files of which somebody wants to know when they change, by what the system tells about them.
struct FileWatch {
    private struct Stamp: Hashable {
        var seconds: Int
        var nanoseconds: Int
        var size: Int
        /// A file that took the place of another may be as old and as long.
        var number: UInt64

        /// Nil where there is no such file.
        init?(_ path: String) {
            var info = stat()
            guard stat(path, &info) == 0 else { return nil }
            #if canImport(Darwin)
                let time = info.st_mtimespec
            #else
                let time = info.st_mtim
            #endif
            (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec)
            (size, number) = (Int(info.st_size), UInt64(info.st_ino))
        }
    }

    private var stamps: [String: Stamp?] = [:]

    /// Watches the files at `paths` and no others; those that were watched before keep what was
    /// known of them.
    mutating func watch(_ paths: Set<String>) {
        var new: [String: Stamp?] = [:]
        for path in paths { new[path] = .some(stamps[path] ?? Stamp(path)) }
        stamps = new
    }

    /// Whether any of them changed, came or went since the last call.
    mutating func hasChanged() -> Bool {
        let old = stamps
        for path in old.keys { stamps[path] = .some(Stamp(path)) }
        return stamps != old
    }
}
