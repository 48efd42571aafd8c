import ArgumentParser
import Foundation

struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Shows a draft and follows its file.")

    @OptionGroup var input: DraftArguments

    @Flag(help: "Show it in the terminal.")
    var terminal = false

    @Option(help: "The time or frame that shows first: 3.5s, 105f.")
    var at: TimePoint?

    func run() async throws {
        guard terminal else { throw ValidationError("Say --terminal.") }
        try await TerminalPreview(input, at: at).run()
    }
}
