/// What IPTC's older Information Interchange Model says about a picture's making.
package struct IIMFacts: Hashable, Sendable {
    /// Data set 2:110.
    package var credit: String?

    package init() {}

    /// Reads data sets, or the Photoshop resources (8BIM) that hold them as resource 0x0404, with
    /// or without "Photoshop 3.0" before them; nil where they say nothing of this.
    package static func read(_ bytes: [UInt8]) -> IIMFacts? {
        let resources = bytes.starts(with: header) ? bytes.dropFirst(header.count) : bytes[...]
        let isResources = resources.starts(with: signature)
        guard let sets = isResources ? dataSets(in: resources) : bytes[...] else { return nil }
        var facts = IIMFacts()
        facts.credit = credit(in: sets)
        return facts == IIMFacts() ? nil : facts
    }

    private static let header = Array("Photoshop 3.0\0".utf8)
    private static let signature = Array("8BIM".utf8)

    /// Goes through resources: "8BIM", a number, a Pascal string padded to even, a size, data padded
    /// to even.
    private static func dataSets(in resources: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = resources
        while rest.starts(with: signature) {
            let number = bigEndian(rest.dropFirst(4).prefix(2))
            guard let name = rest.dropFirst(6).first else { return nil }
            let start = 6 + (Int(name) + 2) / 2 * 2
            let size = bigEndian(rest.dropFirst(start).prefix(4))
            let data = rest.dropFirst(start + 4)
            guard size <= data.count else { return nil }
            if number == 0x0404 { return data.prefix(size) }
            rest = data.dropFirst(size + size % 2)
        }
        return nil
    }

    /// Goes through data sets: 0x1C, record, number, size, data.
    ///
    /// A size with its highest bit set tells the length of a longer size (clause 1.6); nothing so
    /// long is looked for.
    private static func credit(in sets: ArraySlice<UInt8>) -> String? {
        var rest = sets
        while rest.first == 0x1C, rest.count >= 5 {
            let identifier = Array(rest.dropFirst().prefix(2))
            let size = bigEndian(rest.dropFirst(3).prefix(2))
            let data = rest.dropFirst(5)
            guard size < 0x8000, size <= data.count else { return nil }
            if identifier == [2, 110] {
                let text = text(data.prefix(size)).withoutBlanksAround
                return text.isEmpty ? nil : text
            }
            rest = data.dropFirst(size)
        }
        return nil
    }

    /// UTF-8 where it is valid: few writers declare the character set (1:90) they use.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(decoding: bytes.map(UInt16.init), as: UTF16.self)
    }

    private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
