import Foundation
import Planning

/// The pairs of an infotext's last line.
struct InfotextSettings {
    private(set) var pairs: [(key: String, value: String)] = []

    /// JSON that some tools write without quotes, by its key.
    private(set) var resources: [JSONNode] = []
    private(set) var hashes: JSONObject?
    private(set) var hasCivitaiKeys = false

    /// Reads a line; a line with other things has no pairs.
    init(_ line: some StringProtocol) {
        var bytes = Array(line.utf8.prefix(MetadataText.largest))
        takeJSON(from: &bytes)
        var scanner = PairScanner(bytes)
        while let pair = scanner.next() { pairs.append(pair) }
    }

    /// Three pairs make settings, and one at least is of those that generators write.
    var areGenerator: Bool {
        let known: Set = [
            "Steps", "Sampler", "Seed", "CFG scale", "CFG Scale", "Size", "Model", "Model hash",
        ]
        return pairs.count >= 3 && pairs.contains { known.contains($0.key) }
    }

    /// Returns the value of the first pair whose whole key is one of `keys`.
    subscript(keys: String...) -> String? {
        for key in keys {
            if let pair = pairs.first(where: { $0.key == key }) { return pair.value.nonEmpty }
        }
        return nil
    }

    func hasKey(startingWith prefix: String) -> Bool {
        pairs.contains { $0.key.hasPrefix(prefix) }
    }

    /// Unquoted JSON has commas that are no ends of pairs: it is read first and blanked.
    private mutating func takeJSON(from bytes: inout [UInt8]) {
        for key in ["Hashes", "Civitai resources", "Civitai metadata"] {
            guard let range = BalancedJSON.range(after: key, in: bytes) else { continue }
            let text = String(decoding: bytes[range], as: UTF8.self)
            if key == "Hashes" { hashes = MetadataJSON.object(text) }
            if key == "Civitai resources" { resources = MetadataJSON.array(text) ?? [] }
            if key != "Hashes" { hasCivitaiKeys = true }
            bytes.replaceSubrange(range, with: [])
        }
    }
}

/// Finds JSON in a line of pairs.
private enum BalancedJSON {
    /// Returns where the object or array after `key: ` stands, nil where the key is absent or the
    /// brackets do not close.
    static func range(after key: String, in bytes: [UInt8]) -> Range<Int>? {
        let mark = Array((key + ": ").utf8)
        guard let found = bytes.firstRange(of: mark),
            found.lowerBound == 0 || bytes[found.lowerBound - 1] == UInt8(ascii: " "),
            found.upperBound < bytes.count,
            [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(bytes[found.upperBound])
        else { return nil }
        var (depth, inString, index) = (0, false, found.upperBound)
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\") where inString: index += 1
            case UInt8(ascii: "\""): inString.toggle()
            case UInt8(ascii: "{") where !inString, UInt8(ascii: "[") where !inString: depth += 1
            case UInt8(ascii: "}") where !inString, UInt8(ascii: "]") where !inString:
                depth -= 1
                if depth == 0 { return found.upperBound..<(index + 1) }
            default: break
            }
            index += 1
        }
        return nil
    }
}

/// Finds `key: value` the way the WebUI's own reader does, in time that grows with the length:
/// `\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)`.
private struct PairScanner {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> (key: String, value: String)? {
        guard let key = key() else { return nil }
        while index < bytes.count, MetadataJSON.isSpace(bytes[index]) { index += 1 }
        return (key, quoted() ?? plain())
    }

    /// Steps behind the next colon that ends a key of two or more characters.
    private mutating func key() -> String? {
        var start: Int?
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: ":") {
                if let start, index - 1 - start >= 2 {
                    return String(decoding: bytes[start..<(index - 1)], as: UTF8.self)
                }
                start = nil
            } else if isWord(byte) {
                start = start ?? index - 1
            } else if !isJoint(byte) {
                start = nil
            }
        }
        return nil
    }

    /// Takes a quoted value with the comma behind it; stays where there is none.
    private mutating func quoted() -> String? {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
        var end = index + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard end < bytes.count, end > index + 1,
            end + 1 == bytes.count || bytes[end + 1] == UInt8(ascii: ",")
        else { return nil }
        let literal = String(decoding: bytes[index...end], as: UTF8.self)
        index = end + 2
        return Self.unquoted(literal)
    }

    private static func unquoted(_ literal: String) -> String {
        MetadataJSON.array("[" + literal + "]")?.first?.words ?? literal
    }

    /// Takes all up to the next comma; an empty pair of quotes comes this way, too.
    private mutating func plain() -> String {
        let start = min(index, bytes.count)
        let end = bytes[start...].firstIndex(of: UInt8(ascii: ",")) ?? bytes.count
        index = end + 1
        let value = String(decoding: bytes[start..<end], as: UTF8.self).trimmed
        return value.hasPrefix("\"") && value.hasSuffix("\"") ? Self.unquoted(value) : value
    }

    /// Letters, digits, the low line, and all beyond ASCII.
    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    private func isJoint(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
    }
}
