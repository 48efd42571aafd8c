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
    package var format: OutputFormat
    package var quality: VideoQuality

    /// How many chunks are drawn and encoded at a time; the bytes of the file don't depend on it.
    package var workers: Int

    /// The frames to render, of the whole plan; the file's time starts at the first of them.
    package var frames: Range<Int>

    /// Whether a file that can carry sound has a sound track; a silent one where nothing sounds.
    package var hasSound = true

    /// Whether a notice that comes up while rendering keeps the file from being written.
    package var isStrict = false

    package init(
        _ plan: RenderPlan, fonts: FontLibrary, format: OutputFormat = .mp4,
        quality: VideoQuality = .high, workers: Int, frames: Range<Int>? = nil
    ) {
        self.plan = plan
        self.fonts = fonts
        self.format = format
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
        try format.check()
        let output = try OutputFile(path: path)
        return try await naming(output) {
            progress(.readingSound)
            switch format {
            case .webp:
                let target = try WebPTarget(self, path: output.temporaryPath)
                return try await draw(target, output, [], progress)
            case .gif: return try await gif(output, progress)
            default: return try await streams(output, progress)
            }
        }
    }

    /// Writes each frame as a file called `name`, all of them or none, like `run(to:progress:)`.
    package func run(
        toSequence name: SequenceName,
        progress: @escaping @Sendable (RenderProgress) -> Void = { _ in }
    ) async throws -> [Notice] {
        let output = try OutputSequence(name, count: frames.count)
        return try await naming(output) {
            try await draw(SequenceTarget(self, to: output), output, [], progress)
        }
    }

    /// Writes a file of streams.
    private func streams(
        _ output: OutputFile, _ progress: @escaping @Sendable (RenderProgress) -> Void
    ) async throws -> [Notice] {
        var sound: SoundTrackWriter?
        if hasSound, let codec = format.audioCodec {
            sound = try SoundTrackWriter(plan, frames: frames, codec: codec)
        }
        let writer = try writer(output, sound)
        guard let codec = format.videoCodec else {
            return try soundAlone(writer, sound, output, progress)
        }
        let target = StreamTarget(self, codec: codec, writer: writer)
        return try await draw(target, output, sound?.notices ?? [], progress)
    }

    /// Writes a GIF in two passes, so that no more than a few frames are held: the first finds the
    /// colours.
    private func gif(
        _ output: OutputFile, _ progress: @escaping @Sendable (RenderProgress) -> Void
    ) async throws -> [Notice] {
        let colors = try PaletteTarget(self)
        _ = try await encode(colors) {}
        let target = try GIFTarget(self, colors.palette(), writer: writer(output, nil))
        return try await draw(target, output, [], progress)
    }

    private func writer(
        _ output: OutputFile, _ sound: SoundTrackWriter?
    ) throws(MediaError) -> FileWriter {
        guard let container = format.container else {
            throw MediaError(
                "write the file", path: output.path, reason: "\(format.title) has no streams")
        }
        return FileWriter(
            path: output.temporaryPath, container: container, plan: plan, frames: frames,
            sound: sound)
    }

    /// Draws all frames of `target`, has them written and puts the file in its place.
    private func draw(
        _ target: some RenderTarget, _ output: some RenderOutput, _ notices: [Notice],
        _ progress: @escaping @Sendable (RenderProgress) -> Void
    ) async throws -> [Notice] {
        let counter = FrameCounter(total: frames.count, report: progress)
        let found = try await encode(target) { counter.count() }
        progress(.finishing)
        try target.finish()
        return try place(output, notices + found, progress)
    }

    /// Draws and encodes all frames of `target`, chunk by chunk.
    ///
    /// - Returns: what preparing them had to say.
    private func encode(
        _ target: some RenderTarget, onFrame: @escaping @Sendable () -> Void
    ) async throws -> [Notice] {
        let chunks = target.chunks
        let store = try ClipStore(plan, fonts: fonts, uses: chunks.map(\.frames))
        let encoder = ChunkEncoder(
            plan: plan, store: store, coder: target.coder, onFrame: onFrame)
        try await inOrder(count: chunks.count, workers: workers) { index in
            try await encoder.encode(chunks[index])
        } consume: { index, chunk in
            try target.write(chunk, at: chunks[index].frames.lowerBound - frames.lowerBound)
        }
        return await store.notices
    }

    /// Writes the sound of all frames and draws none.
    private func soundAlone(
        _ writer: FileWriter, _ sound: SoundTrackWriter?, _ output: OutputFile,
        _ progress: @escaping @Sendable (RenderProgress) -> Void
    ) throws -> [Notice] {
        let counter = FrameCounter(total: frames.count, report: progress)
        for chunk in Chunk.split(frames, of: plan) {
            try Task.checkCancellation()
            try writer.writeSound(before: chunk.frames.upperBound - frames.lowerBound)
            counter.count(chunk.frames.count)
        }
        progress(.finishing)
        try writer.finish()
        return try place(output, sound?.notices ?? [], progress)
    }

    /// Gives finished files their names, unless something came up that a strict render refuses.
    private func place(
        _ output: some RenderOutput, _ found: [Notice],
        _ progress: (RenderProgress) -> Void
    ) throws -> [Notice] {
        try Task.checkCancellation()
        let known = Set(plan.notices.map(\.message))
        let notices = found.filter { !known.contains($0.message) }
        if isStrict, !notices.isEmpty { throw StrictNotices(notices: notices) }
        try output.commit()
        progress(.done)
        return notices
    }

    private func naming<Value>(
        _ output: some RenderOutput, _ work: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await work()
        } catch let error as MediaError {
            throw output.naming(error)
        }
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
