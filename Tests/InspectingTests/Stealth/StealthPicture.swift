import Foundation
import Media

/// Hides text in a picture as generators do, written from the description of the format.
struct StealthPicture {
    var width = 96
    var height = 200
    var magic = "stealth_pnginfo"
    var payload: [UInt8]
    /// The length that is told, in bits; nil tells the truth.
    var toldLength: Int?

    var usesRGB: Bool { magic.contains("rgb") }

    /// What the bits say: magic, length, payload.
    private var content: [UInt8] {
        let length = UInt32(truncatingIfNeeded: toldLength ?? 8 * payload.count)
        return Array(magic.utf8) + Self.bytes(of: length) + payload
    }

    /// The highest byte first.
    static func bytes(of word: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
    }

    /// RGBA.
    var pixels: [UInt8] {
        let bits = content.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
        var pixels: [UInt8] = []
        for index in 0..<(width * height) {
            pixels += [UInt8(index % 251), UInt8(index % 241), UInt8(index % 239), 254]
        }
        for (number, bit) in bits.enumerated() {
            let pixel = usesRGB ? number / 3 : number
            let at = 4 * (pixel % height * width + pixel / height)
            let channel = usesRGB ? number % 3 : 3
            guard at < pixels.count else { break }
            pixels[at + channel] = pixels[at + channel] & 0xFE | bit
        }
        return pixels
    }

    func write(to path: String) throws {
        try PNGWriter.write(
            pixels: pixels, width: width, height: height, channels: 4, to: path)
    }

    /// A gzip file of one stored block (RFC 1951, 3.2.4; RFC 1952).
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        let (low, high) = (UInt8(bytes.count & 255), UInt8(bytes.count >> 8))
        let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        let block: [UInt8] = [1, low, high, ~low, ~high] + bytes
        let end =
            self.bytes(of: crc(bytes)).reversed() + self.bytes(of: UInt32(bytes.count)).reversed()
        return header + block + end
    }

    static func crc(_ bytes: [UInt8]) -> UInt32 {
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
