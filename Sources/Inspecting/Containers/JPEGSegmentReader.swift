import Foundation

/// Sorts the segments of a JPEG file into blocks.
struct JPEGSegmentReader {
    private var blocks = MetadataBlocks(format: "jpeg", width: 0, height: 0)
    private var extendedXMP = ExtendedXMP()
    private var jumbf = JUMBFPieces()

    init() {}

    /// Keeps what a segment says; tables and the like say nothing.
    mutating func read(_ marker: UInt8, _ body: ArraySlice<UInt8>) {
        switch marker {
        case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker): size(body)
        case 0xE1: application1(body)
        case 0xEB: jumbf.add(body)
        case 0xED: photoshop(body)
        case 0xFE:
            let text = MetadataText.decoded(body)
            if !text.trimmed.isEmpty {
                blocks.keepText("comment", text, carrier: "JPEG COM")
            }
        default: bareLabel(marker, body)
        }
    }

    /// Returns the blocks, nil where no frame header was seen.
    func finished() -> MetadataBlocks? {
        guard blocks.width > 0, blocks.height > 0 else { return nil }
        var blocks = blocks
        if let extended = extendedXMP.text(for: blocks.xmp.first) { blocks.xmp.append(extended) }
        if let store = jumbf.store {
            blocks.jumbf = store
            blocks.jumbfCarrier = "C2PA APP11 JUMBF"
        }
        return blocks
    }

    /// Precision, height, width (ITU-T T.81, B.2.2); the first frame counts.
    private mutating func size(_ body: ArraySlice<UInt8>) {
        let head = [UInt8](body.prefix(5))
        guard blocks.width == 0, let height = Endianness.big.integer(head, at: 1, width: 2),
            let width = Endianness.big.integer(head, at: 3, width: 2)
        else { return }
        (blocks.width, blocks.height) = (width, height)
    }

    private mutating func application1(_ body: ArraySlice<UInt8>) {
        if let block = body.after("Exif\0\0") {
            blocks.keepEXIF(block)
        } else if let packet = body.after("http://ns.adobe.com/xap/1.0/\0") {
            guard blocks.xmp.isEmpty else { return }
            blocks.xmp = [MetadataText.decoded(packet)]
            blocks.xmpCarrier = "XMP"
        } else if let piece = body.after("http://ns.adobe.com/xmp/extension/\0") {
            extendedXMP.add(piece)
        } else {
            bareLabel(0xE1, body)
        }
    }

    private mutating func photoshop(_ body: ArraySlice<UInt8>) {
        guard let resources = body.after("Photoshop 3.0\0") else { return bareLabel(0xED, body) }
        // A long block goes on in further segments.
        let room = MetadataText.largest - (blocks.photoshop?.count ?? 0)
        blocks.photoshop = blocks.photoshop ?? []
        blocks.photoshop?.append(contentsOf: resources.prefix(room))
    }

    /// Some apps write China's label as bare `AIGC{...}` into an application segment.
    private mutating func bareLabel(_ marker: UInt8, _ body: ArraySlice<UInt8>) {
        guard (0xE0...0xEF).contains(marker), let json = body.after("AIGC"),
            json.first == UInt8(ascii: "{")
        else { return }
        blocks.keepText(
            "AIGC", MetadataText.decoded(json), carrier: "JPEG APP\(marker - 0xE0) AIGC")
    }
}

extension ArraySlice<UInt8> {
    /// Returns what comes after `prefix`, nil where the bytes begin otherwise.
    func after(_ prefix: String) -> ArraySlice<UInt8>? {
        starts(with: prefix.utf8) ? dropFirst(prefix.utf8.count) : nil
    }
}
