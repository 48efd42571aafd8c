import CTurboJPEG
import Foundation

/// Writes baseline JPEG files: 4:2:0, BT.601 at full range, as JFIF wants it.
package enum JPEGWriter {
    /// Writes an RGB picture, three bytes a pixel without gaps; `quality` is 1...100.
    ///
    /// The file appears whole or not at all, like those of `PNGWriter`.
    ///
    /// - Throws: an error where `pixels` doesn't fit the size or the file can't be written.
    package static func write(
        pixels: [UInt8], width: Int, height: Int, quality: Int, to path: String
    ) throws(MediaError) {
        try OutputPlace.check(path, operation)
        let data = try data(
            pixels: pixels, width: width, height: height, quality: quality, path: path)
        let partial = "\(path).\(UUID().uuidString.prefix(8)).partial"
        do throws(MediaError) {
            try ByteFile(path: partial).append(data)
            guard rename(partial, path) == 0 else {
                throw failure(path, String(cString: strerror(errno)).lowercased())
            }
        } catch {
            unlink(partial)
            throw failure(path, error.reason)
        }
    }

    /// Returns the bytes of such a file; `path` is named in errors.
    package static func data(
        pixels: [UInt8], width: Int, height: Int, quality: Int, path: String = ""
    ) throws(MediaError) -> [UInt8] {
        let side = 1...65_535
        guard side ~= width, side ~= height, pixels.count == 3 * width * height else {
            throw failure(path, "\(pixels.count) bytes are no \(width) x \(height) picture")
        }
        guard let encoder = tjInitCompress() else { throw failure(path, "out of memory") }
        defer { tjDestroy(encoder) }
        var bytes: UnsafeMutablePointer<UInt8>?
        defer { tjFree(bytes) }
        var size: CUnsignedLong = 0
        let result = tjCompress2(
            encoder, pixels, CInt(width), CInt(3 * width), CInt(height), CInt(TJPF_RGB.rawValue),
            &bytes, &size, CInt(TJSAMP_420.rawValue), CInt(min(max(quality, 1), 100)),
            TJFLAG_ACCURATEDCT)
        guard result == 0, let bytes else {
            throw failure(path, String(cString: tjGetErrorStr2(encoder)))
        }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
    }

    private static let operation = "write the picture"

    private static func failure(_ path: String, _ reason: String) -> MediaError {
        MediaError(operation, path: path, reason: reason)
    }
}
