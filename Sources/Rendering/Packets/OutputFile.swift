import Foundation
import Media
import Synchronization

/// A file that appears under its name only when it is whole.
///
/// It is written beside its place under a hidden temporary name, which is removed when the value
/// goes away before `commit()`: a failed or cancelled render leaves nothing behind and never
/// destroys an older file.
package final class OutputFile {
    let path: String
    let temporaryPath: String

    /// The temporary names of files in work, for a process that must end at once.
    private static let unfinished = Mutex<Set<String>>([])

    /// - Throws: where the folder is missing or not writable, or `path` is a folder.
    init(path: String) throws(MediaError) {
        self.path = path
        let url = URL(filePath: path)
        let folder = url.deletingLastPathComponent()
        let unique = UUID().uuidString.prefix(8)
        temporaryPath =
            folder.appending(path: ".\(url.lastPathComponent).\(unique).partial").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
        {
            throw MediaError(
                "write the file", path: path, reason: "it is a folder; name a file inside it")
        }
        try Self.check(folder: folder.path, for: path)
        let name = temporaryPath
        Self.unfinished.withLock { _ = $0.insert(name) }
    }

    deinit {
        // Nothing is there after a commit, or when writing never began.
        unlink(temporaryPath)
        let name = temporaryPath
        Self.unfinished.withLock { _ = $0.remove(name) }
    }

    /// Removes what renders in work have written so far; for a process that ends without waiting
    /// for them.
    package static func discardUnfinished() {
        unfinished.withLock { names in
            for name in names { unlink(name) }
        }
    }

    /// Gives the finished file its name, in one step.
    func commit() throws(MediaError) {
        guard rename(temporaryPath, path) == 0 else {
            throw MediaError(
                "give the finished file its name", path: path,
                reason: String(cString: strerror(errno)))
        }
    }

    private static func check(folder: String, for path: String) throws(MediaError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
            throw MediaError(
                "write the file", path: path,
                reason: "the folder \(folder) does not exist; create it")
        }
        guard isFolder.boolValue, FileManager.default.isWritableFile(atPath: folder) else {
            throw MediaError(
                "write the file", path: path,
                reason: "\(folder) is not a folder that you may write to")
        }
    }
}
