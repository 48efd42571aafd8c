import Media
import Planning

/// A GIF: the second of its passes, with the palette of the first.
struct GIFTarget: RenderTarget {
    let chunks: [Chunk]
    let coder: @Sendable (Chunk) throws -> PaletteCoder
    private let encoder: GIFEncoder
    private let writer: FileWriter

    /// The pixels of a chunk: what waits in memory for its turn is a byte each.
    private static let chunkSize = 8_000_000

    init(_ render: Render, _ palette: ColorPalette, writer: FileWriter) throws(MediaError) {
        let canvas = render.plan.canvas
        let count = min(max(Self.chunkSize / (canvas.width * canvas.height), 1), 32)
        chunks = Chunk.split(render.frames, every: count)
        coder = { _ in try PaletteCoder(canvas, palette) }
        encoder = try GIFEncoder(canvas.videoFormat, palette)
        self.writer = writer
    }

    func write(_ output: [[UInt8]], at start: Int) throws {
        for frame in output {
            try writer.write(encoder.encode(frame), .gif, extradata: [], at: 0)
        }
    }

    func finish() throws { try writer.finish() }
}
