import Foundation

/// All files below a folder with their bytes, to tell what a command touched.
struct FolderState: Equatable {
    private(set) var files: [String: Data] = [:]

    init(_ folder: URL) throws {
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            var isFolder: ObjCBool = false
            let path = folder.appending(path: name).path
            _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            files[name] = isFolder.boolValue ? Data() : try Data(contentsOf: URL(filePath: path))
        }
    }

    /// The names of files that differ from those of `other`, or are in one of the two alone.
    func names(differingFrom other: FolderState) -> [String] {
        Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
    }
}
