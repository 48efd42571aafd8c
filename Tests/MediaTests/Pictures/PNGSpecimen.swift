import Foundation

/// A PNG made by hand, so that tests decide every chunk; rows are not compressed.
struct PNGSpecimen {
    var width: Int
    var height: Int
    var bitDepth = 8

    /// 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGBA (PNG specification, table 11.1).
    var colorType = 2
    var isInterlaced = false

    /// Chunks between IHDR and IDAT.
    var chunks: [(name: String, body: [UInt8])] = []

    /// The samples of all rows, packed as in the file, without filter bytes.
    var samples: [UInt8]

    /// The signature and IHDR.
    var start: [UInt8] {
        let header =
            Self.word(width) + Self.word(height)
            + [UInt8(bitDepth), UInt8(colorType), 0, 0, isInterlaced ? 1 : 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Self.chunk("IHDR", header)
    }

    var bytes: [UInt8] {
        let stride = height > 0 ? samples.count / height : 0
        let rows = (0..<height).flatMap { [0] + samples[($0 * stride)..<(($0 + 1) * stride)] }
        return start + chunks.flatMap { Self.chunk($0.name, $0.body) }
            + Self.chunk("IDAT", Self.zlib(rows)) + Self.chunk("IEND", [])
    }

    func write(to path: String) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }

    /// An iCCP chunk around `profile`.
    static func iCCP(_ profile: [UInt8]) -> (name: String, body: [UInt8]) {
        ("iCCP", Array("p".utf8) + [0, 0] + zlib(profile))
    }

    static func word(_ value: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }

    static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        let content = Array(name.utf8) + body
        return word(body.count) + content + word(Int(crc(content)))
    }

    /// A zlib stream of stored blocks (RFC 1950, RFC 1951 3.2.4).
    static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(65535)
            rest = rest.dropFirst(block.count)
            let (low, high) = (UInt8(block.count & 255), UInt8(block.count >> 8))
            stream += [rest.isEmpty ? 1 : 0, low, high, ~low, ~high] + block
        } while !rest.isEmpty
        var (a, b) = (1, 0)
        for byte in bytes {
            a = (a + Int(byte)) % 65521
            b = (b + a) % 65521
        }
        return stream + word(b << 16 | a)
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var remainder = UInt32.max
        for byte in bytes {
            remainder ^= UInt32(byte)
            for _ in 0..<8 {
                remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
            }
        }
        return ~remainder
    }
}
