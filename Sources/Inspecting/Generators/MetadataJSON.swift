import Foundation
import Planning

/// Reads JSON that other programs put into pictures.
enum MetadataJSON {
    /// Returns the object that `text` is, nil where it is anything else.
    ///
    /// Python's `NaN` and `Infinity` read as null, and raw control characters in strings are
    /// taken: generators write both.
    static func object(_ text: String) -> JSONObject? {
        let bytes = Array(text.utf8)
        let start = bytes.first { !isSpace($0) }
        guard start == UInt8(ascii: "{"), bytes.count <= JSONDocument.largestSize else {
            return nil
        }
        return (parsed(bytes) ?? repaired(bytes).flatMap(parsed))?.members
    }

    /// Returns the array that `text` is.
    static func array(_ text: String) -> [JSONNode]? {
        guard text.first == "[", text.utf8.count <= JSONDocument.largestSize else { return nil }
        return parsed(Array(text.utf8))?.items
    }

    private static func parsed(_ bytes: [UInt8]) -> JSONNode? {
        do {
            return try JSONDocument(parsing: bytes).root
        } catch {
            return nil  // Not an error: a text that is not JSON is some other statement.
        }
    }

    /// Returns `bytes` with null for words that JSON lacks and escapes for raw control characters,
    /// nil where there is nothing of the kind.
    private static func repaired(_ bytes: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var (index, inString) = (0, false)
        while index < bytes.count {
            let byte = bytes[index]
            if inString, byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
                result += bytes[index...(index + 1)]
                index += 2
                continue
            }
            if byte == UInt8(ascii: "\"") { inString.toggle() }
            if !inString, let length = foreignWord(bytes, at: index) {
                result += Array("null".utf8)
                index += length
                continue
            }
            if inString, byte < 0x20 {
                result += byte == 0x09 ? Array("\\t".utf8) : Array("\\n".utf8)
            } else {
                result.append(byte)
            }
            index += 1
        }
        return result == bytes ? nil : result
    }

    private static func foreignWord(_ bytes: [UInt8], at index: Int) -> Int? {
        switch bytes[index] {
        case UInt8(ascii: "N"): bytes.hasText("NaN", at: index) ? 3 : nil
        case UInt8(ascii: "I"): bytes.hasText("Infinity", at: index) ? 8 : nil
        case UInt8(ascii: "-"): bytes.hasText("-Infinity", at: index) ? 9 : nil
        default: nil
        }
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
