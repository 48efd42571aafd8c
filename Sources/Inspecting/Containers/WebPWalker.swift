import Foundation

/// Walks the chunks of a WebP file (RFC 9649).
enum WebPWalker {
    static func matches(_ bytes: [UInt8]) -> Bool {
        bytes.hasText("RIFF", at: 0) && bytes.hasText("WEBP", at: 8)
    }

    /// - Precondition: `matches(bytes)`.
    static func blocks(of bytes: [UInt8]) throws(InspectionError.Problem) -> MetadataBlocks {
        var blocks = MetadataBlocks(format: "webp", width: 0, height: 0)
        var index = 12
        while let type = bytes.fourCharacters(at: index),
            let size = Endianness.little.integer(bytes, at: index + 4, width: 4)
        {
            let body = index + 8
            // A last chunk that breaks off gives what is there.
            let data = bytes[body..<min(body + size, bytes.count)]
            if blocks.width == 0, let found = dimensions(type, [UInt8](data.prefix(10))) {
                (blocks.width, blocks.height) = found
            }
            keep(type, data, in: &blocks)
            index = body + size + size % 2
        }
        guard blocks.width > 0, blocks.height > 0 else { throw .noSize(format: "webp") }
        blocks.trailingBytes = trailing(bytes)
        return blocks
    }

    private static func keep(
        _ type: String, _ data: ArraySlice<UInt8>, in blocks: inout MetadataBlocks
    ) {
        switch type {
        case "EXIF": blocks.keepEXIF(data)
        case "XMP " where blocks.xmp.isEmpty:
            blocks.xmp = [MetadataText.decoded(data)]
            blocks.xmpCarrier = "XMP"
        case "C2PA" where blocks.jumbf == nil:
            blocks.jumbf = [UInt8](data)
            blocks.jumbfCarrier = "C2PA RIFF chunk"
        default: break
        }
    }

    /// The canvas of VP8X (2.7), the frame of VP8 (RFC 6386, 9.1) or of VP8L (3.4).
    private static func dimensions(_ type: String, _ head: [UInt8]) -> (Int, Int)? {
        let little = Endianness.little
        switch type {
        case "VP8X":
            guard let width = little.integer(head, at: 4, width: 3),
                let height = little.integer(head, at: 7, width: 3)
            else { return nil }
            return (width + 1, height + 1)
        case "VP8 ":
            guard head.dropFirst(3).starts(with: [0x9D, 0x01, 0x2A]),
                let width = little.integer(head, at: 6, width: 2),
                let height = little.integer(head, at: 8, width: 2)
            else { return nil }
            return (width & 0x3FFF, height & 0x3FFF)
        case "VP8L":
            guard head.first == 0x2F, let bits = little.integer(head, at: 1, width: 4) else {
                return nil
            }
            return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        default: return nil
        }
    }

    private static func trailing(_ bytes: [UInt8]) -> Int {
        let size = Endianness.little.integer(bytes, at: 4, width: 4) ?? 0
        return max(bytes.count - size - 8, 0)
    }
}
