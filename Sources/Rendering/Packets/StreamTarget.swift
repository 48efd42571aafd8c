import Media
import Planning

/// A file of a picture stream and, mostly, a sound stream.
struct StreamTarget: RenderTarget {
    let chunks: [Chunk]
    let coder: @Sendable (Chunk) throws -> VideoCoder
    private let codec: VideoCodec
    private let writer: FileWriter

    init(_ render: Render, codec: VideoCodec, writer: FileWriter) {
        let (canvas, quality) = (render.plan.canvas, render.quality)
        chunks = Chunk.split(render.frames, of: render.plan)
        coder = { _ in try VideoCoder(canvas, codec: codec, quality: quality) }
        self.codec = codec
        self.writer = writer
    }

    func write(_ output: VideoCoder.Output, at start: Int) throws {
        try writer.write(output.packets, codec, extradata: output.extradata, at: start)
    }

    func finish() throws { try writer.finish() }
}
