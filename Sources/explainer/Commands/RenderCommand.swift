import ArgumentParser
import Comparing
import Editing
import Foundation
import Media
import Planning
import Rendering
import Typesetting

struct RenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Renders a draft to a video, a moving picture, pictures, or sound.",
        discussion: """
            The ending of the output says what it becomes: \(OutputChoice.list). png and jpg are \
            sequences, one picture a frame, numbered from 1: -o frames/%04d.png, or \
            -o frames/ --format png. gif and webp are made small for chat unless --size and --fps \
            say otherwise. wav and m4a are the sound alone.

            In a project nothing has to be named: the video goes to renders/ under the title or the \
            folder's name and the next free number, and beside it the draft that it came from, \
            which renders the same again.
            """)

    @OptionGroup var input: DraftArguments

    @Option(
        name: [.short, .customLong("out")],
        help:
            "The file to write; its ending says what. (default: the draft's name, .mp4; in a project a new file in renders/)"
    )
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

    @Flag(help: "Measure on the finished video what a good export promises, as certify does.")
    var certify = false

    func run() async throws {
        let base = input.url.deletingPathExtension().lastPathComponent
        if let output { try input.checkIsNotDraft(output) }
        var choice = try settings.choice(output, base: base)
        guard !certify || choice.format.videoCodec == .h264 else {
            throw ValidationError("--certify is for mp4, mov and mkv.")
        }
        let draft = try await input.narrated(input.read())
        let (plan, fonts) = try input.plan(
            draft, for: choice.format, hasSound: !settings.noAudio)
        input.report(plan.notices)
        if strict, !plan.notices.isEmpty {
            throw Failure("--strict: the draft has notices, nothing was rendered", .input)
        }
        var render = settings.render(plan, fonts, as: choice.format)
        render.frames = try frames(of: plan)
        render.isStrict = strict
        let place = try output == nil ? input.choice.project.map { try $0.place(draft) } : nil
        if let place { choice = try settings.choice(nil, base: place.base) }
        let places = try OutputPlaces(choice, input, plan, count: render.frames.count)
        let posterPath = try poster.map { try input.outputPath($0, plan) }
        guard posterPath.map(places.cover) != true else {
            throw ValidationError("--poster and --out name the same file.")
        }
        let reporter = ProgressReporter(settings.progress)
        let start = ContinuousClock.now
        let notices = try await run(render, to: places, posterPath, reporter)
        input.report(notices)
        try place?.keep(input.applied(to: draft))
        let facts = RenderFacts(
            render, places, seconds: (ContinuousClock.now - start) / .seconds(1))
        Console.print(reporter.isJSON ? facts.json : facts.text)
        if certify { try await certify(places.path, draft, render) }
    }

    private func certify(_ path: String, _ draft: Draft, _ render: Render) async throws {
        let origin = Certifying.Origin(
            draft: draft, plan: render.plan, fonts: render.fonts, frames: render.frames,
            hasSound: render.hasSound)
        let certificate = try await Interruption.stopping {
            var certifying = try Certifying(URL(filePath: path).absoluteURL.path)
            certifying.origin = origin
            return try await certifying.certificate()
        }
        try CertificateReport(certificate, name: path).print(json: false)
    }

    private func run(
        _ render: Render, to places: OutputPlaces, _ posterPath: String?,
        _ reporter: ProgressReporter
    ) async throws -> [Notice] {
        do {
            return try await input.blamingSources(of: render.plan) {
                try await Interruption.stopping {
                    if let posterPath {
                        try await FrameRenderer(render.plan, fonts: render.fonts)
                            .picture(at: render.frames.lowerBound).write(to: posterPath)
                    }
                    return try await places.run(render, progress: reporter.show)
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
}
