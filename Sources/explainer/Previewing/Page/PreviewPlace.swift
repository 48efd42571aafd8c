import Editing
import Foundation

/// What a preview is of.
enum PreviewPlace: Hashable, Sendable {
    /// Nothing yet: the first file or sentence makes a project in this folder.
    case start(URL)
    /// A draft that belongs to no project.
    case draft(URL)
    case project(Project)

    /// Takes a draft, a project's folder, or a folder in which something may begin; nil is the
    /// project around the current folder, else that folder.
    ///
    /// - Throws: where there is no such draft.
    init(_ name: String?) throws {
        let here = URL(
            filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        guard let name else {
            self = Project.find(from: here).map(Self.project) ?? Self.empty(here)
            return
        }
        let url = URL(filePath: name).absoluteURL.standardizedFileURL
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        if isThere, isFolder.boolValue {
            self =
                Project.isProject(url) ? try .project(Project.open(option: name)) : Self.empty(url)
        } else if isThere {
            let choice = DraftChoice(draft: name)
            self = choice.project.map(Self.project) ?? .draft(choice.url)
        } else if url.pathExtension.isEmpty {
            self = .start(url)
        } else {
            throw Failure("\(name): there is no such file; check the name", .input)
        }
    }

    /// A folder that is no project: its draft.json where it has one.
    private static func empty(_ folder: URL) -> PreviewPlace {
        let draft = folder.appending(path: "draft.json")
        return FileManager.default.fileExists(atPath: draft.path) ? .draft(draft) : .start(folder)
    }

    /// The draft that is looked at; nil where there is none yet.
    var draft: URL? {
        switch self {
        case .start: nil
        case .draft(let url): url
        case .project(let project): project.draft
        }
    }

    var project: Project? {
        if case .project(let project) = self { project } else { nil }
    }

    /// What people call it.
    var name: String {
        switch self {
        case .start(let folder): folder.lastPathComponent
        case .draft(let url): url.deletingPathExtension().lastPathComponent
        case .project(let project): project.name
        }
    }

    /// Where it is.
    var folder: URL {
        switch self {
        case .start(let folder): folder
        case .draft(let url): url.deletingLastPathComponent()
        case .project(let project): project.folder
        }
    }
}
