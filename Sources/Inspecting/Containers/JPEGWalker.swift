import Foundation

/// Walks the segments of a JPEG file up to its first scan.
enum JPEGWalker {
    static func matches(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xFF, 0xD8, 0xFF]) }

    /// - Precondition: `matches(bytes)`.
    static func blocks(of bytes: [UInt8]) throws(InspectionError.Problem) -> MetadataBlocks {
        var reader = JPEGSegmentReader()
        var index = 2
        while let segment = Segment(bytes, at: index), segment.marker != 0xDA {
            reader.read(segment.marker, segment.body)
            index = segment.end
        }
        guard let blocks = reader.finished() else { throw .noSize(format: "jpeg") }
        return blocks
    }

    /// A marker, two bytes of length that count themselves, and the body (ITU-T T.81, B.1.1.4).
    private struct Segment {
        var marker: UInt8
        var body: ArraySlice<UInt8>
        var end: Int

        /// nil where there is no marker, at the end of the image, and where the body leaves the
        /// file.
        init?(_ bytes: [UInt8], at index: Int) {
            guard index < bytes.count, bytes[index] == 0xFF else { return nil }
            var index = index
            while index < bytes.count, bytes[index] == 0xFF { index += 1 }  // Fill bytes, B.1.1.2.
            guard index < bytes.count else { return nil }
            marker = bytes[index]
            index += 1
            guard marker != 0xD9 else { return nil }
            if marker == 0x01 || (0xD0...0xD8).contains(marker) {  // Markers that stand alone.
                (body, end) = ([], index)
                return
            }
            guard let length = Endianness.big.integer(bytes, at: index, width: 2), length >= 2,
                length <= bytes.count - index
            else { return nil }
            body = bytes[(index + 2)..<(index + length)]
            end = index + length
        }
    }
}
