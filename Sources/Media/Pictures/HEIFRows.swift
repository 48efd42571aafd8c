/// The primary picture of a HEIF or AVIF file, held whole and handed out row by row.
///
/// It comes upright: libheif turns, mirrors and crops as the file's properties say, and an
/// orientation in EXIF is no more than a copy of those (ISO/IEC 23008-12, annex A.2.2).
final class HEIFRows: RowSource {
    let info: PictureInfo
    let warnings: [String]
    var rowWidth: Int { image.width }
    var rowCount: Int { image.height }

    private let image: HEIFImage
    private let mapping: ColorMapping
    private var rowsRead = 0

    /// Decodes the file.
    init(_ file: HEIFFile) throws(MediaError) {
        image = try file.image()
        guard image.isWhole else {
            throw MediaError(
                "decode the picture", path: file.path,
                reason: "libheif gives it in a form that is not known; save it as JPEG or PNG")
        }
        var info = file.info
        info.storedWidth = image.width
        info.storedHeight = image.height
        info.hasAlpha = image.hasAlpha
        self.info = info
        var warnings: [String] = []
        mapping = Self.mapping(of: file, image, &warnings)
        if image.isDamaged { warnings.append("it is damaged; what could be decoded is shown") }
        if file.hasAlpha, !image.hasAlpha {
            warnings.append("its transparency can't be used and was ignored")
        }
        self.warnings = warnings
    }

    func readRow(into row: UnsafeMutableBufferPointer<UInt16>) throws(MediaError) {
        let row = UnsafeMutableBufferPointer(rebasing: row[..<(4 * rowWidth)])
        image.readRow(rowsRead, into: row)
        mapping.apply(to: row)
        rowsRead += 1
    }

    /// The embedded profile counts first, then what the container names, then what is coded.
    private static func mapping(
        of file: HEIFFile, _ image: HEIFImage, _ warnings: inout [String]
    ) -> ColorMapping {
        if let bytes = file.profile {
            let profile = ICCProfile(bytes)
            if profile?.space == .rgb || profile?.space == .gray,
                let mapping = profile?.mapping(isWide: image.isWide)
            {
                return mapping.simplified
            }
            warnings.append("its colour profile can't be used and was ignored")
        }
        guard let color = file.codedColor ?? image.codedColor else { return .identity }
        if color.isHighDynamicRange {
            warnings.append("it is high dynamic range and is tone-mapped to standard range")
        }
        return color.mapping(isWide: image.isWide).simplified
    }
}
