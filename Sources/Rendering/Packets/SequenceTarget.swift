import Media
import Planning

/// A picture file for each frame.
struct SequenceTarget: RenderTarget {
    let chunks: [Chunk]
    let coder: @Sendable (Chunk) throws -> StillCoder

    init(_ render: Render, to output: OutputSequence) {
        let (canvas, format, quality) = (render.plan.canvas, render.format, render.quality)
        let offset = SequenceName.firstNumber - render.frames.lowerBound
        let path: @Sendable (Int) -> String = { output.temporaryPath(of: $0) }
        chunks = Chunk.split(render.frames, of: render.plan)
        coder = { chunk in
            StillCoder(
                canvas, format: format, quality: quality,
                first: chunk.frames.lowerBound + offset, path: path)
        }
    }

    // The files are written where they are coded.
    func write(_ output: Void, at start: Int) throws {}
    func finish() throws {}
}
