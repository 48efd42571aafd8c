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

    /// - Throws: where the folder is missing or not writable, or `path` is no file.
    init(path: String) throws(MediaError) {
        self.path = path
        try OutputPlace.check(path, "write the file")
        let url = URL(filePath: path)
        let folder = url.deletingLastPathComponent()
        let unique = UUID().uuidString.prefix(8)
        temporaryPath =
            folder.appending(path: ".\(url.lastPathComponent).\(unique).partial").path
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
}
