import Editing
import Foundation
import Planning
import Rendering
import Serving
import Typesetting

/// The engines of this program behind a preview page; nothing is printed.
actor PreviewStudio: PreviewEngine {
    private(set) var place: PreviewPlace
    let settings: Settings
    let exports: PreviewRenders
    let news = PreviewNews()
    let fonts: FontLibrary
    private var draft: LiveDraft?
    private let media: LiveMedia
    /// An explainer that is being made.
    var work: Task<Void, Never>?
    /// Sentences of the draft that are being spoken.
    private var narrating: Task<Void, Never>?

    /// Frames are drawn here, so that answering waits for none.
    private let drawing = EngineThreads("preview", width: 2)
    /// Voices and layouts.
    let speaking = EngineThreads("explain", width: 1)

    /// What was said on the command line.
    struct Settings: Sendable {
        var voice: String?
        var jobs = 2
    }

    init(_ place: PreviewPlace, _ settings: Settings) throws {
        let fonts = try DraftArguments.fonts()
        self.fonts = fonts
        self.place = place
        self.settings = settings
        draft = place.draft.map { LiveDraft($0, fonts: fonts) }
        exports = PreviewRenders(
            jobs: settings.jobs, fonts: fonts, news: news, folder: Self.renders(of: place))
        media = LiveMedia(try LiveFrames(fonts: fonts))
    }

    /// Videos of a lone draft go beside it.
    private static func renders(of place: PreviewPlace) -> URL {
        place.project?.renders ?? place.folder
    }

    /// Takes over the project that was made in the folder of the start page.
    func begin(_ project: Project) async {
        place = .project(project)
        draft = LiveDraft(project.draft, fonts: fonts)
        await exports.move(to: project.renders)
        news.tell(.project)
    }

    // MARK: - Looking

    /// Follows the files until the task is cancelled.
    func watch() async throws {
        while true {
            try await Task.sleep(for: .milliseconds(50))
            look()
        }
    }

    /// Looks whether the draft or a file of it has changed, and says so.
    func look() {
        guard draft?.refresh() == true, let draft else { return }
        news.tell(.plan(version: String(draft.version)))
        narrating?.cancel()
        if let silent = draft.silent { narrate(silent, of: draft.version) }
    }

    /// Has sentences spoken that no sound is there for, while the picture shows already.
    private func narrate(_ silent: Draft, of version: Int) {
        guard let url = place.draft else { return }
        let speaking = speaking
        narrating = Task {
            do {
                let spoken = try await speaking.run {
                    try await DraftArguments(draft: url.path).quietlyNarrated(silent)
                }
                take(spoken, of: version)
            } catch is CancellationError {
                // A newer draft is looked at.
            } catch {
                Console.error("notice: nothing is spoken: \(Self.words(error))")
            }
        }
    }

    private func take(_ spoken: Draft, of version: Int) {
        guard draft?.take(spoken: spoken, of: version) == true, let draft else { return }
        news.tell(.plan(version: String(draft.version)))
    }

    func project() async throws -> PreviewProject {
        try await projectFacts()
    }

    func plan(_ aspect: PreviewAspect) async -> PreviewPlan {
        look()
        guard let view = draft?.view(aspect) else {
            var empty = PreviewPlan(version: String(draft?.version ?? 0), aspect: aspect)
            empty.problems = draft?.problems ?? []
            return empty
        }
        var document = view.document
        document.problems = draft?.problems ?? []
        do {
            (document.video, document.sound) = try await media.register(view.plan)
        } catch {
            document.problems.append(LiveDraft.remark("\(error)", DraftPlace()))
        }
        return document
    }

    func frame(
        _ index: Int, stamp: String, width: Int?, as kind: PreviewPicture
    ) async throws -> [UInt8]? {
        try await drawing.run { [media] in
            try await media.picture(index, stamp: stamp, width: width, as: kind)
        }
    }

    func snapshot(_ index: Int, _ aspect: PreviewAspect) async throws -> [UInt8] {
        guard let plan = try draft?.fullPlan(aspect), index < plan.frameCount else {
            throw PreviewError(.missing, "there is no such frame")
        }
        let fonts = fonts
        return try await drawing.run {
            try await FrameRenderer(plan, fonts: fonts).picture(at: index).file(.png)
        }
    }

    func video(_ stamp: String) async throws -> PreviewStretch? {
        try await drawing.run { [media] in try await media.stretch(stamp) }
    }

    func soundHeader(_ stamp: String) async throws -> [UInt8]? {
        try await media.sound(stamp)?.header()
    }

    func sound(_ stamp: String, piece: Int) async throws -> [UInt8]? {
        guard let stream = await media.sound(stamp), piece < stream.pieceCount else { return nil }
        return try await stream.fragment(piece)
    }

    func peaks(_ stamp: String) async throws -> PreviewPeaks? {
        guard let stream = await media.sound(stamp) else { return nil }
        let peaks = try await stream.peaks()
        return PreviewPeaks(perSecond: 50, peaks: Data(peaks).base64EncodedString())
    }

    func source(at pointer: String) async throws -> PreviewSource? {
        do {
            return try draft?.source(at: pointer)
        } catch {
            throw PreviewError(.request, error.message(file: draft?.url.lastPathComponent ?? ""))
        }
    }

    func events() async -> AsyncStream<PreviewEvent> { news.listen() }
}
