import ArgumentParser
import Foundation
import Media
import Planning
import Rendering
import Typesetting

struct RenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Renders a draft to an MP4 file.")

    @OptionGroup var input: DraftArguments

    @Option(
        name: [.short, .customLong("out")],
        help: "The file to write. (default: the draft's name, .mp4)")
    var output: String?

    @OptionGroup var settings: RenderSettings

    @Option(help: "Begin at this time: 3.5s, 105f, 1:02.")
    var from: TimePoint?

    @Option(help: "End before this time.")
    var to: TimePoint?

    @Option(help: "Also write the first frame as a PNG.")
    var poster: String?

    @Flag(help: "Treat notices as errors.")
    var strict = false

    func run() async throws {
        let (plan, fonts) = try input.plan()
        input.report(plan.notices)
        if strict, !plan.notices.isEmpty {
            throw Failure("--strict: the draft has notices, nothing was rendered", .input)
        }
        let path = try outputPath(plan)
        let posterPath = try poster.map { try input.outputPath($0, plan) }
        guard posterPath != path else {
            throw ValidationError("--poster and --out name the same file.")
        }
        var render = Render(
            plan, fonts: fonts, quality: settings.quality, workers: settings.workers,
            frames: try frames(of: plan))
        render.isStrict = strict
        let reporter = ProgressReporter(settings.progress)
        let start = ContinuousClock.now
        let notices = try await run(render, plan, to: path, posterPath, reporter)
        input.report(notices)
        let facts = RenderFacts(
            path: path, frames: render.frames.count, plan: plan, quality: settings.quality,
            seconds: (ContinuousClock.now - start) / .seconds(1))
        Console.print(reporter.isJSON ? facts.json : facts.text)
    }

    private func run(
        _ render: Render, _ plan: RenderPlan, to path: String, _ posterPath: String?,
        _ reporter: ProgressReporter
    ) async throws -> [Notice] {
        do {
            return try await input.blamingSources(of: plan) {
                try await Interruption.stopping {
                    if let posterPath {
                        try await FrameRenderer(plan, fonts: render.fonts)
                            .picture(at: render.frames.lowerBound).write(to: posterPath)
                    }
                    return try await render.run(to: path, progress: reporter.show)
                }
            }
        } catch is StrictNotices {
            throw Failure("--strict: rendering gave notices, nothing was written", .input)
        }
    }

    private func frames(of plan: RenderPlan) throws -> Range<Int> {
        let rate = plan.canvas.frameRate
        let first = from?.frame(at: rate) ?? 0
        let end = min(to?.frame(at: rate) ?? plan.frameCount, plan.frameCount)
        guard first < end else {
            throw ValidationError(
                "--from and --to leave no frame: the timeline has frames 0 to \(plan.frameCount - 1), "
                    + "asked were \(first) to \(end - 1).")
        }
        return first..<end
    }

    private func outputPath(_ plan: RenderPlan) throws -> String {
        let name = output ?? input.url.deletingPathExtension().lastPathComponent + ".mp4"
        return try input.outputPath(name, plan)
    }
}
