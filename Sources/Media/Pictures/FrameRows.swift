import CLibav

/// A decoded frame, held whole and handed out row by row.
final class FrameRows: RowSource {
    let info: PictureInfo
    let rowWidth: Int
    let rowCount: Int
    let warnings: [String] = []

    private let frame: StillFrame
    private let path: String
    private let color: FrameColor
    private let mapping: ColorMapping
    private let samples: StoredSamples

    /// The frame as RGBA; nil until the first row is asked for.
    private var raster: StillFrame?
    private var rowsRead = 0

    /// Hands out `frame`, whose samples mean `color`; `mapping` takes its R'G'B' to sRGB, and has
    /// tables for 16 bits where `isWide`.
    init(
        _ frame: StillFrame, _ color: FrameColor, mapping: ColorMapping, isWide: Bool,
        info: PictureInfo, path: String
    ) {
        self.frame = frame
        self.color = color
        self.mapping = mapping
        self.info = info
        self.path = path
        samples = StoredSamples(channels: 4, isWide: isWide)
        rowWidth = frame.width
        rowCount = frame.height
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
        let converted = try frame.converted(color, isWide: samples.isWide, path: path)
        raster = converted
        return converted
    }
}

extension FrameRows {
    /// Decodes the first frame of `file`.
    convenience init(file: PictureFile) throws(MediaError) {
        let first = try FirstFrame(file)
        let color = FrameColor(first.frame, isFilm: first.milliseconds != nil)
        let isWide = first.frame.isWide || !color.isStandard
        var warnings: [String] = []
        if color.isHighDynamicRange {
            warnings.append("it is high dynamic range and is tone-mapped to standard range")
        }
        let mapping = ColorMapping(of: first.frame, color, isWide: isWide, &warnings)
        let (width, height) = (first.frame.width, first.frame.height)
        let bytes = StoredSamples(channels: 4, isWide: isWide).bytesPerPixel
        try PictureLimits.check(
            wholeRaster: first.frame.byteCount + width * height * bytes,
            kind: "a picture of this format", width: width, height: height, path: file.path)
        self.init(
            first.frame, color, mapping: mapping, isWide: isWide,
            info: PictureInfo(
                format: first.format, storedWidth: width, storedHeight: height,
                orientation: first.orientation, hasAlpha: first.hasAlpha,
                profile: first.frame.profile.flatMap(ICCProfile.init)?.name,
                convertsColors: mapping.changesColors, milliseconds: first.milliseconds,
                warnings: warnings),
            path: file.path)
    }
}

extension ColorMapping {
    /// What takes the R'G'B' of `frame` to sRGB: its profile, else what `color` says.
    init(
        of frame: StillFrame, _ color: FrameColor, isWide: Bool, _ warnings: inout [String]
    ) {
        self = color.isStandard ? .identity : .light(LightMapping(color))
        guard let bytes = frame.profile else { return }
        let profile = ICCProfile(bytes)
        if profile?.space == .rgb || frame.isGray, let mapping = profile?.mapping(isWide: isWide) {
            self = mapping.simplified
            return
        }
        warnings.append("its colour profile can't be used and was ignored")
    }
}
