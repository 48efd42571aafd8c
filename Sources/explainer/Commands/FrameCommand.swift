import ArgumentParser
import Foundation
import Media
import Planning
import Rendering

struct FrameCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frame", abstract: "Writes one frame as a PNG, exactly as a render shows it.")

    @OptionGroup var input: DraftArguments

    @Option(help: "The time or frame: 3.5s, 105f.")
    var at: TimePoint

    @Option(name: [.short, .customLong("out")], help: "The PNG to write.")
    var output: String

    func run() async throws {
        let (plan, fonts) = try await input.plan()
        input.report(plan.notices)
        let index = at.frame(at: plan.canvas.frameRate)
        guard index < plan.frameCount else {
            throw ValidationError(
                "--at lies behind the end: the timeline has frames 0 to \(plan.frameCount - 1), "
                    + "asked was \(index).")
        }
        let path = try input.outputPath(output, plan)
        let picture = try await input.blamingSources(of: plan) {
            try await FrameRenderer(plan, fonts: fonts).picture(at: index)
        }
        try picture.write(to: path)
        Console.print("\(output): frame \(index) of \(plan.frameCount)")
    }
}

extension RGBPicture {
    /// Writes the picture as a PNG.
    func write(to path: String) throws(MediaError) {
        try PNGWriter.write(pixels: pixels, width: width, height: height, channels: 3, to: path)
    }
}
