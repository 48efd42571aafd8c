import Foundation

/// Walks the chunks of a PNG file, before and after the pixels.
///
/// Checksums are not looked at: a text with a bad one is still what the file says.
enum PNGWalker {
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    static func matches(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

    /// - Precondition: `matches(bytes)`.
    static func blocks(of bytes: [UInt8]) throws(InspectionError.Problem) -> MetadataBlocks {
        guard bytes.hasText("IHDR", at: 12),
            let width = Endianness.big.integer(bytes, at: 16, width: 4),
            let height = Endianness.big.integer(bytes, at: 20, width: 4),
            (1...0x7FFF_FFFF).contains(width), (1...0x7FFF_FFFF).contains(height)
        else { throw .noSize(format: "png") }
        var reader = PNGTextReader(
            blocks: MetadataBlocks(format: "png", width: width, height: height))
        var index = signature.count
        while let chunk = Chunk(bytes, at: index) {
            index = chunk.end
            if chunk.type == "IEND" {
                reader.blocks.trailingBytes = max(bytes.count - chunk.end, 0)
                break
            }
            reader.read(chunk.type, chunk.data)
        }
        return reader.blocks
    }

    /// Four bytes of length, four of type, the data, four of checksum (PNG, 5.3).
    private struct Chunk {
        var type: String
        var data: ArraySlice<UInt8>
        var end: Int

        /// nil at the end, and where the data leave the file.
        init?(_ bytes: [UInt8], at index: Int) {
            guard let length = Endianness.big.integer(bytes, at: index, width: 4),
                let type = bytes.fourCharacters(at: index + 4),
                length <= bytes.count - index - 8
            else { return nil }
            self.type = type
            data = bytes[(index + 8)..<(index + 8 + length)]
            end = index + 8 + length + 4
        }
    }
}
