import ArgumentParser
import Foundation
import Planning

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Prints the resolved timeline: what each frame will show.")

    @OptionGroup var input: DraftArguments

    func run() throws {
        Console.print(try input.plan().plan.text)
    }
}

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints the timeline in words.")

    @Argument(help: "The draft, a JSON file.")
    var draft: String

    @Flag(help: "Everything on one line, also on a terminal.")
    var line = false

    func run() throws {
        let input = try DraftArguments.parse([draft])
        let summary = TimelineSummary(try input.read())
        let isLines = Console.isOutputTerminal && !line
        Console.print(isLines ? summary.lines.joined(separator: "\n") : summary.line)
    }
}
