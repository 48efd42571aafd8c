import Foundation

/// The directories of a TIFF block (TIFF 6.0, section 2; EXIF 2.32, 4.6), every offset checked.
struct TIFFBlock {
    let bytes: [UInt8]
    let order: Endianness

    /// Entries of the first directory, of the one that tag 0x8769 points to, and of the GPS one.
    private(set) var primary: [Int: Entry] = [:]
    private(set) var exif: [Int: Entry] = [:]
    private(set) var position: [Int: Entry] = [:]

    /// The most entries that are read of one directory.
    private static let mostEntries = 512

    struct Entry {
        /// 2 is ASCII, 3 SHORT, 4 LONG, 5 RATIONAL, 7 undefined bytes (TIFF 6.0, section 2).
        var type: Int
        var count: Int
        /// Where the values stand in the block.
        var range: Range<Int>
    }

    /// nil where the head is not TIFF's.
    init?(_ bytes: [UInt8]) {
        if bytes.hasText("II", at: 0) { order = .little } else { order = .big }
        guard order == .little || bytes.hasText("MM", at: 0),
            order.integer(bytes, at: 2, width: 2) == 42,
            let start = order.integer(bytes, at: 4, width: 4)
        else { return nil }
        self.bytes = bytes
        primary = directory(at: start)
        if let start = integer(primary[0x8769]) { exif = directory(at: start) }
        if let start = integer(primary[0x8825]) { position = directory(at: start) }
    }

    /// Two bytes of count, then twelve for each entry; entries that point outside are left out and
    /// the first of equal tags counts.
    private func directory(at start: Int) -> [Int: Entry] {
        guard let count = order.integer(bytes, at: start, width: 2) else { return [:] }
        var entries: [Int: Entry] = [:]
        for index in 0..<min(count, Self.mostEntries) {
            let place = start + 2 + index * 12
            guard let tag = order.integer(bytes, at: place, width: 2) else { break }
            if entries[tag] == nil, let entry = entry(at: place) { entries[tag] = entry }
        }
        return entries
    }

    private func entry(at place: Int) -> Entry? {
        guard let type = order.integer(bytes, at: place + 2, width: 2), let size = size(of: type),
            let count = order.integer(bytes, at: place + 4, width: 4)
        else { return nil }
        let length = size * count
        // Values of up to four bytes stand in the entry itself.
        let offset = length <= 4 ? place + 8 : order.integer(bytes, at: place + 8, width: 4)
        guard let offset, offset <= bytes.count, length <= bytes.count - offset else { return nil }
        return Entry(type: type, count: count, range: offset..<(offset + length))
    }

    private func size(of type: Int) -> Int? {
        switch type {
        case 1, 2, 6, 7: 1
        case 3, 8: 2
        case 4, 9, 11, 13: 4
        case 5, 10, 12: 8
        default: nil
        }
    }

    /// Returns the first value of a SHORT, a LONG or a directory's offset.
    func integer(_ entry: Entry?) -> Int? {
        guard let entry, entry.count > 0 else { return nil }
        switch entry.type {
        case 3: return order.integer(bytes, at: entry.range.lowerBound, width: 2)
        case 4, 13: return order.integer(bytes, at: entry.range.lowerBound, width: 4)
        default: return nil
        }
    }

    /// Returns a RATIONAL as it is written, "71/10"; nil where it is 0/0 or the like.
    func fraction(_ entry: Entry?) -> String? {
        guard let entry, entry.type == 5, entry.count > 0,
            let numerator = order.integer(bytes, at: entry.range.lowerBound, width: 4),
            let denominator = order.integer(bytes, at: entry.range.lowerBound + 4, width: 4),
            numerator > 0, denominator > 0
        else { return nil }
        return "\(numerator)/\(denominator)"
    }

    /// Returns an ASCII value, nil where it is blank or of another type.
    func text(_ entry: Entry?) -> String? {
        guard let entry, entry.type == 2 else { return nil }
        return MetadataText.decoded(bytes[entry.range]).trimmed.nonEmpty
    }
}
