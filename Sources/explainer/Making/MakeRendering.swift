import Foundation
import Planning
import Rendering
import Typesetting

/// Renders the draft that was made, and writes what lies beside the video.
struct MakeRendering {
    private let places: MakePlaces
    private let options: MakeOptions

    init(_ places: MakePlaces, _ options: MakeOptions) {
        self.places = places
        self.options = options
    }

    /// Renders the draft that `text` holds, read as its file will be, so that what is kept is what
    /// was rendered.
    ///
    /// Nothing of an earlier video is touched before the new one is whole.
    func run(_ text: String) async throws -> RenderFacts {
        var input = DraftArguments(draft: places.draft.path)
        (input.size, input.fps) = (options.size, options.fps)
        let (plan, fonts) = try input.plan(
            parsed(text), for: places.format, hasSound: !options.settings.noAudio)
        input.report(plan.notices)
        let render = options.settings.render(plan, fonts, as: places.format)
        let reporter = ProgressReporter(options.settings.progress)
        let start = ContinuousClock.now
        let notices = try await input.blamingSources(of: plan) {
            try await render.run(to: places.video.path, progress: reporter.show)
        }
        input.report(notices)
        try KeptDraft(places).write(text)
        try write(SubtitleFile.srt(plan.captions), to: places.subtitles)
        try write(SubtitleFile.vtt(plan.captions), to: places.webSubtitles)
        try await FrameRenderer(plan, fonts: fonts)
            .picture(at: posterFrame(of: plan)).write(to: places.poster.path)
        return RenderFacts(
            render, .file(path: places.video.path),
            seconds: (ContinuousClock.now - start) / .seconds(1))
    }

    private func parsed(_ text: String) throws -> Draft {
        do {
            return try Draft(parsing: Array(text.utf8))
        } catch {
            throw Failure(error.message(file: places.draft.path), .failed)
        }
    }

    /// A moment after the start, when the title has come in.
    private func posterFrame(of plan: RenderPlan) -> Int {
        min(Int(1.2 * plan.canvas.frameRate.framesPerSecond), plan.frameCount - 1)
    }

    private func write(_ text: String, to file: URL) throws {
        do {
            try Data(text.utf8).write(to: file, options: .atomic)
        } catch {
            throw Failure(
                "\(file.path): can't write: \(error.localizedDescription)", .failed)
        }
    }
}
