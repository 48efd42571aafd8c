import ArgumentParser
import Foundation
import Planning

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says what a draft's files are, what is done to them, and all that is wrong.",
        discussion: """
            Nothing is rendered. Also takes media files themselves: explainer check clip.mov \\
            photo.heic. What a file is called does not matter, only what it holds.
            """)

    @OptionGroup var input: DraftArguments

    @Argument(help: "More drafts, or pictures, films and sounds.")
    var more: [String] = []

    @Flag(
        help: "Also decode films and sounds as far as they are used, and pictures, to find damage.")
    var decode = false

    @Flag(help: "Print one JSON object, as docs/check.md describes it.")
    var json = false

    @Flag(help: "Treat notices as errors.")
    var strict = false

    func run() throws {
        var drafts: [DraftCheck] = []
        var files: [FileCheck] = []
        for name in [input.name] + more.map(DraftChoice.draft(in:)) {
            if FileCheck.isDraft(name) {
                var one = input
                one.choice = DraftChoice(draft: name)
                drafts.append(try DraftCheck(one, decodes: decode))
            } else {
                files.append(FileCheck(name, decodes: decode))
            }
        }
        let report = CheckReport(drafts: drafts, files: files, isStrict: strict)
        guard json else { return try report.print() }
        Console.print(JSONWriter.text(of: .object(report.json)))
        if !report.isGood { throw ExitCode(ExitStatus.input.rawValue) }
    }
}
