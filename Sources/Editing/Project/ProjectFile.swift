import Foundation

/// A file that can be added to a project.
package struct ProjectFile: Hashable, Sendable {
    /// Where it lies, links followed.
    let path: URL

    /// What it is called, also where it is a link's name.
    let name: String

    let media: ProjectMedia

    /// Looks at the files called `names`, all of which have to be usable.
    ///
    /// - Parameters:
    ///   - names: paths, from the current folder where they are relative.
    ///   - media: tells what the file at a path is.
    /// - Returns: the files in the same order.
    /// - Throws: where some can't be used, with the reason for each.
    package static func examine(
        _ names: [String], media: (String) -> ProjectMedia
    ) throws(ProjectError) -> [ProjectFile] {
        var (files, problems): ([ProjectFile], [String]) = ([], [])
        for name in names {
            let link = URL(filePath: name).absoluteURL.standardizedFileURL
            let path = link.resolvingSymlinksInPath()
            if let problem = problem(of: path) {
                problems.append("\(name): \(problem)")
                continue
            }
            switch media(path.path) {
            case .unusable(let reason): problems.append("\(name): \(reason)")
            case let media:
                files.append(ProjectFile(path: path, name: link.lastPathComponent, media: media))
            }
        }
        guard problems.isEmpty else { throw refusal(problems) }
        return files
    }

    /// What is wrong with a path before the file is opened; a pipe would be waited for.
    private static func problem(of path: URL) -> String? {
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: path.path)
        } catch {
            return FileManager.default.fileExists(atPath: path.path)
                ? error.localizedDescription : "there is no such file; check the name"
        }
        switch attributes[.type] as? FileAttributeType {
        case .typeDirectory?: return "this is a folder; name the files in it"
        case .typeRegular?: return nil
        default: return "this is no plain file"
        }
    }

    private static func refusal(_ problems: [String]) -> ProjectError {
        ProjectError(
            .files, at: "", (problems + ["nothing was added"]).joined(separator: "\n"))
    }
}
