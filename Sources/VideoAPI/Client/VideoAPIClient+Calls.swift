package import Foundation
import Networking
import Planning

extension VideoAPIClient {
    /// Asks for a token for this client id and keeps it.
    @discardableResult
    package func anonymousToken() async throws -> TokenGrant {
        var call = Call(method: "POST", path: { _ in "/api/auth/anonymous-token" })
        call.isAnonymous = true
        guard let grant = TokenGrant(try await fields(of: call)),
            CredentialStore.isPlain(grant.token, 4096)
        else { throw Self.strange("no token") }
        try change {
            ($0.token, $0.userID, $0.isGivenToken) = (grant.token, grant.userID, false)
        }
        return grant
    }

    /// Makes a new session, whose timeline is empty, and keeps it.
    @discardableResult
    package func session() async throws -> SessionGrant {
        let body = Self.bytes(["task_name": .string("project")])
        let call = Call(
            method: "POST", path: { _ in "/api/tasks/me/with-session/nemo_agent" },
            body: { _ in body })
        guard let grant = SessionGrant(try await fields(of: call)) else {
            throw Self.strange("no session")
        }
        try change {
            ($0.sessionID, $0.taskID) = (grant.sessionID, grant.taskID)
            if !grant.userID.isEmpty { $0.userID = grant.userID }
        }
        return grant
    }

    /// Uploads a file; what was stored is told by the answer.
    ///
    /// `sending` is told how many bytes of the file were read to be sent; from 0 again where the upload
    /// is repeated.
    package func upload(
        _ file: URL, sending: (@Sendable (Int) -> Void)? = nil
    ) async throws -> [RemoteFile] {
        let form = try FileLimits.form(for: file)
        return try await upload(.form(form), sending: sending)
    }

    /// Has the service load the files at `urls`.
    package func upload(urls: [String]) async throws -> [RemoteFile] {
        let list = JSON.array(urls.map { .string($0) })
        return try await upload(
            Self.bytes(["urls": list, "source_type": .string("url")]))
    }

    private func upload(
        _ body: TransportRequest.Body, sending: (@Sendable (Int) -> Void)? = nil
    ) async throws -> [RemoteFile] {
        var call = Call(
            method: "POST",
            path: { "/api/upload-video/nemo_agent/me/\($0.sessionPart)" }, body: { _ in body })
        call.needsSession = true
        call.patience = 600
        call.sending = sending
        let fields = try await fields(of: call)
        let list = fields["files", "uploaded_files"]?.array ?? []
        let files = list.compactMap(RemoteFile.init)
        if files.isEmpty, let file = fields["url"].flatMap({ RemoteFile(url: $0.string) }) {
            return [file]
        }
        return files
    }

    /// What the session's timeline and files are.
    package func state() async throws -> SessionState {
        guard let state = SessionState(try await fields(of: Self.stateCall)) else {
            throw Self.strange("no state")
        }
        return state
    }

    static let stateCall: Call = {
        var call = Call.read { "/api/state/nemo_agent/me/\($0.sessionPart)/latest" }
        call.needsSession = true
        return call
    }()

    package func credits() async throws -> CreditBalance {
        CreditBalance(try await fields(of: .read { _ in "/api/credits/balance/simple" }))
    }

    static func bytes(_ members: KeyValuePairs<String, JSONValue?>) -> TransportRequest.Body {
        .bytes(Array(JSONWriter.text(of: JSON.object(members)).utf8))
    }

    static func strange(_ what: String) -> ClientProblem {
        .refused(APIFailure(.failed, "the answer holds \(what)"))
    }
}

extension Credentials {
    /// The session as a part of a path.
    var sessionPart: String { ServerAddress.escape(sessionID ?? "") }
}

extension RemoteFile {
    fileprivate init?(url: String?) {
        guard let url else { return nil }
        self.init(id: "", filename: "", kind: .video, url: url, hash: "")
    }
}
