import Foundation
import VideoAPI

/// Writes files that come from a client to the disk as they arrive.
final class UploadIntake {
    struct File {
        /// As the client named it.
        var name: String
        /// The kind that the client claims, `image/png`.
        var claimed: String?
        let place: URL
    }

    private(set) var files: [File] = []
    let limit: Int
    let mostFiles: Int
    private let newPlace: () -> URL
    private var received = 0

    /// - Parameters:
    ///   - limit: Bytes of all files together.
    ///   - mostFiles: How many there may be.
    ///   - newPlace: Gives the place of the next file.
    init(limit: Int, mostFiles: Int, newPlace: @escaping () -> URL) {
        self.limit = limit
        self.mostFiles = mostFiles
        self.newPlace = newPlace
    }

    var tooLarge: APIFailure {
        APIFailure(.fileSize, "an upload may have \(limit / 1_000_000) MB; compress or trim it")
    }

    /// Counts bytes that came, also such as are not kept.
    func count(_ bytes: Int) throws(APIFailure) {
        received += bytes
        guard received <= limit else { throw tooLarge }
    }

    /// Begins a file, which is written by the handle that is returned.
    func begin(name: String, claimed: String?) throws(APIFailure) -> FileHandle {
        guard files.count < mostFiles else {
            throw APIFailure(.badRequest, "an upload may have \(mostFiles) files")
        }
        let place = newPlace()
        files.append(File(name: String(name.prefix(255)), claimed: claimed, place: place))
        return try Self.open(place)
    }

    func write(_ bytes: Data, to handle: FileHandle) throws(APIFailure) {
        try count(bytes.count)
        do {
            try handle.write(contentsOf: bytes)
        } catch {
            ServerLog.note("can't write an upload: \(error.localizedDescription)")
            throw APIFailure(.failed, "the server could not keep this file")
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

    func close(_ handle: FileHandle) {
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
