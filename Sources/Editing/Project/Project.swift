package import Foundation

/// A folder that keeps a draft, the files that it shows, and every step of its making.
///
/// It holds `draft.json`, which a person may edit by hand, `assets/`, `renders/`, and `history/`:
/// `journal.jsonl` with one JSON object a line, only ever added to, `000001.json` and so on with the
/// exact bytes of the draft after the step of that number, and `lock`.
package struct Project: Hashable, Sendable {
    /// By its absolute path.
    package let folder: URL

    /// Takes the folder as it is; `open` and `find` check that it is a project.
    init(at folder: URL) {
        self.folder = URL(
            filePath: folder.absoluteURL.standardizedFileURL.path, directoryHint: .isDirectory)
    }

    /// What people call it: the folder's own name.
    package var name: String { folder.lastPathComponent }

    package var draft: URL { folder.appending(path: Self.draftName) }

    /// Pictures, films and sounds.
    package var assets: URL { folder.appending(path: "assets") }

    /// Finished videos, each with the draft that it came from.
    package var renders: URL { folder.appending(path: "renders") }

    var history: URL { folder.appending(path: "history") }

    var journal: URL { history.appending(path: "journal.jsonl") }

    var lock: URL { history.appending(path: "lock") }

    /// Where the bytes of the draft after the step `number` are kept.
    func snapshot(_ number: Int) -> URL { history.appending(path: Self.snapshotName(number)) }

    static let draftName = "draft.json"

    static func snapshotName(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".json"
    }
}
