import CPNG

/// Streams a PNG row by row; an interlaced one is held whole, since its rows come in seven passes.
final class PNGRows: RowSource {
    let info: PictureInfo
    let rowWidth: Int
    let rowCount: Int
    private(set) var warnings: [String] = []

    private let file: PNGFile
    private let samples: StoredSamples
    private let mapping: ColorMapping
    private let path: String

    /// One row, or all of them where the picture is interlaced; nil until they are asked for.
    private var stored: [UInt8]
    private var isWhole = false
    private var rowsRead = 0
    private var isDamaged = false

    init(path: String) throws(MediaError) {
        let file = try PNGFile(path: path)
        let header = file.header
        samples = StoredSamples(channels: Int(header.channels), isWide: header.wide != 0)
        let color = PNGColor(header, isGray: samples.channels <= 2)
        mapping = color.mapping
        info = PictureInfo(
            format: .png, storedWidth: Int(header.width), storedHeight: Int(header.height),
            orientation: header.orientation, hasAlpha: header.has_alpha != 0,
            profile: color.profile, convertsColors: mapping.changesColors, warnings: color.warnings)
        rowWidth = info.storedWidth
        rowCount = info.storedHeight
        self.file = file
        self.path = path
        stored = []
    }

    func readRow(into row: UnsafeMutableBufferPointer<UInt16>) throws(MediaError) {
        let row = UnsafeMutableBufferPointer(rebasing: row[..<(4 * rowWidth)])
        if stored.isEmpty { try start() }
        if !isWhole { try readNext() }
        let offset = isWhole ? rowsRead * file.rowBytes : 0
        stored.withUnsafeBytes {
            samples.widen(UnsafeRawBufferPointer(rebasing: $0[offset...]), into: row)
        }
        if !isDamaged || isWhole { mapping.apply(to: row) }
        rowsRead += 1
        if rowsRead == rowCount { finish() }
    }

    private func start() throws(MediaError) {
        let isInterlaced = file.header.is_interlaced != 0
        if isInterlaced {
            try PictureLimits.check(
                wholeRaster: file.rowBytes * rowCount, kind: "an interlaced PNG", width: rowWidth,
                height: rowCount, path: path)
        }
        stored = blank(rows: isInterlaced ? rowCount : 1)
        if isInterlaced { try readPasses() }
    }

    private func readNext() throws(MediaError) {
        guard !isDamaged else { return }
        guard !file.readRow(into: &stored, at: 0) else { return }
        guard rowsRead > 0 else { throw file.failure("decode the picture") }
        isDamaged = true
        stored = blank(rows: 1)
        warnings.append(
            "the file is damaged or cut short (\(file.message)): "
                + "rows from \(rowsRead) of \(rowCount) are blank")
    }

    private func readPasses() throws(MediaError) {
        isWhole = true
        for pass in 0..<Int(file.header.pass_count) {
            for row in 0..<rowCount where !file.readRow(into: &stored, at: row * file.rowBytes) {
                guard pass > 0 || row > 0 else { throw file.failure("decode the picture") }
                isDamaged = true
                warnings.append(
                    "the file is damaged or cut short (\(file.message)): the picture is coarse")
                return
            }
        }
    }

    /// Mid gray, or clear where the picture has alpha: what is shown for rows that are missing.
    private func blank(rows: Int) -> [UInt8] {
        [UInt8](repeating: info.hasAlpha ? 0 : 128, count: rows * file.rowBytes)
    }

    private func finish() {
        if !isDamaged && !file.finish() {
            warnings.append("the file is damaged at its end (\(file.message))")
        }
        warnings += file.complaints
        stored = []
    }
}

extension cpng_header {
    fileprivate var orientation: Orientation {
        guard let exif else { return .upright }
        let bytes = [UInt8](UnsafeBufferPointer(start: exif, count: Int(exif_length)))
        return Orientation(exif: bytes[...]) ?? .upright
    }
}
