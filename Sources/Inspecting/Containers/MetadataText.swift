import Foundation

/// The hygiene of text that a file brings: one place for all of it.
///
/// What comes out is valid Unicode, has no control characters but newline and tab, and is bounded.
/// It is for showing; nothing may use it as a path.
enum MetadataText {
    /// The longest text, in bytes.
    static let largest = 16 << 20

    /// The longest name of a model, a sampler or a program, in Unicode scalars.
    static let longestName = 512

    /// Returns `bytes` as text: trailing NULs fall off, UTF-8 is taken where it is valid, else
    /// Latin-1.
    ///
    /// PNG demands Latin-1 in tEXt (12th edition, 11.3.3.2), yet tools write UTF-8 there.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes.prefix(largest)
        while bytes.last == 0 { bytes.removeLast() }
        if isPlain(bytes) { return String(decoding: bytes, as: UTF8.self) }
        if let text = String(validating: bytes, as: UTF8.self) { return clean(text) }
        var text = ""
        text.unicodeScalars.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
        return clean(text)
    }

    /// Returns `text` without control characters; a carriage return ends a line.
    static func clean(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnwanted) else { return text }
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\r" || (!isUnwanted(scalar) && !(scalar == "\n" && isAfterReturn)) {
                result.append(scalar == "\r" ? "\n" : scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        return String(result)
    }

    /// Returns the clean first `longestName` scalars of `text` on one line, nil where nothing is
    /// left.
    static func name(_ text: String) -> String? {
        let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestName)))
        let line = clean(start).replacingOccurrences(of: "\n", with: " ").trimmed
        return line.isEmpty ? nil : line
    }

    private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x09 }
    }

    /// Unicode's Cc but newline and tab, and U+FFFE/U+FFFF, which are no characters.
    private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }

    /// nil where the text is empty.
    var nonEmpty: String? { isEmpty ? nil : String(self) }
}
