import Media
import Planning

/// Frames spread over the timeline → the colours of a GIF; the first of its two passes.
struct PaletteTarget: RenderTarget {
    let chunks: [Chunk]
    let coder: @Sendable (Chunk) throws -> RGBCoder
    private let maker: PaletteMaker

    /// Two frames a second show all scenes; more than this many no longer change the palette.
    private static let rate = 2.0
    private static let most = 64

    init(_ render: Render) throws(MediaError) {
        let (canvas, frames) = (render.plan.canvas, render.frames)
        let seconds = Double(frames.count) / canvas.frameRate.framesPerSecond
        let wanted = min(max(seconds * Self.rate, 4), Double(Self.most))
        let count = min(Int(wanted.rounded(.up)), frames.count)
        chunks = (0..<count).map { number in
            let frame = frames.lowerBound + (2 * number + 1) * frames.count / (2 * count)
            return Chunk(index: number, frames: frame..<frame + 1)
        }
        coder = { _ in RGBCoder(canvas) }
        maker = try PaletteMaker(width: canvas.width, height: canvas.height)
    }

    func write(_ output: [RGBPicture], at start: Int) throws {
        for picture in output { try maker.add(picture.pixels) }
    }

    func finish() throws {}

    /// The palette, once all frames are written.
    func palette() throws(MediaError) -> ColorPalette { try maker.palette() }
}
