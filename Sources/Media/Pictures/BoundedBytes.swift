/// Bytes of a file that may lie about itself: every access is checked and none can trap.
struct BoundedBytes {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }
    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    var count: Int { bytes.count }

    /// Returns the byte at `offset`, nil past the end.
    func byte(at offset: Int) -> Int? {
        guard offset >= 0, offset < bytes.count else { return nil }
        return Int(bytes[bytes.startIndex + offset])
    }

    /// Returns the unsigned number of `size` (1...4) bytes at `offset`, nil past the end.
    func number(at offset: Int, size: Int, bigEndian: Bool = true) -> Int? {
        guard let field = slice(at: offset, count: size) else { return nil }
        let ordered = bigEndian ? Array(field) : field.reversed()
        return ordered.reduce(0) { $0 << 8 | Int($1) }
    }

    /// Returns `count` bytes from `offset`, nil past the end.
    func slice(at offset: Int, count: Int) -> ArraySlice<UInt8>? {
        guard offset >= 0, count >= 0, offset <= bytes.count, count <= bytes.count - offset else {
            return nil
        }
        let start = bytes.startIndex + offset
        return bytes[start..<start + count]
    }

    /// Returns whether the ASCII `text` stands at `offset`.
    func hasText(_ text: String, at offset: Int) -> Bool {
        slice(at: offset, count: text.utf8.count)?.elementsEqual(text.utf8) ?? false
    }
}
