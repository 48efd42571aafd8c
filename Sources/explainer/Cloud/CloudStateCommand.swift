import ArgumentParser
import Planning
import VideoAPI

struct CloudStateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "state", abstract: "Prints the session's timeline and files.")

    func run() async throws {
        try await CloudAccess.run { client in
            let state = try await client.state()
            let lines = Self.timeline(of: state) + Self.files(of: state)
            for line in lines { Console.print(ReportText.printable(line)) }
        }
    }

    private static func timeline(of state: SessionState) -> [String] {
        guard state.draft != nil else {
            return ["The timeline is empty: upload something or say what to make."]
        }
        guard let timeline = state.timeline else {
            return ["The timeline is written in a way that this program does not know."]
        }
        return timeline.lines
    }

    private static func files(of state: SessionState) -> [String] {
        guard !state.files.isEmpty else { return [] }
        return ["Files (\(state.files.count)):"] + state.files.map { "  " + $0.line }
    }
}
