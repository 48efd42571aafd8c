import Editing
import Explaining
import Foundation
import Media
import Planning
import Rendering
import Serving

/// The engines of this program behind the server's seam; nothing is printed.
struct EngineWorkshop: Workshop {
    private let voice: String?
    private let jobs: Int

    /// All renders share them, so that no more than `jobs` chunks are drawn at a time.
    private let rendering: EngineThreads

    /// An explainer or a sentence does not wait for chunks to be drawn.
    private let speaking: EngineThreads

    /// Creates the workshop.
    ///
    /// - Parameters:
    ///   - voice: who speaks, as `make` takes it; nil for the best voice.
    ///   - jobs: how many chunks are encoded at a time.
    init(voice: String?, jobs: Int) {
        self.voice = voice
        self.jobs = jobs
        rendering = EngineThreads("render", width: jobs)
        speaking = EngineThreads("explain", width: 1)
    }

    func examine(_ path: String) throws -> ExaminedFile {
        switch try FileInspector().inspect(path) {
        case .picture(let info): return ExaminedFile(info)
        case .film(let film): return ExaminedFile(film)
        case .sound(let info): return ExaminedFile(info)
        case .colorTable:
            throw MediaError(
                "use the file", path: path, reason: "it is a colour table, no picture or sound")
        }
    }

    func problems(of draft: Draft, in folder: String) -> [String] {
        do {
            return try ServedDraftCheck(folder: folder).problems(of: draft)
        } catch {
            return [Failure.words(for: error)]
        }
    }

    func bringMusic(of draft: Draft, into folder: String) throws {
        let assets = URL(filePath: folder).appending(path: "assets")
        try MissingLoops(of: draft, in: assets).bring()
    }

    func explain(
        _ sentence: String, pictures: [String], in folder: String,
        progress: @escaping @Sendable (String) -> Void
    ) async throws -> Draft {
        let options = try ProjectExplaining.options(voice: voice)
        var making = Making(
            MakeInputs(pictures: pictures, sentence: sentence), MakePlaces(folder: folder), options)
        making.notice = { _ in }
        making.phase = progress
        let work = making
        return try await speaking.run { try await work.draft() }
    }

    func render(
        _ draft: Draft, in folder: String, to output: String, options: RenderOrder,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> RenderedFile {
        let order = ServedRender(draft: draft, folder: folder, order: options)
        let narrated = try await speaking.run { try await order.narrated() }
        let jobs = jobs
        return try await rendering.run {
            try await order.run(narrated, to: output, workers: jobs, progress: progress)
        }
    }
}

extension ExaminedFile {
    fileprivate init(_ info: PictureInfo) {
        self.init(.image)
        (width, height) = (info.width, info.height)
    }

    fileprivate init(_ film: InspectedFilm) {
        self.init(.video)
        (width, height) = (film.info.width, film.info.height)
        duration = film.milliseconds / 1000
        framesPerSecond = film.info.frameRate
    }

    fileprivate init(_ info: SoundInfo) {
        self.init(.audio)
        duration = Double(info.sampleCount) / 48_000
    }
}
