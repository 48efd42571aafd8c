import Foundation
import VideoAPI

/// Writes the files of a multipart request to the disk as they arrive.
final class UploadIntake {
    struct File {
        /// As the client named it.
        let name: String
        /// The kind that the client claims, `image/png`.
        let claimed: String?
        let place: URL
    }

    private(set) var files: [File] = []
    private let limit: Int
    private let mostFiles: Int
    private let folder: StoreFolder
    private var received = 0

    init(limit: Int, mostFiles: Int, folder: StoreFolder) {
        self.limit = limit
        self.mostFiles = mostFiles
        self.folder = folder
    }

    private var tooLarge: APIFailure {
        APIFailure(.fileSize, "an upload may have \(limit / 1_000_000) MB; compress or trim it")
    }

    /// - Throws: `fileSize` before anything is read where the length says so, else as it arrives.
    func receive(_ body: RequestBody, contentType: String) async throws(APIFailure) {
        let overhead = 4096 * mostFiles
        if let length = body.length, length > limit + overhead { throw tooLarge }
        let reader = try MultipartReader(body, contentType: contentType)
        while let part = try await reader.nextPart() {
            guard ["files", "file", "files[]"].contains(part.name) else {
                try await skip(reader)
                continue
            }
            guard files.count < mostFiles else {
                throw APIFailure(.badRequest, "an upload may have \(mostFiles) files")
            }
            try await write(part, reader)
        }
        guard !files.isEmpty else {
            throw APIFailure(.badRequest, "there is no file in a field named \"files\"")
        }
    }

    private func skip(_ reader: MultipartReader) async throws(APIFailure) {
        while let bytes = try await reader.nextBytes() { try count(bytes) }
    }

    private func count(_ bytes: Data) throws(APIFailure) {
        received += bytes.count
        guard received <= limit else { throw tooLarge }
    }

    private func write(
        _ part: MultipartReader.Part, _ reader: MultipartReader
    ) async throws(APIFailure) {
        let place = folder.newIncoming()
        let name = String((part.filename ?? "").prefix(255))
        files.append(File(name: name, claimed: part.contentType, place: place))
        let handle = try Self.open(place)
        defer { close(handle) }
        while let bytes = try await reader.nextBytes() {
            try count(bytes)
            do {
                try handle.write(contentsOf: bytes)
            } catch {
                ServerLog.note("can't write an upload: \(error.localizedDescription)")
                throw APIFailure(.failed, "the server could not keep this file")
            }
        }
    }

    private static func open(_ place: URL) throws(APIFailure) -> FileHandle {
        let isMade = FileManager.default.createFile(
            atPath: place.path, contents: nil, attributes: [.posixPermissions: 0o600])
        do {
            guard isMade else { throw CocoaError(.fileWriteUnknown) }
            return try FileHandle(forWritingTo: place)
        } catch {
            ServerLog.note("can't write an upload: \(error.localizedDescription)")
            throw APIFailure(.failed, "the server could not keep this file")
        }
    }

    private func close(_ handle: FileHandle) {
        do {
            try handle.close()
        } catch {
            ServerLog.note("can't close an upload: \(error.localizedDescription)")
        }
    }

    /// Removes what the store has not taken.
    func removeLeftovers() {
        for file in files where FileManager.default.fileExists(atPath: file.place.path) {
            do {
                try FileManager.default.removeItem(at: file.place)
            } catch {
                ServerLog.note("can't remove an upload: \(error.localizedDescription)")
            }
        }
    }
}
