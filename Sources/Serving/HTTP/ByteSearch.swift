import Foundation

/// Finds a delimiter in bytes that grow, without looking twice at what was seen.
struct ByteSearch {
    private let needle: [UInt8]
    private var seen = 0

    /// - Precondition: `needle` is not empty.
    init(for needle: Data) { self.needle = Array(needle) }

    /// Returns where the needle begins in `bytes`, which are those of the last call and more.
    mutating func first(in bytes: Data) -> Int? {
        let (needle, start) = (needle, seen)
        let found = bytes.withUnsafeBytes { Self.find(needle, in: $0, from: start) }
        seen = max(bytes.count - needle.count + 1, 0)
        return found.map { bytes.startIndex + $0 }
    }

    private static func find(
        _ needle: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int
    ) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var place = start
        while place + needle.count <= bytes.count {
            let rest = bytes.count - needle.count + 1 - place
            guard let hit = memchr(base + place, Int32(needle[0]), rest) else { return nil }
            place = UnsafeRawPointer(hit) - base
            if memcmp(base + place, needle, needle.count) == 0 { return place }
            place += 1
        }
        return nil
    }
}
