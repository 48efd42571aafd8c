import Foundation

/// A JSON text that was read whole.
package struct JSONDocument: Sendable {
    package var root: JSONNode

    /// Where a key stood that its object had already; the last one counts.
    package var duplicateKeys: [DraftPlace]

    /// The largest text that is read, in bytes.
    package static let largestSize = 16 << 20

    /// The most arrays and objects inside one another.
    package static let greatestDepth = 64

    /// Reads UTF-8 `bytes`, with or without a byte order mark.
    ///
    /// - Throws: a `DraftError` with one issue: the first place where the text is not JSON (RFC
    ///   8259).
    package init(parsing bytes: [UInt8]) throws(DraftError) {
        guard bytes.count <= Self.largestSize else {
            throw DraftError(.tooLarge(bytes: bytes.count), at: DraftPlace())
        }
        var parser = JSONParser(bytes)
        try parser.checkEncoding()
        root = try parser.parse()
        duplicateKeys = parser.duplicateKeys
    }
}

/// Builds and escapes RFC 6901 JSON Pointers.
package enum JSONPointer {
    /// Returns `key` with `~` and `/` escaped.
    package static func escape(_ key: String) -> String {
        guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") })
        else { return key }
        return key.replacingOccurrences(of: "~", with: "~0")
            .replacingOccurrences(of: "/", with: "~1")
    }
}
