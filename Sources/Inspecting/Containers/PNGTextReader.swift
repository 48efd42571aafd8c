import Foundation

/// Sorts the chunks of a PNG file into blocks, inside a budget of bytes for all texts.
struct PNGTextReader {
    var blocks: MetadataBlocks

    /// How many more bytes of text may be kept.
    private var budget = MetadataBlocks.largestTotal

    init(blocks: MetadataBlocks) { self.blocks = blocks }

    /// Keeps what a chunk says; chunks about pixels say nothing.
    mutating func read(_ type: String, _ data: ArraySlice<UInt8>) {
        switch type {
        case "tEXt": plain(data, type)
        case "zTXt": compressed(data)
        case "iTXt": international(data)
        // ComfyUI's own chunk for animations: a keyword, NUL, JSON.
        case "comf": plain(data, type)
        case "eXIf": blocks.keepEXIF(data)
        case "caBX" where blocks.jumbf == nil:
            blocks.jumbf = [UInt8](data)
            blocks.jumbfCarrier = "C2PA caBX chunk"
        default: break
        }
    }

    /// Keyword, NUL, text (PNG, 11.3.3.2).
    private mutating func plain(_ data: ArraySlice<UInt8>, _ type: String) {
        guard let (keyword, rest) = field(data) else { return }
        keep(keyword, rest, type)
    }

    /// Keyword, NUL, method 0, a zlib stream (11.3.3.3).
    private mutating func compressed(_ data: ArraySlice<UInt8>) {
        guard let (keyword, rest) = field(data), rest.first == 0,
            let text = Inflate.unpacked(rest.dropFirst(), limit: limit)
        else { return }
        keep(keyword, text[...], "zTXt")
    }

    /// Keyword, NUL, flag, method, language, NUL, translated keyword, NUL, text (11.3.3.4).
    private mutating func international(_ data: ArraySlice<UInt8>) {
        guard let (keyword, rest) = field(data), rest.count >= 2,
            let (_, afterLanguage) = field(rest.dropFirst(2)),
            let (_, text) = field(afterLanguage)
        else { return }
        guard rest.first == 1 else { return keep(keyword, text, "iTXt") }
        guard let unpacked = Inflate.unpacked(text, limit: limit) else { return }
        keep(keyword, unpacked[...], "iTXt")
    }

    private var limit: Int { min(budget, MetadataText.largest) }

    /// Splits at the first NUL.
    private func field(
        _ data: ArraySlice<UInt8>
    ) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>)? {
        guard let end = data.firstIndex(of: 0) else { return nil }
        return (data[..<end], data[(end + 1)...])
    }

    private mutating func keep(
        _ keyword: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, _ type: String
    ) {
        let keyword = MetadataText.decoded(keyword.prefix(79)).trimmed
        let value = value.prefix(limit)
        guard budget > 0 else { return }
        budget -= value.count
        let carrier = "PNG \(type) \"\(keyword)\""
        guard !RawProfile.isKeyword(keyword) else {
            return keepProfile(keyword, value, carrier)
        }
        let text = MetadataText.decoded(value)
        if keyword == "XML:com.adobe.xmp", blocks.xmp.isEmpty { blocks.xmp = [text] }
        blocks.keepText(keyword, text, carrier: carrier)
    }

    /// A block in hexadecimal digits is the block, not a text.
    private mutating func keepProfile(
        _ keyword: String, _ value: ArraySlice<UInt8>, _ carrier: String
    ) {
        guard let profile = RawProfile.bytes(of: value) else { return }
        switch keyword {
        case "Raw profile type exif", "Raw profile type APP1": blocks.keepEXIF(profile[...])
        case "Raw profile type iptc", "Raw profile type 8bim":
            if blocks.photoshop == nil { blocks.photoshop = profile }
        case "Raw profile type xmp" where blocks.xmp.isEmpty:
            blocks.xmp = [MetadataText.decoded(profile[...])]
            blocks.xmpCarrier = carrier
        default: break
        }
    }
}
