import CPNG
import Foundation

/// Writes 8-bit PNG files, tagged sRGB.
package enum PNGWriter {
    /// Writes a picture of `width` x `height` pixels with 1 (gray), 2 (gray, alpha), 3 (RGB) or
    /// 4 (RGBA, straight alpha) `channels`.
    ///
    /// The file appears whole or not at all: it is written beside `path` under another name and
    /// renamed at the end. What stood at `path` stays until then.
    ///
    /// - Throws: an error where `pixels` doesn't fit the size or the file can't be written.
    package static func write(
        pixels: UnsafeBufferPointer<UInt8>, width: Int, height: Int, channels: Int,
        to path: String
    ) throws(MediaError) {
        let side = 1...Int(Int32.max)
        guard (1...4).contains(channels), side ~= width, side ~= height,
            pixels.count / channels / width == height,
            pixels.count == width * height * channels, let start = pixels.baseAddress
        else {
            throw failure(
                path, "\(pixels.count) bytes are no \(width) x \(height) x \(channels) picture")
        }
        try OutputPlace.check(path, operation)
        let partial = "\(path).\(UUID().uuidString.prefix(8)).partial"
        do throws(MediaError) {
            try writeFile(start, width: width, height: height, channels: channels, to: partial)
            guard rename(partial, path) == 0 else {
                throw failure(path, String(cString: strerror(errno)).lowercased())
            }
        } catch {
            unlink(partial)
            throw MediaError(error.operation, path: path, reason: error.reason)
        }
    }

    /// Writes `pixels` like the buffer of the same name.
    package static func write(
        pixels: [UInt8], width: Int, height: Int, channels: Int, to path: String
    ) throws(MediaError) {
        let result = pixels.withUnsafeBufferPointer { buffer in
            Result { () throws(MediaError) in
                try write(
                    pixels: buffer, width: width, height: height, channels: channels, to: path)
            }
        }
        try result.get()
    }

    private static func writeFile(
        _ start: UnsafePointer<UInt8>, width: Int, height: Int, channels: Int, to path: String
    ) throws(MediaError) {
        guard let file = cpng_open(path, 1) else {
            throw failure(path, String(cString: strerror(errno)).lowercased())
        }
        defer { cpng_close(file) }
        let result = cpng_write(
            file, start, png_uint_32(width), png_uint_32(height), Int32(channels), level)
        guard result == 0 else { throw failure(path, String(cString: cpng_error(file))) }
    }

    /// zlib's level: a third of the time of the usual 6 for a few per cent more bytes.
    private static let level: Int32 = 4

    private static let operation = "write the picture"

    private static func failure(_ path: String, _ reason: String) -> MediaError {
        MediaError(operation, path: path, reason: reason)
    }
}
