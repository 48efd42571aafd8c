import Foundation

/// The text of EXIF's UserComment (tag 0x9286; EXIF 2.32, 4.6.5).
struct UserComment: Hashable {
    var text: String

    /// How it was coded: "UNICODE/BE", "UNICODE/LE", "ASCII", "JIS", "undefined", or "plain" where
    /// the eight bytes that name the code are missing.
    var coding: String

    /// nil where the comment is blank.
    init?(_ bytes: ArraySlice<UInt8>, order: Endianness) {
        if let body = bytes.after("UNICODE\0") {
            let found = Self.order(of: body, or: order)
            coding = found == .big ? "UNICODE/BE" : "UNICODE/LE"
            text = Self.sixteenBit(body, found)
        } else if let body = bytes.after("ASCII\0\0\0") {
            (text, coding) = (MetadataText.decoded(body), "ASCII")
        } else if let body = bytes.after("JIS\0\0\0\0\0") {
            (text, coding) = (Self.japanese(body), "JIS")
        } else if let body = bytes.after("\0\0\0\0\0\0\0\0") {
            (text, coding) = (MetadataText.decoded(body), "undefined")
        } else {
            (text, coding) = (MetadataText.decoded(bytes), "plain")
        }
        guard !text.trimmed.isEmpty else { return nil }
    }

    /// Where zeros stand tells the order better than the TIFF head does: writers of big-endian text
    /// in little-endian blocks exist.
    private static func order(of body: ArraySlice<UInt8>, or order: Endianness) -> Endianness {
        if body.starts(with: [0xFE, 0xFF]) { return .big }
        if body.starts(with: [0xFF, 0xFE]) { return .little }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in body.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.even == zeros.odd { return order }
        return zeros.even > zeros.odd ? .big : .little
    }

    private static func sixteenBit(_ body: ArraySlice<UInt8>, _ order: Endianness) -> String {
        let bytes = [UInt8](body.prefix(MetadataText.largest))
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(order == .big ? first << 8 | second : second << 8 | first)
        }
        while units.last == 0 { units.removeLast() }
        if units.first == 0xFEFF { units.removeFirst() }
        return MetadataText.clean(String(decoding: units, as: UTF16.self))
    }

    /// JIS X 0208 comes with ISO 2022 escapes; what can't be read so is read as plain bytes.
    private static func japanese(_ body: ArraySlice<UInt8>) -> String {
        let text = String(bytes: body, encoding: .iso2022JP)
        return text.map(MetadataText.clean) ?? MetadataText.decoded(body)
    }
}
