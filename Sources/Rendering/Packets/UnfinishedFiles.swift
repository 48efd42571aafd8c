import Foundation
import Synchronization

/// The temporary names of files and folders in work, for a process that must end at once.
package enum UnfinishedFiles {
    /// Each with the folder that was made for it, empty where none was.
    private static let paths = Mutex<[String: String]>([:])

    /// Remembers the temporary file or folder at `path`.
    ///
    /// `folder` goes away as well, unless there is something else in it.
    package static func add(_ path: String, madeFolder folder: String = "") {
        paths.withLock { $0[path] = folder }
    }

    /// Removes what stands at `path` and forgets it; nothing is there after a commit.
    package static func remove(_ path: String) {
        let folder = paths.withLock { $0.removeValue(forKey: path) }
        remove(path, folder ?? "")
    }

    /// Removes what renders in work have written so far; for a process that ends without waiting
    /// for them.
    package static func discard() {
        paths.withLock { paths in
            for (path, folder) in paths { remove(path, folder) }
        }
    }

    private static func remove(_ path: String, _ folder: String) {
        // Workers that are not waited for may still put something into a folder.
        for _ in 0..<5 where FileManager.default.fileExists(atPath: path) {
            try? FileManager.default.removeItem(atPath: path)
        }
        if !folder.isEmpty { rmdir(folder) }
    }
}
