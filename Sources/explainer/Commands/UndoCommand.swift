import ArgumentParser
import Editing

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Takes steps of a project back.",
        discussion: """
            The draft becomes byte for byte what it was before them, also where it was changed by \
            hand. Files in assets/ and renders/ stay. explainer redo does the steps again.
            """)

    @Argument(help: "How many steps.")
    var count = 1

    @OptionGroup var choice: ProjectChoice

    func run() throws {
        let project = try choice.open()
        try project.changing { session in
            for step in try session.undo(count) {
                Console.print("undone: \(step.words) (step \(step.number))")
            }
            project.showTimeline(session.bytes)
        }
    }
}

struct RedoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo",
        abstract: "Does steps again that were undone.",
        discussion: "A new step after an undo ends what can be redone.")

    @Argument(help: "How many steps.")
    var count = 1

    @OptionGroup var choice: ProjectChoice

    func run() throws {
        let project = try choice.open()
        try project.changing { session in
            for step in try session.redo(count) {
                Console.print("done again: \(step.words) (step \(step.number))")
            }
            project.showTimeline(session.bytes)
        }
    }
}
