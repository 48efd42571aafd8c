import Media
import Planning

/// Frames → one picture file each, under its number in the sequence.
final class StillCoder: FrameCoder {
    private let buffer: FrameBuffer
    private let format: OutputFormat
    private let quality: VideoQuality
    private let path: @Sendable (Int) -> String
    private var number: Int

    /// `first` is the number of the first picture, `path` the file of a number.
    init(
        _ canvas: Canvas, format: OutputFormat, quality: VideoQuality, first: Int,
        path: @escaping @Sendable (Int) -> String
    ) {
        buffer = FrameBuffer(width: canvas.width, height: canvas.height)
        self.format = format
        self.quality = quality
        self.path = path
        number = first
    }

    func nextFrame() throws(MediaError) -> FramePlanes { buffer.planes }

    func encode() throws(MediaError) {
        let picture = RGBPicture(buffer.planes)
        if format == .jpg {
            try JPEGWriter.write(
                pixels: picture.pixels, width: picture.width, height: picture.height,
                quality: quality.jpegQuality, to: path(number))
        } else {
            try PNGWriter.write(
                pixels: picture.pixels, width: picture.width, height: picture.height, channels: 3,
                to: path(number))
        }
        number += 1
    }

    func finish() throws(MediaError) {}
}
