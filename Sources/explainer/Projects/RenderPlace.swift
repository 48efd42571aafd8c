import Editing
import Foundation
import Planning
import Rendering

/// Where a render of a project goes: under the next free number in `renders/`, with its draft
/// beside it.
///
/// While it lives, no other render takes the number.
final class RenderPlace: Sendable {
    /// The path without an ending.
    let base: String

    private let project: Project

    /// A hidden file that holds the number.
    private let claim: String

    /// - Throws: where nothing can be written there.
    init(_ project: Project, title: String?) throws {
        let renders = project.renders
        let name = Self.safeName(title) ?? Self.safeName(project.name) ?? "video"
        do {
            try FileManager.default.createDirectory(
                at: renders, withIntermediateDirectories: true)
        } catch {
            throw Self.failure(renders.path, error)
        }
        self.project = project
        (base, claim) = try Self.claim(name, in: renders)
        UnfinishedFiles.add(claim)
    }

    deinit { UnfinishedFiles.remove(claim) }

    /// Writes the draft that was rendered beside the video; it plans the same from there.
    func keep(_ draft: Draft) throws {
        let file = URL(filePath: base + ".json")
        do {
            try Data(draft.relocated(by: way).text.utf8).write(to: file, options: .atomic)
        } catch {
            throw Self.failure(file.path, error)
        }
    }

    /// How sources get from `renders/` to the project; absolute where that is a link elsewhere.
    private var way: String {
        let parent = project.renders.resolvingSymlinksInPath().deletingLastPathComponent()
        let isInside = parent.path == project.folder.resolvingSymlinksInPath().path
        return isInside ? "../" : project.folder.path + "/"
    }

    private static func claim(
        _ name: String, in renders: URL
    ) throws -> (base: String, claim: String) {
        for number in 1... {
            let stem = "\(name)-\(number)"
            let claim = renders.appending(path: ".\(stem).taken").path
            let file = open(claim, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            let reason = errno
            guard file >= 0 else {
                if reason == EEXIST { continue }
                throw Failure(
                    "\(renders.path): can't write: \(String(cString: strerror(reason))); "
                        + "choose another place with -o", .failed)
            }
            close(file)
            if try isFree(stem, in: renders) { return (renders.appending(path: stem).path, claim) }
            unlink(claim)
        }
        throw Failure("\(renders.path): there is no free number", .failed)
    }

    /// Whether no file has this name, whatever its ending.
    private static func isFree(_ stem: String, in renders: URL) throws -> Bool {
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: renders.path)
            return !names.contains { $0.hasPrefix("\(stem).") || $0.hasPrefix("\(stem)-") }
        } catch {
            throw failure(renders.path, error)
        }
    }

    /// `title` as a name that every system takes; nil where nothing of it is left.
    static func safeName(_ title: String?) -> String? {
        guard let title else { return nil }
        let bad = "/\\:*?\"<>|%"
        var name = ""
        for character in title {
            let isBad =
                bad.contains(character)
                || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
            name.append(isBad || character.isNewline ? "-" : character)
            // The number and the ending go behind it, within 255 bytes.
            if name.utf8.count > 150 { break }
        }
        let trimmed = name.trimmingCharacters(in: CharacterSet(charactersIn: " .-\t"))
        return trimmed.isEmpty ? nil : trimmed
    }

    private static func failure(_ path: String, _ error: any Error) -> Failure {
        Failure("\(path): can't write: \(error.localizedDescription)", .failed)
    }
}

extension Project {
    /// Returns where a render of `draft` goes.
    func place(_ draft: Draft) throws -> RenderPlace {
        try RenderPlace(self, title: draft.metadata.title)
    }
}
