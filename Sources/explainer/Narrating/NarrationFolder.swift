import Foundation

/// Where spoken sentences are kept for the next time.
enum NarrationFolder {
    /// Returns the folder for the draft at `draft`.
    ///
    /// `assets/` beside it where there is one, else `NAME.assets/`, as `make` keeps it; in folders
    /// that can't be written to, one for all drafts among the user's caches.
    static func url(for draft: URL) -> URL {
        let folder = draft.deletingLastPathComponent()
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        let shared = folder.appending(path: "assets")
        let isProject =
            manager.fileExists(atPath: shared.path, isDirectory: &isFolder) && isFolder.boolValue
        let own = draft.deletingPathExtension().appendingPathExtension("assets")
        let kept = isProject ? shared : own
        let place = manager.fileExists(atPath: kept.path) ? kept : folder
        return manager.isWritableFile(atPath: place.path) ? kept : caches
    }

    private static var caches: URL {
        let manager = FileManager.default
        let root =
            manager.urls(for: .cachesDirectory, in: .userDomainMask).first
            ?? manager.temporaryDirectory
        return root.appending(path: "explainer/narration")
    }
}
