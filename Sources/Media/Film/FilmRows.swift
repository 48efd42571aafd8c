import CLibav

/// A film frame as rows of RGBA, for what is not plain Y'CbCr: alpha, RGB, palettes, HDR.
final class FilmRows: RowSource {
    let info: PictureInfo
    let rowWidth: Int
    let rowCount: Int
    let warnings: [String] = []

    private let raster: StillFrame
    private let samples: StoredSamples
    private let mapping: LightMapping?
    private var rowsRead = 0

    /// - Parameter mapping: what takes its colours to sRGB; nil where they are that already.
    init(
        _ frame: StillFrame, _ color: FrameColor, mapping: LightMapping?,
        _ orientation: Orientation, path: String
    ) throws(MediaError) {
        // The tables of the mapping are for 16 bits.
        let isWide = frame.isWide || mapping != nil
        raster = try frame.converted(color, isWide: isWide, path: path)
        samples = StoredSamples(channels: 4, isWide: isWide)
        (rowWidth, rowCount) = (frame.width, frame.height)
        self.mapping = mapping
        self.info = PictureInfo(
            format: .other("film"), storedWidth: frame.width, storedHeight: frame.height,
            orientation: orientation, hasAlpha: frame.hasAlpha)
    }

    func readRow(into row: UnsafeMutableBufferPointer<UInt16>) throws(MediaError) {
        let row = UnsafeMutableBufferPointer(rebasing: row[..<(4 * rowWidth)])
        let offset = rowsRead * Int(raster.raw.pointee.linesize.0)
        samples.widen(
            UnsafeRawBufferPointer(
                start: raster.raw.pointee.data.0.map { $0 + offset },
                count: rowWidth * samples.bytesPerPixel),
            into: row)
        mapping?.apply(to: row)
        rowsRead += 1
    }
}
