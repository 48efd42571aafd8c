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

/// A box of boxes with a label: a manifest store, a manifest, an assertion, a claim.
struct JUMBFSuperbox {
    /// The first four characters of the content type's UUID: "c2pa" a store, "c2ma" a manifest.
    var kind: String

    /// Empty where the box has none.
    var label: String

    /// Description and content, all of the box but its header: what hashes of it cover.
    var payload: ArraySlice<UInt8>

    /// What follows the description.
    var contents: [JUMBFBox]

    /// Returns nil where `box` is not a superbox that begins with a description.
    init?(_ box: JUMBFBox) {
        guard box.type == "jumb" else { return nil }
        let boxes = JUMBFBox.list(in: box.payload)
        guard let first = boxes.first, first.type == "jumd", first.payload.count >= 17 else {
            return nil
        }
        kind = String(decoding: first.payload.prefix(4), as: UTF8.self)
        label = Self.label(in: first.payload)
        payload = box.payload
        contents = Array(boxes.dropFirst())
    }

    /// The superboxes among the contents.
    var superboxes: [JUMBFSuperbox] { contents.compactMap(JUMBFSuperbox.init) }

    /// The CBOR that the box holds.
    var cborBytes: ArraySlice<UInt8>? { contents.first { $0.type == "cbor" }?.payload }

    /// Bit 1 of the toggles says that a label of NUL-terminated UTF-8 follows them.
    private static func label(in description: ArraySlice<UInt8>) -> String {
        guard let toggles = description.dropFirst(16).first, toggles & 2 != 0 else { return "" }
        let label = description.dropFirst(17).prefix { $0 != 0 }.prefix(1024)
        return String(decoding: label, as: UTF8.self)
    }
}
