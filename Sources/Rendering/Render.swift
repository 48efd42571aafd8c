import Foundation
package import Media
package import Planning
package import Typesetting

/// Renders a plan into a file.
///
/// The whole program on one page: plan → frames and samples → packets → file.
package struct Render: Sendable {
    package var plan: RenderPlan
    package var fonts: FontLibrary
    package var quality: VideoQuality

    /// How many chunks are drawn and encoded at a time; the bytes of the file don't depend on it.
    package var workers: Int

    /// The frames to render, of the whole plan; the file's time starts at the first of them.
    package var frames: Range<Int>

    /// Whether a notice that comes up while rendering keeps the file from being written.
    package var isStrict = false

    package init(
        _ plan: RenderPlan, fonts: FontLibrary, quality: VideoQuality = .high, workers: Int,
        frames: Range<Int>? = nil
    ) {
        self.plan = plan
        self.fonts = fonts
        self.quality = quality
        self.workers = max(workers, 1)
        self.frames = frames ?? 0..<plan.frameCount
    }

    /// Writes the file at `path`, whole or not at all; `progress` is told from any task.
    ///
    /// - Returns: what came up on the way.
    /// - Throws: `MediaError` for files and codecs, `CancellationError` when the task was
    ///   cancelled. The file that was at `path` before is then untouched.
    package func run(
        to path: String, progress: @escaping @Sendable (RenderProgress) -> Void = { _ in }
    ) async throws -> [Notice] {
        let output = try OutputFile(path: path)
        do {
            return try await run(to: output, progress: progress)
        } catch let error as MediaError where error.path == output.temporaryPath {
            throw MediaError(error.operation, path: path, reason: error.reason)
        }
    }

    private func run(
        to output: OutputFile, progress: @escaping @Sendable (RenderProgress) -> Void
    ) async throws -> [Notice] {
        progress(.readingSound)
        let sound = try SoundTrackWriter(plan, frames: frames)
        let chunks = Chunk.split(frames, of: plan)
        let store = try ClipStore(plan, fonts: fonts, uses: chunks.map(\.frames))
        let counter = FrameCounter(total: frames.count, report: progress)
        let encoder = ChunkEncoder(
            plan: plan, quality: quality, store: store, onFrame: counter.count)
        let writer = FileWriter(
            path: output.temporaryPath, plan: plan, frames: frames, sound: sound)
        try await inOrder(count: chunks.count, workers: workers) { index in
            try await encoder.encode(chunks[index])
        } consume: { index, chunk in
            try writer.write(chunk, at: chunks[index].frames.lowerBound - frames.lowerBound)
        }
        progress(.finishing)
        try writer.finish()
        try Task.checkCancellation()
        let known = Set(plan.notices.map(\.message))
        let notices = (sound.notices + (await store.notices)).filter { !known.contains($0.message) }
        if isStrict, !notices.isEmpty { throw StrictNotices(notices: notices) }
        try output.commit()
        progress(.done)
        return notices
    }
}

/// The notices that kept a strict render from being written.
package struct StrictNotices: Error {
    package var notices: [Notice]
}

/// How far a render has come.
package enum RenderProgress: Sendable, Hashable {
    /// Sound is decoded and measured.
    case readingSound
    /// So many frames of all are drawn and encoded.
    case frames(done: Int, total: Int)
    /// The file is being closed.
    case finishing
    /// The file stands under its name.
    case done
}
