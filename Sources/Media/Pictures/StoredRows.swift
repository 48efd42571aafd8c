import CLibav
import CPNG

/// The 8-bit samples of a lossless picture exactly as they are stored, a row at a time.
///
/// No colour profile is applied, so that the lowest bits are those of the file. For PNG without
/// interlacing and for WebP that is lossless. One owner: not for several tasks at once.
package final class StoredRows {
    package let width: Int
    package let height: Int
    /// 3 RGB, 4 RGBA with straight alpha.
    package let channels: Int

    private enum Source {
        case png(PNGFile)
        case frame(StillFrame)
    }

    private let source: Source
    private var rowsRead = 0

    /// Opens the picture at `path`; nil where it is of another kind.
    ///
    /// - Throws: an error that names the file, the cause and what to do.
    package init?(path: String) throws(MediaError) {
        let file = try PictureFile(path: path)
        switch file.kind {
        case .png:
            let png = try PNGFile(path: path)
            let header = png.header
            guard header.channels >= 3, header.bit_depth == 8, header.is_interlaced == 0 else {
                return nil
            }
            width = Int(header.width)
            height = Int(header.height)
            channels = Int(header.channels)
            source = .png(png)
        case .webp:
            guard let frame = try Self.losslessFrame(of: file) else { return nil }
            width = frame.width
            height = frame.height
            channels = 4
            source = .frame(frame)
        case .jpeg, .gif, .tiff, .heif, .other: return nil
        }
    }

    /// Fills `row`, `channels * width` values, with the next row; false where the picture is
    /// damaged or has no more rows, or where `row` is too small.
    package func readRow(into row: inout [UInt8]) -> Bool {
        guard rowsRead < height, row.count >= channels * width else { return false }
        switch source {
        case .png(let file):
            guard file.readRow(into: &row, at: 0) else { return false }
        case .frame(let frame): copy(frame, into: &row)
        }
        rowsRead += 1
        return true
    }

    /// libav gives lossless WebP as bytes A, R, G, B.
    private func copy(_ frame: StillFrame, into row: inout [UInt8]) {
        guard let start = frame.raw.pointee.data.0 else { return }
        let bytes = UnsafeBufferPointer(
            start: start + rowsRead * Int(frame.raw.pointee.linesize.0), count: 4 * width)
        for x in 0..<width {
            row[4 * x] = bytes[4 * x + 1]
            row[4 * x + 1] = bytes[4 * x + 2]
            row[4 * x + 2] = bytes[4 * x + 3]
            row[4 * x + 3] = bytes[4 * x]
        }
    }

    private static func losslessFrame(of file: PictureFile) throws(MediaError) -> StillFrame? {
        guard let header = WebPHeader(try file.bytes()), !header.isAnimated, header.isLossless
        else { return nil }
        let frame = try StillDecoder(StillInput(path: file.path)).firstFrame()
        return frame.isStoredARGB ? frame : nil
    }
}
