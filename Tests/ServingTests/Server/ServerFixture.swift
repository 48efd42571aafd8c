import FlyingFox
import FlyingSocks
import Foundation
import Networking
import Planning
import Testing
import VideoAPI

@testable import Serving

/// An answer as a client reads it.
struct Reply {
    let status: Int
    let headers: HTTPHeaders
    let body: Data

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The answer's object; empty where it is none.
    var json: JSONObject {
        get throws { try JSONDocument(parsing: Array(body)).root.object ?? JSONObject() }
    }

    var code: Int? { get throws { try json["code"]?.integer } }

    func data(_ keys: String...) throws -> JSONNode? {
        var node = try json["data"]
        for key in keys { node = node?.object?[key] }
        return node
    }

    /// The objects of the event lines.
    var events: [JSONObject] {
        get throws {
            try text.components(separatedBy: "\n\n").filter { !$0.isEmpty }.map { line in
                try #require(line.hasPrefix("data: ") && !line.contains("\n"))
                return try JSONDocument(parsing: Array(line.dropFirst(6).utf8)).root.object
                    ?? JSONObject()
            }
        }
    }
}

/// A server without a socket: requests go to its handler.
final class ServerFixture: Sendable {
    let files: StoreFixture
    let store: ServerStore
    let workshop = FakeWorkshop()
    let handler: VideoAPIHandler

    /// Sets one up; addresses are loaded through `network`, nil for the network itself.
    init(
        _ change: (inout ServerConfiguration) -> Void = { _ in }, network: (any Transport)? = nil
    ) throws {
        files = try StoreFixture()
        store = try files.open()
        var configuration = ServerConfiguration(dataFolder: files.root)
        change(&configuration)
        guard let network else {
            handler = VideoAPIHandler(
                configuration: configuration, store: store, workshop: workshop)
            return
        }
        handler = VideoAPIHandler(
            configuration: configuration, store: store, workshop: workshop, network: network)
    }

    func call(
        _ method: HTTPMethod, _ target: String, token: String? = nil,
        headers: [String: String] = [:], body: Data = Data()
    ) async throws -> Reply {
        var fields: HTTPHeaders = [.host: "127.0.0.1:8787"]
        if let token { fields[.authorization] = "Bearer \(token)" }
        for (name, value) in headers { fields[HTTPHeader(name)] = value }
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        let request = HTTPRequest(
            method: method, version: .http11,
            target: .init(path: parts[0], query: parts.count > 1 ? parts[1] : ""),
            headers: fields, body: HTTPBodySequence(data: body))
        let response = try await handler.handleRequest(request)
        return Reply(
            status: response.statusCode.code, headers: response.headers,
            body: try await Self.bytes(response))
    }

    private static func bytes(_ response: HTTPResponse) async throws -> Data {
        guard case .httpBody(let body) = response.payload else { return Data() }
        var all = Data()
        do {
            for try await chunk in body { all += chunk }
        } catch is SocketError {
            // How the connection is made to end.
        }
        return body.count == nil ? unchunked(all) : all
    }

    /// Takes off the chunked coding (RFC 9112, 7.1).
    private static func unchunked(_ data: Data) -> Data {
        var (rest, whole) = (data[...], Data())
        while let end = rest.range(of: Data("\r\n".utf8)) {
            let size = Int(String(decoding: rest[..<end.lowerBound], as: UTF8.self), radix: 16) ?? 0
            guard size > 0 else { break }
            let start = end.upperBound
            whole += rest[start..<start + size]
            rest = rest[(start + size + 2)...]
        }
        return whole
    }

    func post(
        _ path: String, _ json: String, token: String? = nil, headers: [String: String] = [:]
    ) async throws -> Reply {
        try await call(
            .POST, path, token: token,
            headers: headers.merging(["Content-Type": "application/json"]) { own, _ in own },
            body: Data(json.utf8))
    }

    func token(_ client: String = "client-1") async throws -> String {
        let reply = try await call(
            .POST, "/api/auth/anonymous-token", headers: ["X-Client-Id": client])
        return try #require(try reply.data("token")?.string)
    }

    func session(_ token: String) async throws -> String {
        let reply = try await post(
            "/api/tasks/me/with-session/nemo_agent", #"{"task_name":"project"}"#, token: token)
        return try #require(try reply.data("session_id")?.string)
    }

    /// A session of the holder of `token`, as the store has it.
    func newSession(_ token: String) async throws -> StoredSession {
        let user = try #require(try store.user(ofToken: token, now: Date()))
        return try store.session(try await session(token), of: user)
    }

    /// A token and a session of it, as the store has it.
    func newSession() async throws -> (token: String, session: StoredSession) {
        let token = try await token()
        return (token, try await newSession(token))
    }

    func upload(
        _ session: String, _ token: String, name: String = "cat.png", field: String = "files",
        content: String = "PNG bytes", kind: String = "image/png"
    ) async throws -> Reply {
        let body =
            "--edge\r\nContent-Disposition: form-data; name=\"\(field)\"; "
            + "filename=\"\(name)\"\r\nContent-Type: \(kind)\r\n\r\n\(content)\r\n--edge--\r\n"
        return try await call(
            .POST, "/api/upload-video/nemo_agent/me/\(session)", token: token,
            headers: ["Content-Type": "multipart/form-data; boundary=edge"],
            body: Data(body.utf8))
    }

    func say(
        _ text: String, _ session: String, _ token: String, more: String = ""
    ) async throws -> Reply {
        try await post(
            "/run_sse", Self.message(text, session, more: more), token: token)
    }

    static func message(_ text: String, _ session: String, more: String = "") -> String {
        """
        {"app_name":"nemo_agent","user_id":"me","session_id":"\(session)"\(more),
        "new_message":{"parts":[{"text":\(JSONWriter.quoted(text))}]}}
        """
    }

    func state(_ session: String, _ token: String) async throws -> Reply {
        try await call(.GET, "/api/state/nemo_agent/me/\(session)/latest", token: token)
    }

    /// A session with an uploaded picture and a draft of it.
    func edited(_ client: String = "client-1") async throws -> (token: String, session: String) {
        let token = try await token(client)
        let session = try await session(token)
        _ = try await upload(session, token)
        _ = try await say("Explain this picture", session, token)
        return (token, session)
    }

    func render(
        _ id: String, _ session: String, _ token: String, draft: String? = nil,
        output: String = #"{"format":"mp4","quality":"high"}"#, headers: [String: String] = [:]
    ) async throws -> Reply {
        let draft = draft ?? TestDraft.text(source: "assets/cat.png")
        return try await post(
            "/api/render/proxy/lambda",
            #"{"id":"\#(id)","sessionId":"\#(session)","draft":\#(draft),"output":\#(output)}"#,
            token: token, headers: headers)
    }

    /// The status of a render once it is `stage`.
    func status(_ id: String, _ token: String, until stage: String) async throws -> Reply {
        for _ in 0..<400 {
            let reply = try await call(.GET, "/api/render/proxy/lambda/\(id)", token: token)
            if try reply.data("status")?.string == stage { return reply }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("the render does not come to \(stage)")
        return try await call(.GET, "/api/render/proxy/lambda/\(id)", token: token)
    }
}
