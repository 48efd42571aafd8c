import ArgumentParser
import Editing
import Foundation

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes a project: a folder that keeps a draft, its files and its history.",
        discussion: """
            explainer new holiday && cd holiday && explainer add ~/Pictures/*.jpg song.mp3

            The folder holds draft.json, which you may also edit by hand, assets/ with the files, \
            renders/ with the videos, and history/ with every step, so that all of them can be \
            undone. A folder with files of yours is fine: nothing is overwritten, and a draft.json \
            in it becomes the first draft.

            In the folder and those inside it the other commands need no draft: explainer render, \
            show, check, frame, sheet, plan.
            """)

    @Argument(help: "The folder, which is made where it is not there; . for this one.")
    var dir: String

    func run() throws {
        let folder = URL(filePath: dir)
        let project = try Project.create(at: folder)
        Console.print("\(dir): a new project")
        project.showTimeline(try project.draftBytes())
        let isHere = project.folder.path == FileManager.default.currentDirectoryPath
        Console.error(
            "Next: " + (isHere ? "" : "cd \(Self.quoted(dir)), then ") + "explainer add PICTURE…")
    }

    /// As a shell takes it.
    private static func quoted(_ name: String) -> String {
        let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "/._-~".contains($0) }
        return isPlain ? name : "'\(name.replacingOccurrences(of: "'", with: "'\\''"))'"
    }
}
