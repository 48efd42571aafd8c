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
        guard start == UInt8(ascii: "{"), isReadable(bytes) else { return nil }
        return (parsed(bytes) ?? repaired(bytes).flatMap(parsed))?.members
    }

    /// Returns the array that `text` is.
    static func array(_ text: String) -> [JSONNode]? {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "["), isReadable(bytes) else { return nil }
        return parsed(bytes)?.items
    }

    /// Whether keys and depth stay in the bounds of honest files.
    ///
    /// The parser keeps the path to every key: many keys below long ones would cost their product.
    private static func isReadable(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= JSONDocument.largestSize else { return false }
        var (keys, longest, depth, deepest) = (0, 0, 0, 0)
        var (index, length) = (0, 0)
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                let start = index
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                length = index - start
            case UInt8(ascii: ":"):
                keys += 1
                longest = max(longest, length)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                deepest = max(deepest, depth)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            index += 1
        }
        let cost = keys.multipliedReportingOverflow(by: longest * min(deepest, 64))
        return !cost.overflow && cost.partialValue <= 1 << 27
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
