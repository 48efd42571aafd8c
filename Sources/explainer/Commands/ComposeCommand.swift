import ArgumentParser
import Foundation
import Planning
import Rendering

/// Measures drawing alone, for the benchmark.
struct ComposeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compose", abstract: "Times drawing frames without encoding them.",
        shouldDisplay: false)

    @OptionGroup var input: DraftArguments

    @Option(help: "How many frames, from the first on. (default: all)")
    var frames: Int?

    func run() async throws {
        let (plan, fonts) = try await input.plan()
        let count = min(max(frames ?? plan.frameCount, 1), plan.frameCount)
        let seconds = try await FrameRenderer(plan, fonts: fonts).secondsToCompose(0..<count)
        Console.print(
            String(
                format: #"{"frames":%d,"seconds":%.4f,"ms_per_frame":%.4f}"#, count, seconds,
                seconds * 1000 / Double(count)))
    }
}
