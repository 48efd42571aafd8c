import ArgumentParser
import Foundation
import Planning

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Prints the resolved timeline: what each frame will show.")

    @OptionGroup var input: DraftArguments

    func run() async throws {
        Console.print(try await input.plan().plan.text)
    }
}

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints the timeline in words.")

    @OptionGroup var choice: DraftChoice

    @Flag(help: "Everything on one line, also on a terminal.")
    var line = false

    func run() throws {
        let input = DraftArguments(draft: choice.name)
        let summary = TimelineSummary(try input.read())
        let isLines = Console.isOutputTerminal && !line
        Console.print(isLines ? summary.lines.joined(separator: "\n") : summary.line)
    }
}
