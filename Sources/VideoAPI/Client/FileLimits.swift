package import Foundation
import Networking

/// What the service takes, checked before anything is sent.
package enum FileLimits {
    /// Bytes of the largest file.
    package static let largest = 200_000_000

    private static let types: [String: String] = [
        "mp4": "video/mp4", "mov": "video/quicktime", "avi": "video/x-msvideo",
        "webm": "video/webm", "mkv": "video/x-matroska", "jpg": "image/jpeg",
        "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp",
        "mp3": "audio/mpeg", "wav": "audio/wav", "m4a": "audio/mp4", "aac": "audio/aac",
    ]

    /// The kinds of files that are taken, for messages.
    package static let list =
        "it takes mp4 mov avi webm mkv, jpg png gif webp, mp3 wav m4a aac"

    /// Returns the bytes of `file`.
    ///
    /// - Throws: where the file can't be read, or is of a kind or size that is not taken.
    package static func check(_ file: URL) throws(ClientProblem) -> Int {
        try form(for: file).size
    }

    /// Returns the form that uploads `file`.
    static func form(for file: URL) throws(ClientProblem) -> MultipartFile {
        let name = file.lastPathComponent
        guard let type = types[file.pathExtension.lowercased()] else {
            throw .file(.fileType, "\(name) is of a kind that the service does not take; \(list)")
        }
        let size = try size(of: file)
        guard size <= largest else {
            throw .file(
                .fileSize,
                "\(name) has \(size / 1_000_000) MB, at most \(largest / 1_000_000) are taken: "
                    + "compress or trim it")
        }
        return MultipartFile(field: "files", file: file, size: size, name: name, type: type)
    }

    private static func size(of file: URL) throws(ClientProblem) -> Int {
        do {
            let facts = try file.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
            guard facts.isRegularFile == true, let size = facts.fileSize else {
                throw ClientProblem.local("\(file.path) is no file")
            }
            return size
        } catch let problem as ClientProblem {
            throw problem
        } catch {
            throw .local("\(file.path) can't be read: \(error.localizedDescription)")
        }
    }
}
