import ArgumentParser
import Editing
import Foundation

struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Brings pictures, films and sounds into a project and puts them on its timeline.",
        discussion: """
            The files are copied into assets/; one whose bytes are there already is used again. \
            Pictures and films go to the end of the timeline, each picture for 5 seconds with a \
            slow movement. The first sound becomes the music under the whole, looped where it is \
            too short; further sounds are effects that start at 0 and end with the pictures at the \
            latest. Music that lasted as long as the pictures goes on doing so when pictures are \
            added.

            If one of the files can't be used, none is added. explainer undo takes the step back.
            """)

    @Argument(help: "Pictures, films and sounds, by content; what they are called does not matter.")
    var files: [String]

    @OptionGroup var choice: ProjectChoice

    @OptionGroup var limits: LimitSettings

    func run() throws {
        let project = try choice.open()
        let files = try ProjectFile.examine(files) { ProjectMedia(lookingAt: $0) }
        let material = try ProjectMaterial(project) { ProjectMedia(lookingAt: $0) }
        try project.changing { session in
            let step = try session.add(files, milliseconds: material.milliseconds)
            for change in step.changes ?? [] { Console.print(change) }
            project.showTimeline(session.bytes)
        }
    }
}
