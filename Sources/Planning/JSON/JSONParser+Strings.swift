import Foundation

extension JSONParser {
    /// Reads a string from its opening to its closing quote.
    ///
    /// - Precondition: a quote comes next.
    mutating func string() throws(DraftError) -> String {
        let opening = place
        index += 1
        var text = ""
        var plain = index
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                text += String(decoding: bytes[plain..<index], as: UTF8.self)
                index += 1
                return text
            case UInt8(ascii: "\\"):
                text += String(decoding: bytes[plain..<index], as: UTF8.self)
                text.unicodeScalars.append(try escape())
                plain = index
            case 0..<0x20:
                throw unexpected("a closing quote or an escape such as \\n")
            default:
                if byte & 0xC0 == 0x80 { continuations += 1 }
                index += 1
            }
        }
        throw DraftError(
            .syntax(expected: "a closing quote", found: "the end of the text"), at: opening)
    }

    private mutating func escape() throws(DraftError) -> Unicode.Scalar {
        index += 1
        guard let byte = next else { throw unexpected("an escape") }
        let simple: [UInt8: Unicode.Scalar] = [
            UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
            UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
            UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
        ]
        if let scalar = simple[byte] {
            index += 1
            return scalar
        }
        guard byte == UInt8(ascii: "u") else {
            throw unexpected("one of \" \\ / b f n r t u after \\")
        }
        return try unicodeEscape()
    }

    /// Reads `uXXXX`, or a surrogate pair `uXXXX\uXXXX`.
    private mutating func unicodeEscape() throws(DraftError) -> Unicode.Scalar {
        let place = place
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let alone = DraftError(
            .syntax(expected: "a pair of surrogates", found: "half of one"), at: place)
        guard first < 0xDC00, next == UInt8(ascii: "\\"), index + 1 < bytes.count,
            bytes[index + 1] == UInt8(ascii: "u")
        else { throw alone }
        index += 1
        let second = try hexadecimal()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw alone }
        return scalar
    }

    private mutating func hexadecimal() throws(DraftError) -> UInt32 {
        index += 1
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw unexpected("four hexadecimal digits after \\u")
            }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }

    /// Checks the text against UTF-8's well-formed sequences (Unicode, table 3-7).
    func checkEncoding() throws(DraftError) {
        var cursor = index
        while cursor < bytes.count {
            let length = sequenceLength(at: cursor)
            guard length > 0 else {
                let before = bytes[..<cursor]
                let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? index
                let place = DraftPlace(
                    line: before.count { $0 == 0x0A } + 1,
                    column: before[start...].count { $0 & 0xC0 != 0x80 } + 1)
                let byte = "byte 0x" + String(bytes[cursor], radix: 16, uppercase: true)
                throw DraftError(.syntax(expected: "UTF-8 text", found: byte), at: place)
            }
            cursor += length
        }
    }

    /// The length of the sequence at `start`, 0 where it is malformed.
    private func sequenceLength(at start: Int) -> Int {
        let second: ClosedRange<UInt8>
        let length: Int
        switch bytes[start] {
        case 0..<0x80: return 1
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard start + length <= bytes.count, second.contains(bytes[start + 1]),
            bytes[(start + 1)..<(start + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { return 0 }
        return length
    }
}
