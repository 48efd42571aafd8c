import FlyingFox
import Foundation
import Planning
import VideoAPI

extension VideoAPIHandler {
    func anonymousToken(_ call: APICall) async throws(APIFailure) -> HTTPResponse {
        guard let client = call.request.headers[.clientID], !client.isEmpty else {
            throw APIFailure(.badRequest, "the header X-Client-Id is missing")
        }
        let isGood = client.unicodeScalars.allSatisfy { (33...126).contains($0.value) }
        guard client.utf8.count <= 64, isGood else {
            throw APIFailure(
                .badRequest, "X-Client-Id has to be 1 to 64 letters, digits or signs")
        }
        return Answer.success(try await tokens.grant(client, now: Date()).json)
    }

    func claimToken(_ call: APICall) async throws(APIFailure) -> HTTPResponse {
        let user = try await user(of: call)
        let fields = try await fields(of: call)
        _ = try session(fields.required("session_id"), user)
        return Answer.success(
            .of([
                "claim_token": .string("clm_" + RandomText.urlSafe(32)),
                "expires_in": JSON.number(604_800),
            ]))
    }

    func createSession(_ call: APICall) async throws(APIFailure) -> HTTPResponse {
        let user = try await user(of: call)
        let fields = try await fields(of: call)
        let name = try fields.string("task_name", limit: 200) ?? "project"
        let language = try fields.string("language", limit: 16)
        let session = try stored { () throws(StoreError) in
            try store.createSession(user: user, name: name, language: language, now: Date())
        }
        return Answer.success(
            SessionGrant(taskID: session.task, sessionID: session.id, userID: user).json)
    }

    func credits(_ call: APICall) async throws(APIFailure) -> HTTPResponse {
        let user = try await user(of: call)
        return Answer.success(
            try stored { () throws(StoreError) in try store.credits(of: user) }.json)
    }

    func state(_ call: APICall) async throws(APIFailure) -> HTTPResponse {
        let user = try await user(of: call)
        let session = try session(call.name("session"), user)
        let (draft, uploads) = try stored { () throws(StoreError) in
            (try store.draft(of: session.id), try store.uploads(of: session.id))
        }
        var state = SessionState(
            sessionID: session.id, taskID: session.task, taskName: session.name)
        state.files = uploads.map { RemoteFile($0, base: call.base) }
        state.version = draft?.version ?? 0
        if let draft {
            let root = try readStored(draft.text)
            state.draft = .object(root)
            let metadata = root["m"]?.object
            state.width = metadata?["width"]?.integer
            state.height = metadata?["height"]?.integer
        }
        var json = state.json
        json.set("user_id", JSONNode(.string(user)))
        json.set("bind_id", JSONNode(.string(user)))
        return Answer.success(json)
    }

    private func readStored(_ text: String) throws(APIFailure) -> JSONObject {
        do {
            return try JSONDocument(parsing: Array(text.utf8)).root.object ?? JSONObject()
        } catch {
            throw APIFailure(.failed, "the stored draft can't be read")
        }
    }

    /// The user whose token the request carries, where the path names that user or `me`.
    func user(of call: APICall) async throws(APIFailure) -> String {
        let user = try await tokens.user(call.request.bearer, now: Date())
        try check(named: call.names["user"], user)
        return user
    }

    func check(named name: String?, _ user: String) throws(APIFailure) {
        guard name == nil || name == "me" || name == user else {
            throw APIFailure(code: 403, message: "this is another user's; say \"me\"")
        }
    }

    func session(_ id: String, _ user: String) throws(APIFailure) -> StoredSession {
        try stored { () throws(StoreError) in try store.session(id, of: user) }
    }

    func fields(of call: APICall) async throws(APIFailure) -> RequestFields {
        try await call.request.fields(limit: configuration.limits.jsonBytes)
    }

    func stored<Value>(
        _ value: () throws(StoreError) -> Value
    ) throws(APIFailure) -> Value {
        do {
            return try value()
        } catch {
            throw APIFailure(error)
        }
    }
}

extension RemoteFile {
    init(_ upload: StoredUpload, base: String) {
        let name = upload.name.addingPercentEncoding(withAllowedCharacters: .urlFileName) ?? "file"
        self.init(
            id: upload.id, filename: upload.original,
            kind: Kind(rawValue: upload.facts.kind.rawValue) ?? .video,
            url: "\(base)/files/\(upload.id)/\(name)", hash: upload.hash)
        duration = upload.facts.duration
        width = upload.facts.width
        height = upload.facts.height
        framesPerSecond = upload.facts.framesPerSecond
    }
}

extension CharacterSet {
    /// The characters of a URL's step that need no escape (RFC 3986, 2.3).
    static let urlFileName = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
