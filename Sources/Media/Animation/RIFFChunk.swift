/// A chunk of a RIFF file: four letters, its size, its content, padded to an even length.
struct RIFFChunk {
    var name: String
    var content: ArraySlice<UInt8>

    /// Returns the chunks of a whole file, behind its own head of 12 bytes.
    static func list(_ file: ArraySlice<UInt8>) -> [RIFFChunk] {
        var chunks: [RIFFChunk] = []
        var rest = file.dropFirst(12)
        while rest.count >= 8 {
            let size = rest.dropFirst(4).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
            guard size <= rest.count - 8 else { break }
            let name = String(decoding: rest.prefix(4), as: UTF8.self)
            chunks.append(RIFFChunk(name: name, content: rest.dropFirst(8).prefix(size)))
            rest = rest.dropFirst(8 + size + size % 2)
        }
        return chunks
    }

    /// The whole chunk.
    var bytes: [UInt8] {
        Array(name.utf8) + Self.little32(content.count) + content
            + (content.count % 2 == 1 ? [0] : [])
    }

    static func little32(_ value: Int) -> [UInt8] {
        (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) }
    }
}
