import Foundation

/// The place where a finished file will stand.
package enum OutputPlace {
    /// Checks that a file may be written at `path`, before any work is put into it.
    ///
    /// A file takes its place by a rename, which would destroy a device or a pipe of that name.
    ///
    /// `operation` is what is attempted, as a verb phrase.
    ///
    /// - Throws: where the folder is missing or not writable, or `path` is something else than a
    ///   file.
    package static func check(_ path: String, _ operation: String) throws(MediaError) {
        var info = stat()
        if stat(path, &info) == 0, let reason = objection(to: info) {
            throw MediaError(operation, path: path, reason: reason)
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard stat(folder, &info) == 0 else {
            throw MediaError(
                operation, path: path, reason: "the folder \(folder) does not exist; create it")
        }
        guard info.st_mode & S_IFMT == S_IFDIR, access(folder, W_OK) == 0 else {
            throw MediaError(
                operation, path: path, reason: "\(folder) is not a folder that you may write to")
        }
    }

    private static func objection(to info: stat) -> String? {
        switch info.st_mode & S_IFMT {
        case S_IFREG: nil
        case S_IFDIR: "it is a folder; name a file inside it"
        default: "it is a device or a pipe; name a file"
        }
    }
}
