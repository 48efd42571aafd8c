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
