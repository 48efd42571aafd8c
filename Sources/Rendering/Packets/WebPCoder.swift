import Media
import Planning

/// Frames → those of an animated WebP.
final class WebPCoder: FrameCoder {
    private let buffer: FrameBuffer
    private let rate: FrameRate
    private let encoder: WebPEncoder
    private let start: Int
    private var count = 0

    /// `start` is the first frame's number in the file.
    init(_ canvas: Canvas, _ quality: VideoQuality, start: Int) throws(MediaError) {
        buffer = FrameBuffer(width: canvas.width, height: canvas.height)
        rate = canvas.frameRate
        encoder = try WebPEncoder(width: canvas.width, height: canvas.height, quality: quality)
        self.start = start
    }

    /// Milliseconds from the chunk's start to its frame `frame`, so that no rounding adds up.
    private func time(_ frame: Int) -> Int {
        func milliseconds(_ frame: Int) -> Int {
            (2000 * frame * rate.denominator + rate.numerator) / (2 * rate.numerator)
        }
        return milliseconds(start + frame) - milliseconds(start)
    }

    func nextFrame() throws(MediaError) -> FramePlanes { buffer.planes }

    func encode() throws(MediaError) {
        try encoder.add(RGBPicture(buffer.planes).pixels, at: time(count))
        count += 1
    }

    func finish() throws(MediaError) -> [WebPFrame] { encoder.finish(at: time(count)) }
}
