/// A box of the JPEG universal metadata box format (ISO/IEC 19566-5), not yet looked into.
struct JUMBFBox {
    /// Four characters: "jumb", "jumd", "cbor", "json" and others.
    var type: String

    /// What follows the header.
    var payload: ArraySlice<UInt8>

    /// The most boxes read from one level.
    static let mostBoxes = 1024

    /// Returns the boxes that stand one after another in `bytes`, up to the first one that does not
    /// fit.
    static func list(in bytes: ArraySlice<UInt8>) -> [JUMBFBox] {
        var boxes: [JUMBFBox] = []
        var rest = bytes
        while boxes.count < mostBoxes, let (header, size) = extent(at: rest) {
            let type = rest.dropFirst(4).prefix(4)
            let payload = rest.dropFirst(header).prefix(size - header)
            boxes.append(JUMBFBox(type: String(decoding: type, as: UTF8.self), payload: payload))
            rest = rest.dropFirst(size)
        }
        return boxes
    }

    /// Returns the sizes of the header and of the whole box that `bytes` begins with.
    ///
    /// A size of 0 means "to the end", 1 means that 64 bits follow the type.
    private static func extent(at bytes: ArraySlice<UInt8>) -> (header: Int, size: Int)? {
        guard bytes.count >= 8 else { return nil }
        var (header, size) = (8, bigEndian(bytes.prefix(4)))
        switch size {
        case 0: size = UInt64(bytes.count)
        case 1:
            guard bytes.count >= 16 else { return nil }
            (header, size) = (16, bigEndian(bytes.dropFirst(8).prefix(8)))
        default: break
        }
        guard size >= UInt64(header), size <= UInt64(bytes.count) else { return nil }
        return (header, Int(size))
    }

    private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
