import CWebP
import Foundation

/// Codes the pictures of one chunk for an animated WebP: the first whole, of the others the box in
/// which they differ from the one before.
///
/// libwebp's own animations leave out small changes as well, which slow fades and moves sum up to
/// ghosts. Chunks are joined frame by frame into one file, see `WebPFile`.
package final class WebPEncoder {
    private let width: Int
    private let height: Int
    private var config = WebPConfig()
    private var last: [UInt8] = []
    private var pending: WebPFrame?
    private var frames: [WebPFrame] = []

    /// - Throws: `MediaError` where libwebp is of another version.
    package init(width: Int, height: Int, quality: VideoQuality) throws(MediaError) {
        self.width = width
        self.height = height
        guard WebPConfigInit(&config) != 0 else {
            throw Self.failure("this libwebp is of another version")
        }
        config.quality = quality.webPQuality
        config.method = quality.webPMethod
        config.lossless = quality == .lossless ? 1 : 0
        config.use_sharp_yuv = quality == .max ? 1 : 0
        config.thread_level = 0
    }

    /// Adds an RGB picture, three bytes a pixel, shown from `time` on, in milliseconds from the
    /// chunk's start.
    package func add(_ pixels: [UInt8], at time: Int) throws(MediaError) {
        guard pixels.count == 3 * width * height else {
            throw Self.failure("\(pixels.count) bytes are no picture")
        }
        guard let box = changedBox(pixels) else { return }
        end(at: time)
        pending = WebPFrame(
            left: box.left, top: box.top, width: box.width, height: box.height, start: time,
            picture: try encoded(pixels, box))
        last = pixels
    }

    /// Ends the chunk at `time` and returns its frames.
    package func finish(at time: Int) -> [WebPFrame] {
        end(at: time)
        return frames
    }

    private func end(at time: Int) {
        guard var frame = pending else { return }
        frame.duration = time - frame.start
        frames.append(frame)
        pending = nil
    }

    private struct Box {
        var left: Int
        var top: Int
        var width: Int
        var height: Int
    }

    /// The smallest box of what changed, its corner on even pixels as the format wants it; nil
    /// where nothing has.
    private func changedBox(_ pixels: [UInt8]) -> Box? {
        guard !last.isEmpty else { return Box(left: 0, top: 0, width: width, height: height) }
        let stride = 3 * width
        var (left, right) = (width, 0)
        var rows: ClosedRange<Int>?
        for y in 0..<height {
            let row = y * stride..<(y + 1) * stride
            guard let first = row.first(where: { pixels[$0] != last[$0] }),
                let end = row.last(where: { pixels[$0] != last[$0] })
            else { continue }
            left = min(left, (first - row.lowerBound) / 3)
            right = max(right, (end - row.lowerBound) / 3 + 1)
            rows = (rows?.lowerBound ?? y)...y
        }
        guard let rows else { return nil }
        let (x, y) = (left / 2 * 2, rows.lowerBound / 2 * 2)
        return Box(left: x, top: y, width: right - x, height: rows.upperBound + 1 - y)
    }

    /// Returns the chunks of a coded picture.
    private func encoded(_ pixels: [UInt8], _ box: Box) throws(MediaError) -> [UInt8] {
        var picture = WebPPicture()
        var output = WebPMemoryWriter()
        WebPMemoryWriterInit(&output)
        defer { WebPMemoryWriterClear(&output) }
        guard WebPPictureInit(&picture) != 0 else { throw Self.failure("out of memory") }
        defer { WebPPictureFree(&picture) }
        picture.width = Int32(box.width)
        picture.height = Int32(box.height)
        picture.use_argb = config.lossless == 0 && config.use_sharp_yuv == 0 ? 0 : 1
        let isDone = pixels.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return false }
            let start = base + 3 * (box.top * width + box.left)
            guard WebPPictureImportRGB(&picture, start, Int32(3 * width)) != 0 else { return false }
            return withUnsafeMutablePointer(to: &output) { writer in
                picture.writer = WebPMemoryWrite
                picture.custom_ptr = UnsafeMutableRawPointer(writer)
                return WebPEncode(&config, &picture) != 0
            }
        }
        guard isDone else { throw Self.failure("libwebp error \(picture.error_code.rawValue)") }
        let file = Array(UnsafeBufferPointer(start: output.mem, count: output.size))
        return RIFFChunk.list(file[...]).filter { ["VP8 ", "VP8L"].contains($0.name) }
            .flatMap(\.bytes)
    }

    private static func failure(_ reason: String) -> MediaError {
        MediaError("encode a WebP", path: "", reason: reason)
    }
}
