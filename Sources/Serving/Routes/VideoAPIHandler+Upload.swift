import FlyingFox
import Foundation
import Planning
import VideoAPI

extension VideoAPIHandler {
    func upload(_ call: APICall) async throws(APIFailure) -> HTTPResponse {
        let user = try await user(of: call)
        let session = try session(call.name("session"), user)
        let kind = call.request.headers[.contentType] ?? ""
        if kind.lowercased().hasPrefix("application/json") {
            return try await uploadByAddress(call)
        }
        guard kind.lowercased().hasPrefix("multipart/form-data") else {
            throw APIFailure(
                .badRequest, "send the files as multipart/form-data, in fields named \"files\"")
        }
        guard await sessions.enter(session.id) else {
            throw APIFailure(.tooMany, "this session has enough connections", retryAfter: 10)
        }
        let result: Result<HTTPResponse, APIFailure>
        do throws(APIFailure) {
            result = .success(try await takeFiles(call, kind, session))
        } catch {
            result = .failure(error)
        }
        await sessions.leave(session.id)
        return try result.get()
    }

    private func uploadByAddress(_ call: APICall) async throws(APIFailure) -> HTTPResponse {
        let fields = try await fields(of: call)
        guard let urls = fields["urls"]?.array, !urls.isEmpty,
            urls.allSatisfy({ $0.string != nil })
        else { throw APIFailure(.badRequest, "\"urls\" has to be a list of addresses") }
        throw APIFailure(
            .fileType, "this server fetches nothing from the network; send the file itself")
    }

    private func takeFiles(
        _ call: APICall, _ kind: String, _ session: StoredSession
    ) async throws(APIFailure) -> HTTPResponse {
        let intake = UploadIntake(
            limit: configuration.maxUpload, mostFiles: configuration.limits.filesPerUpload,
            folder: store.folder)
        defer { intake.removeLeftovers() }
        try await intake.receive(call.request.body, contentType: kind)
        var uploads: [StoredUpload] = []
        let facts = try intake.files.map { file throws(APIFailure) in
            try UploadCheck.facts(of: file, workshop, hiding: store.folder.root)
        }
        for (file, facts) in zip(intake.files, facts) {
            uploads.append(
                try stored { () throws(StoreError) in
                    try store.addUpload(
                        session: session.id, original: file.name, facts: facts, file: file.place,
                        now: Date())
                })
        }
        return Answer.success(Self.answer(uploads, base: call.base))
    }

    private static func answer(_ uploads: [StoredUpload], base: String) -> JSONObject {
        let files = uploads.map { RemoteFile($0, base: base) }
        let list = JSON.array(files.map { .object($0.json) })
        return .of([
            "files": list, "uploaded_files": list, "session_state_applied": .bool(true),
            "url": files.first.map { .string($0.url) },
        ])
    }
}
