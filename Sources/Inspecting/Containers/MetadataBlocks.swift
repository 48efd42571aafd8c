import Foundation

/// What a picture file carries beside its pixels, as it stands in the container.
package struct MetadataBlocks: Hashable, Sendable {
    /// "png", "jpeg" or "webp".
    package var format: String

    /// The stored raster, in pixels.
    package var width: Int
    package var height: Int

    /// Texts with a keyword and comments, in the file's order.
    package var texts: [TextEntry] = []

    /// A TIFF block (EXIF 2.32, 4.5.2), without the "Exif" prefix.
    package var exif: [UInt8]?

    /// XMP packets: the main one first, then extended XMP.
    package var xmp: [String] = []

    /// Where XMP sits; nil where it is one of `texts`.
    package var xmpCarrier: String?

    /// A C2PA manifest store as one JUMBF superbox, put together from its pieces.
    package var jumbf: [UInt8]?
    package var jumbfCarrier: String?

    /// Photoshop image resources ("8BIM").
    package var photoshop: [UInt8]?

    /// Bytes after the end of the picture; 0 where the container does not tell.
    package var trailingBytes = 0

    package init(format: String, width: Int, height: Int) {
        self.format = format
        self.width = width
        self.height = height
    }

    package struct TextEntry: Hashable, Sendable {
        /// PNG's keyword; "comment" for a JPEG comment.
        package var keyword: String
        package var text: String
        /// As `PNG tEXt "parameters"` or `JPEG COM`.
        package var carrier: String

        package init(keyword: String, text: String, carrier: String) {
            self.keyword = keyword
            self.text = text
            self.carrier = carrier
        }
    }

    /// The largest file that is read, in bytes.
    package static let largestFile = 256 << 20

    /// The most texts that are kept: honest files have fewer than thirty.
    static let mostTexts = 256

    /// The most bytes of text in all, inflated: a bound on what a small file may grow to.
    static let largestTotal = 48 << 20

    /// Reads the blocks of a whole file.
    ///
    /// - Throws: `InspectionError.Problem` where the file is not a picture of a known format or its
    ///   size can't be read; what is broken further on is left out.
    package static func read(_ bytes: [UInt8]) throws(InspectionError.Problem) -> MetadataBlocks {
        guard bytes.count <= largestFile else { throw .tooLarge(bytes: bytes.count) }
        if PNGWalker.matches(bytes) { return try PNGWalker.blocks(of: bytes) }
        if JPEGWalker.matches(bytes) { return try JPEGWalker.blocks(of: bytes) }
        if WebPWalker.matches(bytes) { return try WebPWalker.blocks(of: bytes) }
        throw .unknownFormat
    }

    /// Keeps `block` where it is a TIFF block, or one behind the prefix of JPEG's APP1, and none
    /// was kept before.
    mutating func keepEXIF(_ block: ArraySlice<UInt8>) {
        let prefix: [UInt8] = [0x45, 0x78, 0x69, 0x66, 0, 0]  // "Exif\0\0"
        let tiff = block.starts(with: prefix) ? block.dropFirst(prefix.count) : block
        if exif == nil, tiff.count >= 8 { exif = [UInt8](tiff.prefix(MetadataText.largest)) }
    }

    /// Keeps a text unless there are too many already.
    mutating func keepText(_ keyword: String, _ text: String, carrier: String) {
        guard texts.count < Self.mostTexts else { return }
        texts.append(TextEntry(keyword: keyword, text: text, carrier: carrier))
    }
}
