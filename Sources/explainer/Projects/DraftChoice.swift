import ArgumentParser
import Editing
import Foundation

/// The draft that a command works on: the one that is named, else that of the project around.
struct DraftChoice: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "The draft, a JSON file, or the folder of a project.",
            discussion: """
                Sources count from the draft's folder. (default: the draft of the project in the \
                current folder, or in the nearest one around it)
                """))
    var draft: String?

    @OptionGroup var choice: ProjectChoice

    init() {}

    init(draft: String?) {
        self.draft = draft
        choice = ProjectChoice()
    }

    func validate() throws {
        guard draft != nil else {
            guard choice.project != nil || Self.projectAround != nil else {
                throw ValidationError(
                    "Name a draft, or run this in a project (explainer new DIR).")
            }
            _ = try open()
            return
        }
        guard choice.project == nil else {
            throw ValidationError("Name a draft or a --project, not both.")
        }
    }

    private func open() throws -> Project {
        do {
            return try choice.open()
        } catch {
            throw ValidationError("\(error)")
        }
    }

    /// What was named; nil where nothing was.
    private var named: String? { draft ?? choice.project }

    private static var projectAround: Project? {
        Project.find(from: URL(filePath: FileManager.default.currentDirectoryPath))
    }

    /// The draft's name as it was given or found, for messages.
    var name: String {
        if let named { return Self.draft(in: named) }
        return Self.shortName(Self.projectAround?.draft.path ?? "draft.json")
    }

    /// `path` as it is called from the current folder, where it lies in that.
    static func shortName(_ path: String) -> String {
        let here = FileManager.default.currentDirectoryPath + "/"
        return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    }

    /// The draft in the project called `name`; `name` where it is none.
    static func draft(in name: String) -> String {
        guard Project.isProject(URL(filePath: name)) else { return name }
        return name.hasSuffix("/") ? "\(name)draft.json" : "\(name)/draft.json"
    }

    /// The absolute path.
    var url: URL { URL(filePath: name).absoluteURL.standardizedFileURL }

    /// The project whose draft it is; nil for a draft that stands alone.
    var project: Project? {
        let folder = url.deletingLastPathComponent()
        guard let project = Project.find(from: folder), project.draft.path == url.path else {
            return nil
        }
        return project
    }
}
