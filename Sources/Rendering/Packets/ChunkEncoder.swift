import Foundation
import Media
import Planning

/// Draws and encodes whole chunks; shared by all workers.
struct ChunkEncoder<Coder: FrameCoder>: Sendable {
    let plan: RenderPlan
    let store: ClipStore

    /// Makes the encoder of one chunk.
    let coder: @Sendable (Chunk) throws -> Coder

    /// Is told after each frame, from any task.
    let onFrame: @Sendable () -> Void

    func encode(_ chunk: Chunk) async throws -> Coder.Output {
        let clips = try await store.clips(for: chunk.frames)
        let projection = FilmProjection(plan, clips)
        let output = try draw(chunk, projection)
        await store.add(projection.warnings)
        await store.release(chunk.frames)
        return output
    }

    private func draw(_ chunk: Chunk, _ projection: FilmProjection) throws -> Coder.Output {
        let compositor = Compositor(plan)
        let coder = try coder(chunk)
        for index in chunk.frames {
            try Task.checkCancellation()
            let shown = try projection.clips(at: index)
            compositor.draw(index, clips: shown, into: try coder.nextFrame())
            try coder.encode()
            onFrame()
        }
        return try coder.finish()
    }
}

extension Canvas {
    /// The format of the picture stream.
    var videoFormat: VideoFormat {
        VideoFormat(
            width: width, height: height, rateNumerator: frameRate.numerator,
            rateDenominator: frameRate.denominator)
    }
}

extension FramePlanes {
    /// The planes of an encoder's frame.
    init(_ memory: FrameMemory, _ canvas: Canvas) {
        self.init(
            width: canvas.width, height: canvas.height, luma: memory.luma, cb: memory.cb,
            cr: memory.cr, lumaStride: memory.lumaStride, chromaStride: memory.chromaStride)
    }
}
