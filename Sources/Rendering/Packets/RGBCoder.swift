import Media
import Planning

/// Frames as players show them.
final class RGBCoder: FrameCoder {
    private let buffer: FrameBuffer
    private var pictures: [RGBPicture] = []

    init(_ canvas: Canvas) {
        buffer = FrameBuffer(width: canvas.width, height: canvas.height)
    }

    func nextFrame() throws(MediaError) -> FramePlanes { buffer.planes }

    func encode() throws(MediaError) { pictures.append(RGBPicture(buffer.planes)) }

    func finish() throws(MediaError) -> [RGBPicture] { pictures }
}
