import Foundation

/// The files of a project as material of its draft.
package struct ProjectMaterial: EditMaterial {
    package let files: [String]
    private let folder: URL
    private let media: (String) -> ProjectMedia

    /// Lists what lies in `assets/`, hidden files left out; `media` tells what the file at an
    /// absolute path is.
    package init(
        _ project: Project, media: @escaping (String) -> ProjectMedia
    ) throws(ProjectError) {
        folder = project.folder
        self.media = media
        let assets = project.assets
        guard FileManager.default.fileExists(atPath: assets.path) else {
            files = []
            return
        }
        do {
            files = try FileManager.default.subpathsOfDirectory(atPath: assets.path)
                .filter { name in !name.split(separator: "/").contains { $0.hasPrefix(".") } }
                .filter { Self.isFile(assets.appending(path: $0)) }
                .map { "assets/\($0)" }.sorted()
        } catch {
            throw ProjectError(
                .system, at: assets.path, "can't read: \(error.localizedDescription)")
        }
    }

    package func milliseconds(of source: String) -> Int? {
        let path = source.hasPrefix("/") ? source : folder.appending(path: source).path
        return media(path).milliseconds
    }

    private static func isFile(_ file: URL) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
        return exists && !isFolder.boolValue
    }
}
