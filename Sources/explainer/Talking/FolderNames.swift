import Foundation

/// What lies in a folder, for people who type its names.
enum FolderNames {
    /// The names, those of folders with a slash; none where the folder can't be read.
    static func list(_ folder: String) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).map { name in
                isFolder("\(folder)/\(name)") ? name + "/" : name
            }
        } catch {
            return []
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }
}
