/// An element of ASN.1's distinguished encoding rules (X.690) with a one-byte tag.
struct DERElement {
    var tag: UInt8
    var content: ArraySlice<UInt8>

    /// Tag, length and content.
    var whole: ArraySlice<UInt8>

    static let integer: UInt8 = 0x02
    static let bitString: UInt8 = 0x03
    static let objectIdentifier: UInt8 = 0x06
    static let sequence: UInt8 = 0x30
    static let set: UInt8 = 0x31

    /// The most elements read from one level.
    static let mostElements = 256

    /// The elements inside a constructed one, up to the first that does not fit.
    var children: [DERElement] {
        guard tag & 0x20 != 0 else { return [] }
        var list: [DERElement] = []
        var rest = content
        while list.count < Self.mostElements, let next = DERElement(at: rest) {
            list.append(next)
            rest = rest.dropFirst(next.whole.count)
        }
        return list
    }

    /// Reads the element that `bytes` begins with; nil where it does not fit.
    init?(at bytes: ArraySlice<UInt8>) {
        guard let tag = bytes.first, tag & 0x1F != 0x1F,
            let (header, length) = Self.extent(of: bytes), header + length <= bytes.count
        else { return nil }
        self.tag = tag
        content = bytes.dropFirst(header).prefix(length)
        whole = bytes.prefix(header + length)
    }

    /// Clause 8.1.3: one byte below 128, or the number of bytes that hold the length.
    private static func extent(of bytes: ArraySlice<UInt8>) -> (header: Int, length: Int)? {
        guard let first = bytes.dropFirst().first else { return nil }
        guard first >= 0x80 else { return (2, Int(first)) }
        let count = Int(first & 0x7F)
        let digits = bytes.dropFirst(2).prefix(count)
        guard (1...4).contains(count), digits.count == count else { return nil }
        return (2 + count, digits.reduce(0) { $0 << 8 | Int($1) })
    }
}
