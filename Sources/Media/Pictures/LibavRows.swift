import CLibav

/// The first frame of whatever libav or libwebp decodes, held whole and handed out row by row.
final class LibavRows: RowSource {
    let info: PictureInfo
    let rowWidth: Int
    let rowCount: Int
    let warnings: [String] = []

    private let frame: StillFrame
    private let path: String
    private let isFilm: Bool
    private let mapping: ColorMapping
    private let samples: StoredSamples

    /// The frame as RGBA; nil until the first row is asked for.
    private var raster: StillFrame?
    private var rowsRead = 0

    init(file: PictureFile) throws(MediaError) {
        path = file.path
        let first = try FirstFrame(file)
        frame = first.frame
        isFilm = first.milliseconds != nil
        samples = StoredSamples(channels: 4, isWide: frame.isWide)
        rowWidth = frame.width
        rowCount = frame.height
        var warnings: [String] = []
        mapping = Self.mapping(of: frame, isWide: samples.isWide, &warnings)
        if frame.isHighDynamicRange {
            warnings.append("it is high dynamic range and is shown without tone mapping")
        }
        info = PictureInfo(
            format: first.format, storedWidth: rowWidth, storedHeight: rowCount,
            orientation: first.orientation, hasAlpha: first.hasAlpha,
            milliseconds: first.milliseconds, warnings: warnings)
        try PictureLimits.check(
            wholeRaster: frame.byteCount + rowWidth * rowCount * samples.bytesPerPixel,
            kind: "a picture of this format", width: rowWidth, height: rowCount, path: path)
    }

    func readRow(into row: UnsafeMutableBufferPointer<UInt16>) throws(MediaError) {
        let row = UnsafeMutableBufferPointer(rebasing: row[..<(4 * rowWidth)])
        let raster = try convertedFrame()
        let start = raster.raw.pointee.data.0
        let offset = rowsRead * Int(raster.raw.pointee.linesize.0)
        samples.widen(
            UnsafeRawBufferPointer(
                start: start.map { $0 + offset }, count: rowWidth * samples.bytesPerPixel),
            into: row)
        mapping.apply(to: row)
        rowsRead += 1
    }

    private func convertedFrame() throws(MediaError) -> StillFrame {
        if let raster { return raster }
        let color = FrameColor(frame, isFilm: isFilm)
        let converted = try frame.converted(color, isWide: frame.isWide, path: path)
        raster = converted
        return converted
    }

    private static func mapping(
        of frame: StillFrame, isWide: Bool, _ warnings: inout [String]
    ) -> ColorMapping {
        guard let bytes = frame.profile else { return .identity }
        let profile = ICCProfile(bytes)
        if profile?.space == .rgb || frame.isGray, let mapping = profile?.mapping(isWide: isWide) {
            return mapping.simplified
        }
        warnings.append("its colour profile can't be used and was ignored")
        return .identity
    }
}
