/// What a movie's `colr` box says (ISO/IEC 14496-12, 12.1.5; QuickTime's `nclc` has no range).
enum ColorBox {
    /// Where the children of a visual sample entry begin, behind its header (12.1.3).
    private static let entryFields = 78

    /// Returns what the first picture track of a `moov` box's content says; nil where it has no box.
    static func tags(inMovie bytes: [UInt8]) -> ColorTags? {
        for track in MovieBoxes.find(bytes, 0..<bytes.count, "trak") {
            guard let media = MovieBoxes.find(bytes, track, "mdia").first,
                isPicture(bytes, media),
                let information = MovieBoxes.find(bytes, media, "minf").first,
                let table = MovieBoxes.find(bytes, information, "stbl").first,
                let description = MovieBoxes.find(bytes, table, "stsd").first,
                description.count > 8
            else { continue }
            let entries = MovieBoxes.all(
                bytes, description.lowerBound + 8..<description.upperBound)
            for entry in entries where entry.content.count > entryFields {
                let children = entry.content.lowerBound + entryFields..<entry.content.upperBound
                let boxes = MovieBoxes.find(bytes, children, "colr")
                if let tags = boxes.lazy.compactMap({ tags(Array(bytes[$0])) }).first {
                    return tags
                }
            }
            return nil
        }
        return nil
    }

    private static func isPicture(_ bytes: [UInt8], _ media: Range<Int>) -> Bool {
        guard let handler = MovieBoxes.find(bytes, media, "hdlr").first, handler.count >= 12 else {
            return false
        }
        return bytes[handler.lowerBound + 8..<handler.lowerBound + 12].elementsEqual("vide".utf8)
    }

    private static func tags(_ box: [UInt8]) -> ColorTags? {
        guard box.count >= 10 else { return nil }
        let type = String(decoding: box[0..<4], as: UTF8.self)
        guard type == "nclx" || type == "nclc" else { return nil }
        func number(_ place: Int) -> UInt32 { UInt32(MovieBoxes.number(box[place..<place + 2])) }
        return ColorTags(
            matrix: number(8), primaries: number(4), transfer: number(6),
            isFullRange: type == "nclx" && box.count > 10 ? box[10] & 0x80 != 0 : nil)
    }
}
