import Foundation

/// The files of a project: what is in its `assets/`, and how more comes in.
struct AssetFolder {
    private let folder: URL

    /// What is there, hidden files left out.
    private var names: [String]

    /// What was copied here, to be taken away again where the step fails.
    private var copies: [URL] = []

    init(_ project: Project) throws(ProjectError) {
        folder = project.assets
        do {
            // A person may have removed it while it was empty.
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { !$0.hasPrefix(".") }.sorted()
        } catch {
            throw Self.failure(folder.path, error)
        }
    }

    /// Returns the source by which a draft names `file`, which is copied unless the same bytes are
    /// there already.
    mutating func source(of file: ProjectFile) throws(ProjectError) -> String {
        let name: String
        do {
            name = try present(file.path) ?? copy(file)
        } catch let error as ProjectError {
            throw error
        } catch {
            throw Self.failure(file.path.path, error)
        }
        return "assets/\(name)"
    }

    /// Takes away what was copied.
    func discardCopies() throws(ProjectError) {
        for copy in copies {
            do {
                try FileManager.default.removeItem(at: copy)
            } catch {
                throw Self.failure(copy.path, error)
            }
        }
    }

    /// The name of a file here that has the same bytes.
    private func present(_ file: URL) throws -> String? {
        let own = folder.resolvingSymlinksInPath().path
        if file.deletingLastPathComponent().path == own { return file.lastPathComponent }
        return try names.first {
            try FileComparison(file, folder.appending(path: $0)).isEqual()
        }
    }

    private mutating func copy(_ file: ProjectFile) throws -> String {
        let temporary = folder.appending(path: ".adding")
        if FileManager.default.fileExists(atPath: temporary.path) {
            try FileManager.default.removeItem(at: temporary)
        }
        do {
            try FileManager.default.copyItem(at: file.path, to: temporary)
            try DurableFile.sync(temporary.path)
            let name = freeName(file.name)
            // Refused where a file of this name has come meanwhile.
            try FileManager.default.moveItem(at: temporary, to: folder.appending(path: name))
            names.append(name)
            copies.append(folder.appending(path: name))
            try DurableFile.sync(folder.path)
            return name
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            throw error
        }
    }

    /// "cat.png", else "cat-2.png": names that differ in case alone are the same on some disks.
    private func freeName(_ wanted: String) -> String {
        let clean = Self.clean(wanted)
        let taken = Set(names.map { $0.lowercased() })
        let (stem, ending) = Self.parts(clean)
        var (name, number) = (clean, 2)
        while taken.contains(name.lowercased()) {
            name = "\(stem)-\(number)\(ending)"
            number += 1
        }
        return name
    }

    /// No hidden file, and nothing that breaks a line.
    private static func clean(_ name: String) -> String {
        let scalars = name.unicodeScalars.map { scalar -> Character in
            scalar.properties.generalCategory == .control ? "-" : Character(scalar)
        }
        let shown = String(scalars).drop { $0 == "." }
        return shown.isEmpty ? "file" : String(shown)
    }

    private static func parts(_ name: String) -> (stem: String, ending: String) {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return (name, "") }
        return (String(name[..<dot]), String(name[dot...]))
    }

    private static func failure(_ path: String, _ error: any Error) -> ProjectError {
        ProjectError(
            .system, at: path, "can't be copied: \(error.localizedDescription)",
            cure: "Check the free space, and who may write in the project.")
    }
}
