import Foundation

extension JSONParser {
    /// Reads `true`, `false` or `null`; names what else people write there.
    mutating func literal() throws(DraftError) -> JSONValue {
        let rest = bytes[index...]
        for (word, value) in [
            ("true", JSONValue.bool(true)), ("false", .bool(false)), ("null", .null),
        ]
        where rest.starts(with: word.utf8) {
            index += word.utf8.count
            return value
        }
        throw unexpected("a value")
    }

    /// Reads a number literal and checks that it is inside the range of a double.
    mutating func number() throws(DraftError) -> JSONNumber {
        let (start, place) = (index, place)
        if next == UInt8(ascii: "-") { index += 1 }
        if next == UInt8(ascii: "0") { index += 1 } else { try digits() }
        if next == UInt8(ascii: ".") {
            index += 1
            try digits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            index += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
            try digits()
        }
        if let next, isWord(next) { throw unexpected("the end of the number") }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        guard let double = Double(text), double.isFinite else {
            let shown = text.count > 40 ? "\(text.prefix(39))…" : text
            throw DraftError(
                .syntax(expected: "a number up to 1.8e308", found: shown), at: place)
        }
        return JSONNumber(literal: text)
    }

    private mutating func digits() throws(DraftError) {
        let start = index
        while let byte = next, isDigit(byte) { index += 1 }
        if index == start { throw unexpected("a digit") }
    }

    func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "_")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// Returns the error for what comes next, with the word or character that was found.
    func unexpected(_ expected: String) -> DraftError {
        DraftError(.syntax(expected: expected, found: found), at: place)
    }

    private var found: String {
        guard let first = next else { return "the end of the text" }
        if first == UInt8(ascii: "/") { return "a comment, which JSON does not have" }
        if first == UInt8(ascii: "'") { return "a single quote; JSON uses double quotes" }
        let word = bytes[index...].prefix(while: isWord).prefix(40)
        guard !word.isEmpty else { return character(at: index) }
        let text = String(decoding: word, as: UTF8.self)
        for name in ["NaN", "Infinity"] where text.hasPrefix(name) {
            return "\(name), which JSON does not have"
        }
        return text
    }

    private func character(at index: Int) -> String {
        let text = String(decoding: bytes[index...].prefix(4), as: UTF8.self)
        guard let scalar = text.unicodeScalars.first else { return "nothing" }
        let control = scalar.value < 0x20 || scalar.value == 0x7F
        return control ? "control character \(scalar.value)" : "\"\(scalar)\""
    }
}
