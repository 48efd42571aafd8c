import CPNG

/// An open PNG file: the one owner of libpng's structures.
final class PNGFile {
    private(set) var header = cpng_header()
    private let file: UnsafeMutablePointer<cpng_file>
    private let path: String

    /// Opens the PNG at `path`, reads up to the image data and checks the size.
    init(path: String) throws(MediaError) {
        guard let file = cpng_open(path, 0) else {
            throw MediaError("read the picture", path: path, reason: "it can't be opened")
        }
        self.file = file
        self.path = path
        let result = cpng_read_header(
            file, png_uint_32(Int32.max), png_alloc_size_t(PictureLimits.largestChunk), &header)
        guard result == 0 else { throw failure("read the picture") }
        try PictureLimits.check(
            width: Int(header.width), height: Int(header.height), path: path)
        guard cpng_start_rows(file, &header) == 0 else { throw failure("read the picture") }
    }

    deinit { cpng_close(file) }

    /// The bytes of one decoded row.
    var rowBytes: Int { header.row_bytes }

    /// Decodes the next row into `bytes` from `offset` on; false where libpng refuses.
    func readRow(into bytes: inout [UInt8], at offset: Int) -> Bool {
        guard offset >= 0, offset <= bytes.count - rowBytes else { return false }
        return bytes.withUnsafeMutableBufferPointer {
            guard let base = $0.baseAddress else { return false }
            return cpng_read_row(file, base + offset, header.is_interlaced) == 0
        }
    }

    /// Reads what follows the last row; false where it is damaged.
    func finish() -> Bool { cpng_finish_reading(file) == 0 }

    /// Why the last call failed, in libpng's words.
    var message: String { String(cString: cpng_error(file)) }

    /// The first of libpng's complaints, and how many came after it.
    ///
    /// That a profile is one of the old faulty makes of sRGB is left out: no eye could tell.
    var complaints: [String] {
        let first = String(cString: cpng_warning(file))
        guard !first.isEmpty, !first.contains("sRGB profile") else { return [] }
        let others = file.pointee.warning_count - 1
        return [others > 0 ? "\(first) (and \(others) more complaints)" : first]
    }

    func failure(_ operation: String) -> MediaError {
        MediaError(
            operation, path: path,
            reason: "it is no whole PNG (\(message)); save or download it again")
    }
}
