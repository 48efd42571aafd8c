import ArgumentParser
import Foundation
import Media

/// How a video is encoded and its progress shown, for every command that renders one.
struct RenderSettings: ParsableArguments {
    @Option(help: "draft, standard, high, max, or lossless.")
    var quality = VideoQuality.high

    @Option(help: "Chunks encoded at a time. (default: the number of processors)")
    var jobs: Int?

    @Option(help: "auto, json, or none.")
    var progress = ProgressStyle.auto

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) {
            throw ValidationError("--jobs is a number from 1 to 256.")
        }
    }

    /// How many chunks are encoded at a time, 1...256.
    var workers: Int { jobs ?? min(ProcessInfo.processInfo.activeProcessorCount, 256) }
}

extension VideoQuality: ExpressibleByArgument {}
