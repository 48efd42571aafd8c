import CTurboJPEG

/// A JPEG, decoded whole by TurboJPEG and handed out row by row.
final class JPEGRows: RowSource {
    let info: PictureInfo
    let rowWidth: Int
    let rowCount: Int
    let warnings: [String]

    private let raster: [UInt8]
    private let header: JPEGHeader
    private let color: JPEGColor
    private let samples: StoredSamples
    private var rowsRead = 0

    /// Decodes the file, at a reduced size where `PictureReader` allows that.
    init(file: PictureFile, largestShrink: Double) throws(MediaError) {
        var header = try JPEGHeader(file: file)
        color = JPEGColor(header)
        info = header.info(color)
        let decoder = try JPEGDecoder(header)
        let size = decoder.size(largestShrink: largestShrink)
        rowWidth = size.width
        rowCount = size.height
        samples = StoredSamples(channels: decoder.channels, isWide: false)
        try PictureLimits.check(
            wholeRaster: rowWidth * rowCount * decoder.channels + header.coefficientBytes,
            kind: header.isMultiScan ? "a progressive JPEG" : "a JPEG", width: header.width,
            height: header.height, path: file.path)
        let decoded = try decoder.decode(width: rowWidth, height: rowCount)
        raster = decoded.raster
        warnings = decoded.warning.map { [$0] } ?? []
        header.bytes = []
        self.header = header
    }

    func readRow(into row: UnsafeMutableBufferPointer<UInt16>) throws(MediaError) {
        let row = UnsafeMutableBufferPointer(rebasing: row[..<(4 * rowWidth)])
        let bytes = rowWidth * samples.channels
        raster.withUnsafeBytes {
            let stored = UnsafeRawBufferPointer(rebasing: $0[(rowsRead * bytes)...].prefix(bytes))
            convert(stored, into: row)
        }
        rowsRead += 1
    }

    private func convert(
        _ stored: UnsafeRawBufferPointer, into row: UnsafeMutableBufferPointer<UInt16>
    ) {
        guard header.color == .inks else {
            samples.widen(stored, into: row)
            return color.mapping.apply(to: row)
        }
        guard let inks = color.inks else {
            return JPEGColor.plain(stored, isInverted: header.hasAdobeMarker, into: row)
        }
        row.update(repeating: 65535)
        inks.apply(from: stored, to: row)
    }
}
