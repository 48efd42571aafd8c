import Foundation

/// Tells animated PNGs (APNG 1.0) from others.
enum AnimatedPNG {
    /// Chunks that are looked at before the image data.
    private static let patience = 10_000

    /// Whether the PNG at `path` announces more than one frame.
    ///
    /// The chunk `acTL` must come before the first `IDAT`, so nothing is decoded. What can't be read
    /// counts as no: whoever opens the picture then says why.
    static func isAnimated(path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        var offset: UInt64 = 8
        for _ in 0..<patience {
            guard (try? file.seek(toOffset: offset)) != nil,
                let head = try? file.read(upToCount: 12), head.count == 12
            else { return false }
            let bytes = BoundedBytes(Array(head))
            if bytes.hasText("IDAT", at: 4) { return false }
            if bytes.hasText("acTL", at: 4) { return (bytes.number(at: 8, size: 4) ?? 0) > 1 }
            offset += UInt64(bytes.number(at: 0, size: 4) ?? 0) + 12
        }
        return false
    }
}
