import FlyingFox
import Foundation
import Planning
import VideoAPI

extension VideoAPIHandler {
    func upload(_ call: APICall) async throws(APIFailure) -> HTTPResponse {
        let user = try await user(of: call)
        let session = try session(call.name("session"), user)
        let kind = call.request.headers[.contentType] ?? ""
        let take: (UploadIntake) async throws(APIFailure) -> Void
        if kind.lowercased().hasPrefix("application/json") {
            let addresses = try await addresses(of: call)
            take = { intake throws(APIFailure) in try await load(addresses, into: intake) }
        } else if kind.lowercased().hasPrefix("multipart/form-data") {
            take = { intake throws(APIFailure) in
                try await intake.receive(call.request.body, contentType: kind)
            }
        } else {
            throw APIFailure(
                .badRequest, "send the files as multipart/form-data, in fields named \"files\"")
        }
        guard await sessions.enter(session.id) else {
            throw APIFailure(.tooMany, "this session has enough connections", retryAfter: 10)
        }
        let result: Result<HTTPResponse, APIFailure>
        do throws(APIFailure) {
            result = .success(try await takeFiles(call, session, take))
        } catch {
            result = .failure(error)
        }
        await sessions.leave(session.id)
        return try result.get()
    }

    private func addresses(of call: APICall) async throws(APIFailure) -> [String] {
        let urls = try await fields(of: call)["urls"]?.array?.map(\.string) ?? []
        let addresses = urls.compactMap { $0 }
        guard !addresses.isEmpty, addresses.count == urls.count else {
            throw APIFailure(.badRequest, "\"urls\" has to be a list of addresses")
        }
        guard network != nil else {
            throw APIFailure(
                .fileType,
                "this server loads nothing from the network unless it is started with "
                    + "--allow-network; send the file itself")
        }
        return addresses
    }

    private func load(
        _ addresses: [String], into intake: UploadIntake
    ) async throws(APIFailure) {
        guard let network else { return }
        guard await loads.enter() else {
            throw APIFailure(
                .tooMany, "the server is loading enough from the network; ask again",
                retryAfter: 10)
        }
        let result: Result<Void, APIFailure>
        do throws(APIFailure) {
            try await intake.load(
                addresses, through: network, patience: configuration.limits.silence,
                seconds: configuration.limits.loading)
            result = .success(())
        } catch {
            result = .failure(error)
        }
        await loads.leave()
        try result.get()
    }

    private func takeFiles(
        _ call: APICall, _ session: StoredSession,
        _ take: (UploadIntake) async throws(APIFailure) -> Void
    ) async throws(APIFailure) -> HTTPResponse {
        let intake = UploadIntake(
            limit: configuration.maxUpload, mostFiles: configuration.limits.filesPerUpload,
            newPlace: { [store] in store.folder.newIncoming() })
        defer { intake.removeLeftovers() }
        try await take(intake)
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
