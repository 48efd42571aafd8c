import Foundation
import Media
import Planning

/// Draws and encodes whole chunks; shared by all workers.
struct ChunkEncoder: Sendable {
    let plan: RenderPlan
    let quality: VideoQuality
    let store: ClipStore

    /// Is told after each frame, from any task.
    let onFrame: @Sendable () -> Void

    /// What a finished chunk is made of.
    struct Output: Sendable {
        /// Times count frames from the chunk's first one.
        var packets: [Packet]
        var extradata: [UInt8]
    }

    func encode(_ chunk: Chunk) async throws -> Output {
        let clips = try await store.clips(for: chunk.frames)
        let projection = FilmProjection(plan, clips)
        let output = try draw(chunk.frames, projection)
        await store.add(projection.warnings)
        await store.release(chunk.frames)
        return output
    }

    private func draw(_ frames: Range<Int>, _ projection: FilmProjection) throws -> Output {
        let compositor = Compositor(plan)
        let encoder = try VideoEncoder(plan.canvas.videoFormat, quality: quality)
        var packets: [Packet] = []
        for index in frames {
            try Task.checkCancellation()
            let memory = try encoder.nextFrame()
            let shown = try projection.clips(at: index)
            compositor.draw(index, clips: shown, into: FramePlanes(memory, plan.canvas))
            packets += try encoder.encode()
            onFrame()
        }
        packets += try encoder.finish()
        return Output(packets: packets, extradata: encoder.extradata)
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
