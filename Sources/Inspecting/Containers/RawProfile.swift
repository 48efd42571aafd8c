import Foundation

/// A block that ImageMagick writes into a PNG text as hexadecimal digits: newline, name, newline,
/// the length in decimal, newline, lines of digits.
enum RawProfile {
    static func isKeyword(_ keyword: String) -> Bool { keyword.hasPrefix("Raw profile type ") }

    /// Returns the bytes that `text` spells; nil where its head is broken.
    ///
    /// The length in the head is a promise: fewer digits give fewer bytes.
    static func bytes(of text: ArraySlice<UInt8>) -> [UInt8]? {
        let newline = UInt8(ascii: "\n")
        let lines = text.split(
            separator: newline, maxSplits: 2, omittingEmptySubsequences: true)
        guard lines.count == 3,
            let length = Int(String(decoding: lines[1], as: UTF8.self).trimmed),
            (1...MetadataText.largest).contains(length)
        else { return nil }
        var bytes: [UInt8] = []
        var high: UInt8?
        for character in lines[2] {
            guard let digit = digit(character) else { continue }
            guard let first = high else {
                high = digit
                continue
            }
            bytes.append(first << 4 | digit)
            high = nil
            if bytes.count == length { break }
        }
        return bytes
    }

    private static func digit(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
