import Foundation
import Media

/// A file that appears under its name only when it is whole.
///
/// It is written beside its place under a hidden temporary name, which is removed when the value
/// goes away before `commit()`: a failed or cancelled render leaves nothing behind and never
/// destroys an older file.
final class OutputFile: RenderOutput {
    let path: String
    let temporaryPath: String

    /// - Throws: where the folder is missing or not writable, or `path` is no file.
    init(path: String) throws(MediaError) {
        self.path = path
        try OutputPlace.check(path, "write the file")
        let url = URL(filePath: path)
        let folder = url.deletingLastPathComponent()
        let unique = UUID().uuidString.prefix(8)
        temporaryPath =
            folder.appending(path: ".\(url.lastPathComponent).\(unique).partial").path
        UnfinishedFiles.add(temporaryPath)
    }

    deinit { UnfinishedFiles.remove(temporaryPath) }

    /// Gives the finished file its name, in one step.
    func commit() throws(MediaError) {
        guard rename(temporaryPath, path) == 0 else {
            throw MediaError(
                "give the finished file its name", path: path,
                reason: String(cString: strerror(errno)))
        }
    }
}
