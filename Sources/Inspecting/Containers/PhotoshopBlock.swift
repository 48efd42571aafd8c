import Foundation

/// Photoshop image resources, of which only IPTC's credit line is read.
enum PhotoshopBlock {
    /// Returns dataset 2:110 (IIM 4.2, Credit) from resource 0x0404, nil where there is none.
    static func credit(in bytes: [UInt8]) -> String? {
        var index = 0
        while bytes.hasText("8BIM", at: index) {
            guard let kind = Endianness.big.integer(bytes, at: index + 4, width: 2),
                let nameLength = Endianness.big.integer(bytes, at: index + 6, width: 1)
            else { return nil }
            // The name counts its length byte and is padded to an even size, as are the data.
            let start = index + 6 + (nameLength + 2) / 2 * 2
            guard let size = Endianness.big.integer(bytes, at: start, width: 4),
                size <= bytes.count - start - 4
            else { return nil }
            let data = [UInt8](bytes[(start + 4)..<(start + 4 + size)])
            if kind == 0x0404, let credit = credit(inDatasets: data) { return credit }
            index = start + 4 + (size + 1) / 2 * 2
        }
        return nil
    }

    /// Walks datasets: 0x1C, record, number, two bytes of length, the value.
    private static func credit(inDatasets bytes: [UInt8]) -> String? {
        var index = 0
        while index + 5 <= bytes.count, bytes[index] == 0x1C {
            guard let length = Endianness.big.integer(bytes, at: index + 3, width: 2),
                length <= bytes.count - index - 5
            else { return nil }
            if bytes[index + 1] == 2, bytes[index + 2] == 110 {
                return MetadataText.decoded(bytes[(index + 5)..<(index + 5 + length)])
            }
            index += 5 + length
        }
        return nil
    }
}
