import ArgumentParser
import Foundation
import Planning
import Rendering

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Says what is wrong with a draft, without rendering it.")

    @OptionGroup var input: DraftArguments

    @Flag(help: "Treat notices as errors.")
    var strict = false

    func run() throws {
        let (plan, fonts) = try input.plan()
        let notices = plan.notices + (try TextNotices.find(in: plan, fonts: fonts))
        input.report(notices)
        if strict, !notices.isEmpty {
            throw Failure("--strict: the draft has notices", .input)
        }
        let seconds = Double(plan.frameCount) / plan.canvas.frameRate.framesPerSecond
        Console.print(
            String(
                format: "%@: good; %dx%d, %d frames, %.2f s, %d notices", input.name,
                plan.canvas.width, plan.canvas.height, plan.frameCount, seconds, notices.count))
    }
}
