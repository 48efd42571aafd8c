import Foundation

/// Reads one JSON text by RFC 8259 and remembers where each value began.
struct JSONParser {
    let bytes: [UInt8]
    var index = 0
    var line = 1

    /// Where the current line begins; with `continuations`, a column costs no search.
    var lineStart = 0

    /// UTF-8 continuation bytes on the current line so far: they are no columns of their own.
    var continuations = 0

    /// Keys and indices from the root to the value being read.
    var path: [String] = []
    var duplicateKeys: [DraftPlace] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            index = 3
            lineStart = 3
        }
    }

    /// Reads the whole text as one value.
    mutating func parse() throws(DraftError) -> JSONNode {
        let root = try value(depth: 0)
        skipSpace()
        guard index == bytes.count else {
            throw unexpected("the end of the text after the first value")
        }
        return root
    }

    /// The next byte, nil at the end.
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    var place: DraftPlace { DraftPlace(pointer: pointer, line: line, column: column) }

    private var pointer: String { path.map { "/" + JSONPointer.escape($0) }.joined() }

    private var column: Int { index - lineStart - continuations + 1 }

    /// More places of doubled keys than anyone reads are not kept.
    private static let mostDuplicates = 1000

    private mutating func value(depth: Int) throws(DraftError) -> JSONNode {
        skipSpace()
        let (line, column) = (Int32(line), Int32(column))
        let value: JSONValue
        switch next {
        case UInt8(ascii: "{"): value = .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): value = .array(try array(depth: depth + 1))
        case UInt8(ascii: "\""): value = .string(try string())
        case let byte? where byte == UInt8(ascii: "-") || isDigit(byte):
            value = .number(try number())
        default: value = try literal()
        }
        return JSONNode(value, line: line, column: column)
    }

    private mutating func object(depth: Int) throws(DraftError) -> JSONObject {
        try enter(depth)
        var object = JSONObject()
        skipSpace()
        if skip(UInt8(ascii: "}")) { return object }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
            let (keyLine, keyColumn) = (line, column)
            let key = try string()
            skipSpace()
            guard skip(UInt8(ascii: ":")) else { throw unexpected("a colon after the key") }
            path.append(key)
            let node = try value(depth: depth)
            path.removeLast()
            // Its pointer is built for these few only: paths may be long, and keys many.
            if !object.set(key, node), duplicateKeys.count < Self.mostDuplicates {
                path.append(key)
                duplicateKeys.append(
                    DraftPlace(pointer: pointer, line: keyLine, column: keyColumn))
                path.removeLast()
            }
            skipSpace()
        } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "}")) else { throw unexpected("a comma or }") }
        return object
    }

    private mutating func array(depth: Int) throws(DraftError) -> [JSONNode] {
        try enter(depth)
        var array: [JSONNode] = []
        skipSpace()
        if skip(UInt8(ascii: "]")) { return array }
        repeat {
            path.append(String(array.count))
            array.append(try value(depth: depth))
            path.removeLast()
            skipSpace()
        } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "]")) else { throw unexpected("a comma or ]") }
        return array
    }

    /// Steps over an opening bracket.
    private mutating func enter(_ depth: Int) throws(DraftError) {
        guard depth <= JSONDocument.greatestDepth else { throw DraftError(.tooDeep, at: place) }
        index += 1
    }

    /// Steps over `byte` where it comes next.
    private mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = next {
            switch byte {
            case 0x0A:
                line += 1
                lineStart = index + 1
                continuations = 0
            case 0x20, 0x09, 0x0D: break
            default: return
            }
            index += 1
        }
    }
}
