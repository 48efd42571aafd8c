import ArgumentParser
import Foundation
import Inspecting
import Media
import Planning

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Says what a picture file tells about its making, and what can be measured.")

    @Argument(help: "The picture: PNG, JPEG or WebP.")
    var image: String

    @Flag(help: "Print the facts as one JSON object.")
    var json = false

    func run() throws {
        let facts = try read()
        Console.print(
            json ? JSONWriter.text(of: .object(facts.json)) : FactsReport(facts).text)
    }

    /// Whatever is wrong with the file is wrong with the input.
    private func read() throws -> PictureFacts {
        do {
            return try PictureFacts.read(path: image)
        } catch {
            throw Failure("error: \(error)", .input)
        }
    }
}
