import Media
import Planning

/// Frames → for each pixel its place in a palette.
final class PaletteCoder: FrameCoder {
    private let buffer: FrameBuffer
    private let mapper: PaletteMapper
    private var frames: [[UInt8]] = []

    init(_ canvas: Canvas, _ palette: ColorPalette) throws(MediaError) {
        buffer = FrameBuffer(width: canvas.width, height: canvas.height)
        mapper = try PaletteMapper(palette, width: canvas.width, height: canvas.height)
    }

    func nextFrame() throws(MediaError) -> FramePlanes { buffer.planes }

    func encode() throws(MediaError) {
        frames.append(try mapper.indices(RGBPicture(buffer.planes).pixels))
    }

    func finish() throws(MediaError) -> [[UInt8]] { frames }
}
