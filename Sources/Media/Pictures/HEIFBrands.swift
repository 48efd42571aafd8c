import CHEIF

/// What the first box of an ISO base media file calls it (ISO/IEC 23008-12, 10).
struct HEIFBrands {
    private let names: [String]

    init(_ file: PictureFile) throws(MediaError) { names = Self.names(of: try file.start()) }

    /// Whether `start`, the first bytes of a file, belongs to a HEIF or AVIF picture.
    ///
    /// The major brand decides: films may be compatible with pictures.
    static func isPicture(_ start: [UInt8]) -> Bool {
        names(of: start).first.map { all.contains($0) } ?? false
    }

    var isAV1: Bool { names.contains("avif") || names.contains("avis") }

    /// Whether pictures follow each other in time.
    var isSequence: Bool { names.contains { ["hevc", "hevx", "msf1", "avis"].contains($0) } }

    /// Whether libheif has no decoder for what the brand says.
    var isMissingDecoder: Bool {
        let format = isAV1 ? heif_compression_AV1 : heif_compression_HEVC
        let isPlain = names.first.map { ["heic", "heix", "avif"].contains($0) } ?? false
        return isPlain && heif_have_decoder_for_format(format) == 0
    }

    private static let all: Set<String> = [
        "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1",
        "miaf", "avif", "avis",
    ]

    /// The major brand, then those that the file is compatible with.
    private static func names(of start: [UInt8]) -> [String] {
        let bytes = BoundedBytes(start)
        guard bytes.hasText("ftyp", at: 4), let size = bytes.number(at: 0, size: 4) else {
            return []
        }
        let places = [8] + stride(from: 16, to: min(size, bytes.count) - 3, by: 4)
        return places.compactMap { place in
            bytes.slice(at: place, count: 4).map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
