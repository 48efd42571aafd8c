import ArgumentParser
import VideoAPI

struct CloudCancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Stops a render that was handed in.")

    @Argument(help: "The render's id, as \"cloud export\" names it.")
    var id: String

    func validate() throws {
        guard !id.isEmpty else { throw ValidationError("Name the id of a render.") }
    }

    func run() async throws {
        try await CloudAccess.run { [id] client in
            try await client.cancelRender(id)
            Console.print(ReportText.printable("\(id): cancelled"))
        }
    }
}
