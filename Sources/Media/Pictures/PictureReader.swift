/// What decodes a picture row by row.
protocol RowSource: AnyObject {
    var info: PictureInfo { get }

    /// The size of the decoded raster, in stored orientation.
    var rowWidth: Int { get }
    var rowCount: Int { get }

    /// What came up while decoding, beyond what `info` tells.
    var warnings: [String] { get }

    /// Fills `row`, `4 * rowWidth` values, with the next row.
    func readRow(into row: UnsafeMutableBufferPointer<UInt16>) throws(MediaError)
}

/// Reads a picture top to bottom, a row at a time, in stored orientation.
///
/// Values are RGBA, 16 bits a channel, straight alpha, sRGB encoded: colour profiles and gamma are
/// applied already. PNG without interlacing is streamed; other formats hold one decoded raster
/// within `PictureLimits`. One owner: a reader is not for several tasks at once.
package final class PictureReader {
    private let source: any RowSource
    private var rowsRead = 0

    /// Opens the picture at `path`.
    ///
    /// `largestShrink`, 1 or more, is how many source pixels per needed pixel the caller can
    /// spare. A JPEG of more than 48 megapixels may then be decoded smaller, yet never by more
    /// than half of that.
    ///
    /// - Throws: an error that names the file, the cause and what to do.
    package init(path: String, largestShrink: Double = 1) throws(MediaError) {
        let file = try PictureFile(path: path)
        switch file.kind {
        case .png: source = try PNGRows(path: path)
        case .jpeg: source = try JPEGRows(file: file, largestShrink: largestShrink)
        case .heif: source = try HEIFRows(HEIFFile(file))
        case .webp, .gif, .tiff, .other: source = try FrameRows(file: file)
        }
    }

    /// Reads what `source` decodes.
    init(_ source: any RowSource) {
        self.source = source
    }

    /// What the file says about its raster.
    package var info: PictureInfo { source.info }

    /// The width of the decoded raster in stored orientation: the stored width unless reduced.
    package var rowWidth: Int { source.rowWidth }

    /// The height of the decoded raster in stored orientation: the stored height unless reduced.
    package var rowCount: Int { source.rowCount }

    /// What an export should tell about this file; complete after the last row.
    package var warnings: [String] { info.warnings + source.warnings }

    /// Fills `row` with the next row, `4 * rowWidth` values.
    ///
    /// - Throws: an error where the picture can't be decoded, has no more rows, or where `row` is
    ///   too small.
    package func readRow(into row: UnsafeMutableBufferPointer<UInt16>) throws(MediaError) {
        guard rowsRead < rowCount, row.count >= 4 * rowWidth else {
            throw MediaError(
                "read a row", path: "",
                reason: "row \(rowsRead) of \(rowCount), \(row.count) values")
        }
        try source.readRow(into: row)
        rowsRead += 1
    }
}
