import Foundation
import Synchronization

/// The temporary names of files and folders in work, for a process that must end at once.
package enum UnfinishedFiles {
    private static let paths = Mutex<Set<String>>([])

    static func add(_ path: String) {
        paths.withLock { _ = $0.insert(path) }
    }

    /// Removes what stands at `path` and forgets it; nothing is there after a commit.
    static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
        paths.withLock { _ = $0.remove(path) }
    }

    /// Removes what renders in work have written so far; for a process that ends without waiting
    /// for them.
    package static func discard() {
        paths.withLock { paths in
            for path in paths { try? FileManager.default.removeItem(atPath: path) }
        }
    }
}
