import Media
import Planning

/// An animated WebP.
struct WebPTarget: RenderTarget {
    let chunks: [Chunk]
    let coder: @Sendable (Chunk) throws -> WebPCoder
    private let file: WebPFile

    init(_ render: Render, path: String) throws(MediaError) {
        let (canvas, quality, first) = (
            render.plan.canvas, render.quality, render.frames.lowerBound
        )
        // Each costs a whole picture; a clip for a chat is still shared out among the workers.
        let count = max(Int(2 * canvas.frameRate.framesPerSecond), 2)
        chunks = Chunk.split(render.frames, every: count)
        coder = { chunk in
            try WebPCoder(canvas, quality, start: chunk.frames.lowerBound - first)
        }
        let labels = FileLabels(render.plan, frames: render.frames)
        file = try WebPFile(
            path: path, width: canvas.width, height: canvas.height, xmp: labels.xmp)
    }

    func write(_ output: [WebPFrame], at start: Int) throws { try file.write(output) }

    func finish() throws { try file.finish() }
}
