import Foundation

/// The byte that ends a GIF (GIF89a, 27).
enum GIFTrailer {
    /// Whether the file at `path` ends without it; zeros behind it are common.
    ///
    /// What can't be read counts as whole: decoding says why.
    static func lacks(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        guard let size = try? file.seekToEnd(),
            (try? file.seek(toOffset: size - min(size, 64))) != nil,
            let end = try? file.readToEnd()
        else { return false }
        return end.last { $0 != 0 } != 0x3B
    }
}
