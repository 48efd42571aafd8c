import Editing
import Foundation
import Media
import Planning
import Rendering
import Serving
import Typesetting

/// Videos that a page ordered, one at a time, and those that lie in the folder.
actor PreviewRenders {
    private struct Job {
        var render: PreviewRender
        var begun: ContinuousClock.Instant?
        var task: Task<Void, Never>?
    }

    /// Formats that are one file with a picture.
    private static let offered = OutputFormat.allCases.filter { !$0.isSequence }

    static let formats = offered.map {
        PreviewProject.Format(id: $0.rawValue, title: $0.title, ending: $0.ending)
    }
    static let qualities = ["draft", "standard", "high", "max"]

    private let workers: Int
    private let fonts: FontLibrary
    private let news: PreviewNews
    private let threads: EngineThreads
    private var folder: URL
    private var jobs: [String: Job] = [:]
    private var last: Task<Void, Never>?

    init(jobs: Int, fonts: FontLibrary, news: PreviewNews, folder: URL) {
        workers = jobs
        self.fonts = fonts
        self.news = news
        self.folder = folder
        threads = EngineThreads("render", width: jobs)
    }

    func move(to folder: URL) { self.folder = folder }

    /// What is to be rendered, and where it goes.
    struct Order: Sendable {
        var draft: Draft
        /// Where it lies; its sources and spoken sentences count from there.
        var url: URL
        var project: Project?
        var format: OutputFormat
        var quality: VideoQuality
        var canvas: CanvasSize?
    }

    func start(_ order: Order) throws -> PreviewRender {
        let place = try RenderTargetPlace(order)
        let id = UUID().uuidString.lowercased()
        var render = PreviewRender(
            id: id, name: place.output.lastPathComponent, created: Date().formatted(.iso8601))
        let before = last
        let task = Task {
            await before?.value
            await run(id, order, place)
        }
        last = task
        render.state = .waiting
        jobs[id] = Job(render: render, task: task)
        news.tell(.render(render))
        return render
    }

    private func run(_ id: String, _ order: Order, _ place: RenderTargetPlace) async {
        guard !Task.isCancelled else { return change(id) { $0.state = .cancelled } }
        jobs[id]?.begun = .now
        change(id) { $0.state = .working }
        let (fonts, workers) = (fonts, workers)
        do {
            let note: @Sendable (Double) -> Void = { [weak self] share in
                Task { [self] in await self?.note(share, of: id) }
            }
            let seconds = try await threads.run {
                try await Self.render(order, to: place, fonts, workers, progress: note)
            }
            try place.keep(order.draft)
            change(id) { render in
                render.state = .done
                render.progress = 1
                render.eta = nil
                render.seconds = seconds
                render.bytes = Self.size(of: place.output)
                render.url = Self.address(of: render.name)
            }
        } catch is CancellationError {
            change(id) { $0.state = .cancelled }
        } catch {
            let words = PreviewStudio.words(error)
            change(id) {
                $0.state = .failed
                $0.error = words
            }
        }
    }

    /// Renders, and returns the length in seconds.
    private static func render(
        _ order: Order, to place: RenderTargetPlace, _ fonts: FontLibrary, _ workers: Int,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> Double {
        let narrated = try await DraftArguments(draft: order.url.path)
            .quietlyNarrated(order.draft)
        let planner = Planner(
            folder: order.url.deletingLastPathComponent().path, inspector: FileInspector(),
            options: .init(canvas: order.canvas, fontFamilies: fonts.families))
        let plan = try planner.plan(narrated)
        let render = Render(
            plan, fonts: fonts, format: order.format, quality: order.quality, workers: workers)
        _ = try await render.run(to: place.output.path) { progress($0.share) }
        return Double(plan.frameCount) / plan.canvas.frameRate.framesPerSecond
    }

    private func note(_ share: Double, of id: String) {
        guard let job = jobs[id], job.render.state == .working,
            share >= job.render.progress + 0.004
        else { return }
        let spent = job.begun.map { (ContinuousClock.now - $0) / .seconds(1) } ?? 0
        change(id) { render in
            render.progress = share
            // At the beginning the rest can't be told from what was done.
            render.eta = share > 0.05 ? spent / share * (1 - share) : nil
        }
    }

    private func change(_ id: String, _ body: (inout PreviewRender) -> Void) {
        guard var render = jobs[id]?.render else { return }
        body(&render)
        jobs[id]?.render = render
        news.tell(.render(render))
    }

    func cancel(_ id: String) -> PreviewRender? {
        guard let job = jobs[id] else { return nil }
        job.task?.cancel()
        if job.render.state == .waiting { change(id) { $0.state = .cancelled } }
        return jobs[id]?.render
    }

    // MARK: - Finished ones

    /// Those of this preview and those that were there before, the newest first.
    func all() -> [PreviewRender] {
        let own = jobs.values.map(\.render)
        let names = Set(own.filter { $0.state == .done }.map(\.name))
        let past = files().filter { !names.contains($0.lastPathComponent) }.map { file in
            var render = PreviewRender(
                id: file.lastPathComponent, name: file.lastPathComponent,
                created: Self.date(of: file).formatted(.iso8601))
            render.state = .done
            render.progress = 1
            render.bytes = Self.size(of: file)
            render.url = Self.address(of: render.name)
            return render
        }
        return (own + past).sorted { ($0.created, $0.name) > ($1.created, $1.name) }
    }

    func finished(_ name: String) -> URL? { files().first { $0.lastPathComponent == name } }

    private func files() -> [URL] {
        let endings = Set(Self.offered.map(\.ending))
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            return []  // A folder that is not there holds no videos.
        }
        return names.filter { name in
            !name.hasPrefix(".") && endings.contains((name as NSString).pathExtension)
        }.map { folder.appending(path: $0) }
    }

    private static func address(of name: String) -> String {
        let plain = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return "/renders/" + (name.addingPercentEncoding(withAllowedCharacters: plain) ?? "")
    }

    private static func size(of file: URL) -> Int? { facts(of: file)[.size] as? Int }

    private static func date(of file: URL) -> Date {
        facts(of: file)[.modificationDate] as? Date ?? .distantPast
    }

    private static func facts(of file: URL) -> [FileAttributeKey: Any] {
        do {
            return try FileManager.default.attributesOfItem(atPath: file.path)
        } catch {
            return [:]  // It went away since the folder was read.
        }
    }
}

/// Where an ordered video goes: among the renders of its project, else beside its draft.
struct RenderTargetPlace: Sendable {
    let output: URL
    /// Nil for a lone draft.
    private let place: RenderPlace?

    init(_ order: PreviewRenders.Order) throws {
        guard let project = order.project else {
            let stem = RenderPlace.safeName(order.draft.metadata.title) ?? "video"
            let folder = order.url.deletingLastPathComponent()
            var (number, file) = (1, folder)
            repeat {
                file = folder.appending(path: "\(stem)-\(number).\(order.format.ending)")
                number += 1
            } while FileManager.default.fileExists(atPath: file.path)
            output = file
            place = nil
            return
        }
        let place = try project.place(order.draft)
        output = URL(filePath: "\(place.base).\(order.format.ending)")
        self.place = place
    }

    /// Writes the draft beside the video, where that is a project's.
    func keep(_ draft: Draft) throws { try place?.keep(draft) }
}
