import ArgumentParser
import Foundation
import Planning
import Rendering

struct SheetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet", abstract: "Writes a contact sheet of the timeline as a PNG.")

    @OptionGroup var input: DraftArguments

    @Option(name: [.short, .customLong("out")], help: "The PNG to write.")
    var output: String

    @Option(help: "Frames on the sheet.")
    var count = 12

    @Option(help: "Frames in a row.")
    var columns = 4

    func validate() throws {
        guard (1...400).contains(count), (1...20).contains(columns) else {
            throw ValidationError("--count is 1 to 400, --columns 1 to 20.")
        }
    }

    func run() async throws {
        let (plan, fonts) = try await input.plan()
        input.report(plan.notices)
        let path = try input.outputPath(output, plan)
        let sheet = try await input.blamingSources(of: plan) {
            try await ContactSheet(plan, fonts: fonts, count: count, columns: columns).picture()
        }
        try sheet.write(to: path)
        Console.print("\(output): \(sheet.width)x\(sheet.height)")
    }
}
