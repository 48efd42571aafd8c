import ArgumentParser
import Editing

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Prints the steps of a project: what was asked, when, and what it changed.",
        discussion: """
            > marks the step at which the draft stands. The draft after each step that is no undo \
            or redo lies in history/ under its number, as 000012.json; no step is ever deleted.
            """,
        aliases: ["log"])

    @OptionGroup var choice: ProjectChoice

    func run() throws {
        let project = try choice.open()
        let history = try project.readHistory()
        let report = HistoryReport(
            history, isChangedByHand: try project.isChangedByHand(since: history))
        for line in report.lines { Console.print(line) }
    }
}
