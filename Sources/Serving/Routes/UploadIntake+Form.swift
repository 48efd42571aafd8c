import Foundation
import VideoAPI

extension UploadIntake {
    /// Takes the files of a multipart request.
    ///
    /// - Throws: `fileSize` before anything is read where the length says so, else as it arrives.
    func receive(_ body: RequestBody, contentType: String) async throws(APIFailure) {
        let overhead = 4096 * mostFiles
        if let length = body.length, length > limit + overhead { throw tooLarge }
        let reader = try MultipartReader(body, contentType: contentType)
        while let part = try await reader.nextPart() {
            guard ["files", "file", "files[]"].contains(part.name) else {
                while let bytes = try await reader.nextBytes() { try count(bytes.count) }
                continue
            }
            let handle = try begin(name: part.filename ?? "", claimed: part.contentType)
            defer { close(handle) }
            while let bytes = try await reader.nextBytes() { try write(bytes, to: handle) }
        }
        guard !files.isEmpty else {
            throw APIFailure(.badRequest, "there is no file in a field named \"files\"")
        }
    }
}
