import Foundation

/// Finds programs as a shell does.
package enum Executable {
    /// Returns the absolute path of `name`, looked up on PATH unless it holds a slash; nil where
    /// there is no such program.
    package static func find(
        _ name: String,
        path: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
    ) -> String? {
        guard !name.isEmpty else { return nil }
        let candidates =
            name.contains("/")
            ? [URL(filePath: name).path]
            : path.split(separator: ":").map { "\($0)/\(name)" }
        return candidates.first { candidate in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder)
                && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: candidate)
        }
    }
}
