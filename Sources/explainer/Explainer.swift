import ArgumentParser
import Foundation
import Media

/// The command line: parses arguments, runs a command, turns errors into messages and exit codes.
@main
struct Explainer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explainer",
        abstract: "Renders drafts of pictures, text and music to video, offline.",
        discussion: """
            Exit codes: 0 done, 1 failed, 2 bad usage, 3 bad draft or input, \
            4 the network or a video service fails, 130 interrupted.
            """,
        version: Version.current,
        subcommands: [
            MakeCommand.self, NewCommand.self, AddCommand.self, EditCommand.self,
            ChatCommand.self, UndoCommand.self, RedoCommand.self, HistoryCommand.self,
            PreviewCommand.self, RenderCommand.self,
            FrameCommand.self, SheetCommand.self, CheckCommand.self, CompareCommand.self,
            CertifyCommand.self,
            PlanCommand.self,
            ShowCommand.self,
            DoctorCommand.self, InspectCommand.self, VoicesCommand.self, ComposeCommand.self,
            ServeCommand.self, CloudCommand.self,
        ])

    static func main() async {
        Process.prepare()
        do {
            var command = try parseAsRoot()
            MediaLibraries.prepareProcess(limits: LimitSettings.limits(of: command))
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.end(with: error)
        }
    }
}

/// What is set once for the whole process.
enum Process {
    static func prepare() {
        // A closed pipe is an error of the write, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        // So is a file that grows past the user's limit.
        signal(SIGXFSZ, SIG_IGN)
    }
}

enum Version {
    static let current = "0.1.0"
}
