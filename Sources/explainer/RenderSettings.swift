import ArgumentParser
import Foundation
import Media
import Planning
import Rendering
import Typesetting

/// How a video is encoded and its progress shown, for every command that renders one.
struct RenderSettings: ParsableArguments {
    @Option(help: "draft, standard, high, max, or lossless.")
    var quality = VideoQuality.high

    @Option(
        help: ArgumentHelp(
            "What to write, where the output's ending doesn't say.", valueName: "format"))
    var format: OutputFormat?

    @Flag(help: "Leave the sound track out.")
    var noAudio = false

    @Option(help: "Chunks encoded at a time. (default: the number of processors)")
    var jobs: Int?

    @Option(help: "auto, json, or none.")
    var progress = ProgressStyle.auto

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) {
            throw ValidationError("--jobs is a number from 1 to 256.")
        }
    }

    /// Returns what to write under the name `output`, nil for one made of `base`.
    ///
    /// - Throws: a usage error where the settings contradict each other or the name.
    func choice(_ output: String?, base: String) throws(ValidationError) -> OutputChoice {
        let choice = try OutputChoice(output, format, base: base)
        try choice.check(quality)
        guard !noAudio || choice.format.carriesPicture else {
            throw ValidationError("\(choice.format.title) is sound alone; leave --no-audio out.")
        }
        return choice
    }

    /// Returns the render of a plan with these settings.
    func render(
        _ plan: RenderPlan, _ fonts: FontLibrary, as format: OutputFormat
    ) -> Render {
        var render = Render(
            plan, fonts: fonts, format: format, quality: quality, workers: workers)
        render.hasSound = !noAudio
        return render
    }

    /// How many chunks are encoded at a time, 1...256.
    var workers: Int { jobs ?? min(ProcessInfo.processInfo.activeProcessorCount, 256) }
}

extension VideoQuality: ExpressibleByArgument {}
