import ArgumentParser
import Editing
import Foundation

struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat",
        abstract: "Works on a project by sentences: adds, edits, shows and renders.",
        discussion: """
            Drop files on the terminal, say what to change, and "export" when it is done. "explain \
            what an AI image is" makes an explainer of the project's pictures. "help" tells the \
            rest. Tab completes; the arrow keys move and bring earlier lines back.

            Where standard input is no terminal, its lines are read one after the other; what goes \
            wrong with one does not end the chat.
            """)

    @OptionGroup var choice: ProjectChoice

    @OptionGroup var model: RewordingSettings

    @Option(help: "The voice of explainers that are made: as make takes it.")
    var voice: String?

    @OptionGroup var limits: LimitSettings

    func validate() throws { _ = try ProjectExplaining.options(voice: voice) }

    func run() async throws {
        let project = try choice.open()
        let history = ChatHistoryFile(project)
        let terminal = TerminalLines(history: history)
        var chat = Chat(project, lines: terminal ?? PlainLines())
        chat.isTerminal = terminal != nil
        chat.rewriter = try model.rewriter()
        chat.voice = voice
        await chat.run()
    }
}
