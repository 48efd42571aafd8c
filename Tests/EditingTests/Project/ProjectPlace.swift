import Foundation
import TestSupport

@testable import Editing

/// A project in a temporary folder.
struct ProjectPlace {
    let folder: TemporaryFolder
    let project: Project

    init() throws {
        folder = try TemporaryFolder()
        project = try Project.create(at: folder.url)
    }

    func path(_ name: String) -> URL { folder.url.appending(path: name) }

    func write(_ text: String, to name: String = "draft.json") throws {
        try Data(text.utf8).write(to: path(name))
    }

    func text(_ name: String = "draft.json") throws -> String {
        String(decoding: try Data(contentsOf: path(name)), as: UTF8.self)
    }

    /// The names in `folder`, hidden ones too, in order.
    func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(folder).path).sorted()
    }

    /// Makes `text` the draft.
    @discardableResult
    func commit(_ text: String, _ sentence: String = "do it") throws -> ProjectStep {
        try project.withLock {
            try $0.commit(Array(text.utf8), as: .edit, sentence: sentence, changes: ["done"])
        }
    }

    func undo(_ count: Int = 1) throws { try project.withLock { try $0.undo(count) } }
    func redo(_ count: Int = 1) throws { try project.withLock { try $0.redo(count) } }

    /// What `work` fails with.
    func error<Value>(_ work: () throws -> Value) -> ProjectError? {
        do {
            _ = try work()
            return nil
        } catch {
            return error as? ProjectError
        }
    }
}
