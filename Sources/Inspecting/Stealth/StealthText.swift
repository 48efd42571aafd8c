import Media

/// Text hidden in the lowest bits of a picture's samples ("stealth PNG info").
///
/// Bits are read column by column, the highest first: 15 bytes of magic, 32 bits of length in
/// bits, the text in UTF-8, packed by gzip or plain. They survive lossless formats only.
package struct StealthText: Hashable, Sendable {
    /// What the picture's generator wrote: JSON or a line of settings.
    package var text: String

    /// Where it was, as "stealth_pngcomp alpha LSB".
    package var carrier: String

    /// Looks for hidden text in the picture at `path`; nil where there is none, or where its bits
    /// are damaged.
    ///
    /// Without the magic, no more than the first rows are decoded.
    ///
    /// - Throws: a `MediaError` where the picture can't be read.
    package static func find(inPictureAt path: String) throws -> StealthText? {
        for plane in BitPlane.allCases {
            guard let header = try plane.bytes(Self.headerSize, path: path),
                let variant = Variant(magic: header.prefix(Self.magicSize), plane: plane)
            else { continue }
            let bits = header.suffix(4).reduce(0) { $0 << 8 | Int($1) }
            guard bits > 0, bits <= 8 * Self.largestPayload else { continue }
            let size = Self.headerSize + bits / 8
            guard let all = try plane.bytes(size, path: path),
                let text = variant.text(of: Array(all.dropFirst(Self.headerSize))), !text.isEmpty
            else { continue }
            return StealthText(text: text, carrier: variant.carrier)
        }
        return nil
    }

    private static let magicSize = 15
    /// The magic and the length.
    private static let headerSize = magicSize + 4
    /// Bytes of a payload as it stands in the pixels.
    static let largestPayload = 4 << 20
    /// Bytes of a payload once unpacked.
    static let largestText = 16 << 20
}

/// Where the bits sit and whether they are packed.
private struct Variant {
    var magic: String
    var isPacked: Bool
    var carrier: String

    init?(magic bytes: some Collection<UInt8>, plane: BitPlane) {
        let names =
            plane == .alpha
            ? (plain: "stealth_pnginfo", packed: "stealth_pngcomp")
            : (plain: "stealth_rgbinfo", packed: "stealth_rgbcomp")
        let found = [names.plain, names.packed].first { bytes.elementsEqual($0.utf8) }
        guard let found else { return nil }
        magic = found
        isPacked = found == names.packed
        carrier = "\(found) \(plane.rawValue) LSB"
    }

    func text(of payload: [UInt8]) -> String? {
        guard isPacked else { return String(validating: payload, as: UTF8.self) }
        return Inflate.unpacked(payload[...], limit: StealthText.largestText)
            .flatMap { String(validating: $0, as: UTF8.self) }
    }
}
