import ArgumentParser
import Editing
import Foundation

struct EditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Changes a project as a sentence says, in English or Chinese.",
        discussion: """
            explainer edit "make it vertical, slower zoom, title in yellow, lo-fi at 35 %"
            explainer edit 撤销

            All of the sentence is done, or none of it: where something is not understood, or could \
            mean several things, the answer asks and nothing is changed. docs/edit.md lists what \
            can be said. explainer undo takes an edit back.
            """)

    @Argument(
        parsing: .allUnrecognized,
        help: "What to change; - reads it from standard input.")
    var sentence: [String]

    @OptionGroup var choice: ProjectChoice

    @Flag(help: "Print one JSON object, as docs/edit.md describes it.")
    var json = false

    @OptionGroup var model: RewordingSettings

    @Flag(help: "Let the language model's reading remove things without asking.")
    var yes = false

    @OptionGroup var limits: LimitSettings

    func validate() throws {
        // Sentences may begin with a minus; a word that looks like an option is a mistyped one.
        let isOption: (String) -> Bool = { $0.wholeMatch(of: /--?[a-z][a-z-]*(=.*)?/) != nil }
        if let option = sentence.first(where: isOption) {
            throw ValidationError("Unknown option '\(option)'.")
        }
    }

    func run() async throws {
        let project = try choice.open()
        let words = try SentenceInput(sentence).text()
        var editor = ProjectEditor(project)
        editor.rewriter = try model.rewriter()
        editor.isTrusting = yes
        let ready = editor
        let answer = try await Interruption.stopping { try await ready.answer(to: words) }
        for notice in answer.notices { Console.error("notice: \(notice)") }
        let report = EditReport(
            answer, ProjectCommands(project: choice.project, sentence: words))
        if json { return Console.print(report.json) }
        report.lines.forEach { Console.print($0) }
    }
}
