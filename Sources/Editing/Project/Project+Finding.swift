package import Foundation

extension Project {
    /// Whether `folder` is a project: it has a draft and a journal.
    package static func isProject(_ folder: URL) -> Bool {
        let project = Project(at: folder)
        return project.hasJournal && project.hasDraft
    }

    var hasJournal: Bool { FileManager.default.fileExists(atPath: journal.path) }

    var hasDraft: Bool { FileManager.default.fileExists(atPath: draft.path) }

    /// Returns the project in `folder` or in the nearest folder around it; nil where there is none.
    package static func find(from folder: URL) -> Project? {
        var place = folder.absoluteURL.standardizedFileURL
        while !isProject(place) {
            let parent = place.deletingLastPathComponent().standardizedFileURL
            guard parent.path != place.path, place.path != "/" else { return nil }
            place = parent
        }
        return Project(at: place)
    }

    /// Returns the project in the folder called `option`, where it is nil the one around the
    /// current folder.
    ///
    /// - Throws: where there is none.
    package static func open(option: String?) throws(ProjectError) -> Project {
        let here = URL(filePath: FileManager.default.currentDirectoryPath)
        guard let option else {
            if let project = find(from: here) { return project }
            throw Project(at: here).isMissing(called: "this folder", ", nor is a folder around it")
        }
        let project = Project(at: URL(filePath: option))
        guard isProject(project.folder) else { throw project.isMissing(called: option) }
        return project
    }

    private func isMissing(called name: String, _ more: String = "") -> ProjectError {
        guard hasJournal else {
            return ProjectError(
                .noProject, at: name, "this is no project\(more)",
                cure: "Make one with: explainer new DIR")
        }
        return ProjectError(
            .noProject, at: name, "the project has no draft.json any more",
            cure: "Copy the newest numbered file of its history/ to draft.json.")
    }
}
