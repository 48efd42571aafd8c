import ArgumentParser
import Editing

/// The project that a command works on.
struct ProjectChoice: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The project's folder. (default: the current folder, or the nearest one around it)",
            valueName: "dir"))
    var project: String?

    /// - Throws: a usage error where there is none.
    func open() throws(ProjectError) -> Project { try Project.open(option: project) }
}
