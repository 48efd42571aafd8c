package import Foundation
import Planning

extension Project {
    /// Makes a project in `folder`, which may be there already, with files of its own.
    ///
    /// A `draft.json` that stands there becomes its first draft; nothing is overwritten.
    ///
    /// - Throws: where it is a project already, or its draft can't be read.
    package static func create(at folder: URL) throws(ProjectError) -> Project {
        let project = Project(at: folder)
        // A folder that is refused stays as it is.
        guard !project.hasJournal else { throw project.isThere }
        if project.hasDraft { _ = try project.presentDraft() }
        for place in [project.folder, project.assets, project.renders, project.history] {
            try makeFolder(place)
        }
        let lock = try ProjectLock(project, patience: .seconds(10), onWait: {})
        guard !project.hasJournal else { throw project.isThere }
        let bytes = try project.firstDraft()
        try project.checkHistoryIsEmpty(bytes)
        try DurableFile.write(bytes, to: project.snapshot(1))
        var step = ProjectStep(1, .new)
        step.changes = ["Project made"]
        // The journal comes last: with it the folder is a project.
        try DurableFile.write(Journal.line(step), to: project.journal)
        _ = consume lock
        return project
    }

    /// Makes a folder, and those around it, where they are not there.
    private static func makeFolder(_ place: URL) throws(ProjectError) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) {
            guard isFolder.boolValue else {
                throw ProjectError(
                    .occupied, at: place.path, "a file of this name is there",
                    cure: "Choose another name, or move the file away.")
            }
            return
        }
        try makeFolder(place.deletingLastPathComponent())
        guard mkdir(place.path, 0o777) == 0 || errno == EEXIST else {
            throw .system(place.path, "can't make this folder", errno)
        }
    }

    private var isThere: ProjectError {
        ProjectError(
            .occupied, at: folder.path, "this folder is a project already",
            cure: "Work in it, or name another folder.")
    }

    /// The draft that is there, else an empty one that is written.
    private func firstDraft() throws(ProjectError) -> [UInt8] {
        if hasDraft { return try presentDraft() }
        let bytes = Array(Self.emptyDraft.text.utf8)
        try DurableFile.write(bytes, to: draft)
        return bytes
    }

    private func presentDraft() throws(ProjectError) -> [UInt8] {
        let bytes = try draftBytes()
        do {
            _ = try Draft(parsing: bytes)
        } catch {
            throw ProjectError(
                .occupied, at: "", error.message(file: draft.path),
                cure: "Repair this file or move it away, then try again.")
        }
        return bytes
    }

    /// One picture track without pictures.
    private static var emptyDraft: Draft {
        Draft(
            id: UUID().uuidString.lowercased(),
            tracks: [Draft.Track(.picture, id: "main", role: .main)])
    }

    /// What an earlier history left is not overwritten; what an interrupted `create` left may be.
    private func checkHistoryIsEmpty(_ bytes: [UInt8]) throws(ProjectError) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: history.path)
        } catch {
            throw ProjectError(
                .system, at: history.path, "can't read: \(error.localizedDescription)")
        }
        let first = Self.snapshotName(1)
        let kept = names.filter { !$0.hasPrefix(".") && $0 != "lock" }
        if kept.isEmpty { return }
        if kept == [first], try Array(DurableFile.read(snapshot(1))) == bytes { return }
        throw ProjectError(
            .occupied, at: history.path, "the files of an earlier history are there",
            cure: "Rename this folder, then try again.")
    }
}
