/// Boxes of an ISO base media file (ISO/IEC 14496-12, 4.2) that lie in memory.
enum MovieBoxes {
    /// Returns the contents of all boxes of a type directly inside `range`.
    static func find(_ bytes: [UInt8], _ range: Range<Int>, _ type: String) -> [Range<Int>] {
        all(bytes, range).filter { $0.type == type }.map(\.content)
    }

    /// Returns all boxes directly inside `range`; the walk ends at one that is not whole.
    static func all(
        _ bytes: [UInt8], _ range: Range<Int>
    ) -> [(type: String, content: Range<Int>)] {
        var found: [(type: String, content: Range<Int>)] = []
        var start = range.lowerBound
        while start + 8 <= range.upperBound {
            let size = Int(number(bytes[start..<start + 4]))
            guard size >= 8, start + size <= range.upperBound else { break }
            let type = String(decoding: bytes[start + 4..<start + 8], as: UTF8.self)
            found.append((type, start + 8..<start + size))
            start += size
        }
        return found
    }

    /// Returns the big-endian number that `bytes` hold.
    static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
