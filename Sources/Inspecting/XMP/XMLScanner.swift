/// Goes through XML that may be broken and tells what it meets; it never fails, it ends.
///
/// Declarations, comments and processing instructions are passed over; entities of a document's own
/// are not expanded.
struct XMLScanner {
    /// The most attributes kept of one tag.
    static let mostAttributes = 512

    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// Returns the next event, nil at the end.
    mutating func next() -> XMLEvent? {
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else { return .text(XMLEntity.decode(text())) }
            if let data = cdata() { return .text(String(decoding: data, as: UTF8.self)) }
            if skipMarkup() { continue }
            if let tag = tag() { return tag }
            index += 1
            return .text("<")
        }
        return nil
    }

    private mutating func text() -> ArraySlice<UInt8> {
        let start = index
        index = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        return bytes[start..<index]
    }

    private mutating func cdata() -> ArraySlice<UInt8>? {
        guard isNext("<![CDATA[") else { return nil }
        let start = index + 9
        skip(past: "]]>", from: start)
        let isClosed = bytes[start..<index].suffix(3).elementsEqual("]]>".utf8)
        return bytes[start..<(isClosed ? index - 3 : index)]
    }

    private mutating func skipMarkup() -> Bool {
        if isNext("<!--") {
            skip(past: "-->", from: index + 4)
        } else if isNext("<?") {
            skip(past: "?>", from: index + 2)
        } else if isNext("<!") {
            skip(past: ">", from: index + 2)
        } else {
            return false
        }
        return true
    }

    private func isNext(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[index...].starts(with: $0) }
    }

    /// Moves behind the first `text` at or after `start`; to the end where there is none.
    private mutating func skip(past text: StaticString, from start: Int) {
        text.withUTF8Buffer { wanted in
            index = start
            while index < bytes.count, !bytes[index...].starts(with: wanted) { index += 1 }
            index = min(index + wanted.count, bytes.count)
        }
    }

    private mutating func tag() -> XMLEvent? {
        let start = index
        index += 1
        let isEnd = take(UInt8(ascii: "/"))
        guard let name = name() else {
            index = start
            return nil
        }
        if isEnd {
            skip(past: ">", from: index)
            return .end(name: name)
        }
        var attributes: [XMLEvent.Attribute] = []
        while let attribute = attribute() {
            if attributes.count < Self.mostAttributes { attributes.append(attribute) }
        }
        let isEmpty = take(UInt8(ascii: "/"))
        _ = take(UInt8(ascii: ">"))
        return .start(name: name, attributes: attributes, isEmpty: isEmpty)
    }

    /// Takes one attribute, or nil at the end of the tag; what is no attribute is passed over.
    private mutating func attribute() -> XMLEvent.Attribute? {
        while index < bytes.count, !isTagEnd {
            guard let name = name() else {
                index += 1
                continue
            }
            skipSpace()
            guard take(UInt8(ascii: "=")) else { continue }
            skipSpace()
            guard let value = quoted() else { continue }
            return XMLEvent.Attribute(name: name, value: XMLEntity.decode(value))
        }
        return nil
    }

    /// A new "<" ends a tag that was never closed.
    private var isTagEnd: Bool {
        switch bytes[index] {
        case UInt8(ascii: ">"), UInt8(ascii: "<"): true
        case UInt8(ascii: "/"): index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: ">")
        default: false
        }
    }

    private mutating func quoted() -> ArraySlice<UInt8>? {
        guard index < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[index])
        else { return nil }
        let start = index + 1
        let end = bytes[start...].firstIndex(of: bytes[index]) ?? bytes.count
        index = min(end + 1, bytes.count)
        return bytes[start..<end]
    }

    private mutating func name() -> String? {
        let start = index
        while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
        return start == index ? nil : String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: ":"), 0x80...0xFF: true
        default: byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    }
}
