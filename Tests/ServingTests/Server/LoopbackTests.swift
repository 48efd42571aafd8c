import Foundation
import Synchronization
import Testing
import VideoAPI

@testable import Serving

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A server with a socket, on a port of its own, until the test is over.
final class RunningServer: Sendable {
    let files: StoreFixture
    let workshop = FakeWorkshop()
    let store: ServerStore
    let server: VideoAPIServer
    let base: URL
    private let task: Task<Void, any Error>

    init(_ change: (inout ServerConfiguration) -> Void = { _ in }) async throws {
        files = try StoreFixture()
        store = try files.open()
        var configuration = ServerConfiguration(dataFolder: files.root)
        configuration.port = 0
        configuration.token = "secret"
        configuration.limits.farewell = 0.05
        change(&configuration)
        let server = VideoAPIServer(
            configuration: configuration, store: store, workshop: workshop)
        self.server = server
        let (addresses, feed) = AsyncStream.makeStream(of: URL.self)
        task = Task { try await server.run { feed.yield($0) } }
        var iterator = addresses.makeAsyncIterator()
        base = try #require(await iterator.next())
    }

    func stop() async throws {
        await server.stop()
        try await task.value
    }

    func call(
        _ method: String, _ path: String, body: String? = nil, headers: [String: String] = [:]
    ) async throws -> (status: Int, text: String) {
        var request = URLRequest(url: try #require(URL(string: base.absoluteString + path)))
        request.httpMethod = method
        request.setValue("Bearer secret", forHTTPHeaderField: "Authorization")
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        request.httpBody = body.map { Data($0.utf8) }
        let (data, response) = try await URLSession.shared.data(for: request)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        return (status, String(decoding: data, as: UTF8.self))
    }

    func session() async throws -> String {
        let reply = try await call("POST", "/api/tasks/me/with-session/nemo_agent", body: "{}")
        let fields = try Envelope.fields(of: Array(reply.text.utf8), status: reply.status)
        return try #require(SessionGrant(fields)).sessionID
    }

    /// Sends bytes as they are, and returns what comes back until the server ends the connection.
    ///
    /// Where `until` comes, the connection is left at once.
    func raw(_ text: String, until: String? = nil) async throws -> String {
        // Not on a thread of the tasks': the server needs those to answer.
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try self.talk(text, until: until) })
            }
        }
    }

    func talk(_ text: String, until: String?) throws -> String {
        let socket = socket(AF_INET, Self.stream, 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(base.port ?? 0).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0)
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(
            socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let bytes = Array(text.utf8)
        _ = send(socket, bytes, bytes.count, Self.noSignal)
        var (answer, buffer) = ("", [UInt8](repeating: 0, count: 65536))
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return answer }
            answer += String(decoding: buffer[..<count], as: UTF8.self)
            if let until, answer.contains(until) { return answer }
        }
    }

    #if canImport(Glibc)
        static let (stream, noSignal) = (
            Int32(SOCK_STREAM.rawValue), Int32(MSG_NOSIGNAL)
        )
    #else
        static let (stream, noSignal) = (SOCK_STREAM, Int32(0))
    #endif

    var host: String { "127.0.0.1:\(base.port ?? 0)" }
}

@Suite(.serialized) struct LoopbackTests {
    @Test func aClientGoesTheWholeWay() async throws {
        let server = try await RunningServer()
        #expect(try await server.call("GET", "/health").status == 200)
        let session = try await server.session()
        let upload = try await server.call(
            "POST", "/api/upload-video/nemo_agent/me/\(session)",
            body: "--e\r\nContent-Disposition: form-data; name=\"files\"; "
                + "filename=\"cat.png\"\r\n\r\nPNG\(String(repeating: "x", count: 3_000_000))"
                + "\r\n--e--\r\n",
            headers: ["Content-Type": "multipart/form-data; boundary=e"])
        #expect(upload.status == 200)
        let chat = try await server.call(
            "POST", "/run_sse", body: ServerFixture.message("Explain this picture", session))
        #expect(chat.text.contains("\"type\":\"tool_result\""))
        #expect(chat.text.hasSuffix("}\n\n"))
        let submitted = try await server.call(
            "POST", "/api/render/proxy/lambda",
            body: #"{"id":"r","sessionId":"\#(session)"}"#)
        #expect(submitted.status == 200)
        var url: String?
        for _ in 0..<200 where url == nil {
            try await Task.sleep(for: .milliseconds(10))
            let reply = try await server.call("GET", "/api/render/proxy/lambda/r")
            let fields = try Envelope.fields(of: Array(reply.text.utf8), status: reply.status)
            url = RenderStatus(fields, id: "r")?.url
        }
        let path = try #require(url).replacingOccurrences(of: server.base.absoluteString, with: "")
        #expect(path.hasPrefix("/files/"))
        #expect(try await server.call("GET", path).text == "0123456789")
        let part = try await server.call("GET", path, headers: ["Range": "bytes=2-4"])
        #expect(part.status == 206)
        #expect(part.text == "234")
        try await server.stop()
    }

    @Test func otherHostsAndOriginsAreRefused() async throws {
        let server = try await RunningServer()
        for fields in [
            "Host: evil.example", "Host: 127.0.0.1:1",
            "Host: \(server.host)\r\nOrigin: http://evil.example",
        ] {
            let reply = try await server.raw(
                "GET /health HTTP/1.1\r\n\(fields)\r\nConnection: close\r\n\r\n")
            #expect(reply.hasPrefix("HTTP/1.1 403"), "\(fields)")
        }
        #expect(
            try await server.raw("GET /health HTTP/1.1\r\nConnection: close\r\n\r\n")
                .hasPrefix("HTTP/1.1 403"))
        try await server.stop()
    }

    @Test(arguments: ["QUERY", "PROPFIND", "TRACE", "CONNECT", "DELETE", "PATCH"])
    func rareMethodsAreRefusedInTheEnvelope(method: String) async throws {
        let server = try await RunningServer()
        let reply = try await server.raw(
            "\(method) /health HTTP/1.1\r\nHost: \(server.host)\r\nConnection: close\r\n\r\n")
        #expect(reply.hasPrefix("HTTP/1.1 405"))
        #expect(reply.contains("\"code\":405"))
        try await server.stop()
    }

    @Test func aBodyIsNeverTakenForARequest() async throws {
        let server = try await RunningServer()
        let inner = "GET /health HTTP/1.1\r\nHost: \(server.host)\r\n\r\n"
        let body = String(repeating: inner, count: 200)
        for head in [
            "Content-Length: \(body.utf8.count)\r\n\r\n\(body)",
            "Content-Length: 99000000\r\n\r\n\(body)",
            "Transfer-Encoding: chunked\r\n\r\n\(String(body.utf8.count, radix: 16))\r\n\(body)"
                + "\r\n0\r\n\r\n",
        ] {
            let reply = try await server.raw(
                "POST /run_sse HTTP/1.1\r\nHost: \(server.host)\r\nOrigin: http://evil.example\r\n"
                    + "Connection: close\r\n\(head)")
            #expect(reply.hasPrefix("HTTP/1.1 403"))
            #expect(reply.components(separatedBy: "HTTP/1.1 ").count == 2)
        }
        try await server.stop()
    }

    @Test(arguments: [
        "\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "\u{0}\u{1}\u{2} x y\r\n\r\n",
    ])
    func whatIsNoHTTPEndsTheConnectionAndNothingElse(text: String) async throws {
        let server = try await RunningServer { $0.limits.silence = 1 }
        let reply = try await server.raw(text)
        #expect(!reply.contains("HTTP/1.1 200"))
        #expect(try await server.call("GET", "/health").status == 200)
        try await server.stop()
    }

    @Test func aClientThatSaysNothingIsLeft() async throws {
        let server = try await RunningServer { $0.limits.silence = 0.2 }
        #expect(try await server.raw("GET /health HTTP/1.1\r\nHost: ").isEmpty)
        #expect(
            try await server.raw(
                "POST /run_sse HTTP/1.1\r\nHost: \(server.host)\r\nAuthorization: Bearer secret\r\n"
                    + "Content-Length: 9000\r\n\r\nhalf"
            ).hasPrefix("HTTP/1.1 400"))
        try await server.stop()
    }

    @Test func workGoesOnWhenTheClientLeaves() async throws {
        let server = try await RunningServer()
        let session = try await server.session()
        _ = try await server.call(
            "POST", "/api/upload-video/nemo_agent/me/\(session)",
            body: "--e\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.png\"\r\n\r\n"
                + "PNG\r\n--e--\r\n", headers: ["Content-Type": "multipart/form-data; boundary=e"])
        server.workshop.gate.shut()
        let body = ServerFixture.message("Explain this", session)
        let begun = try await server.raw(
            "POST /run_sse HTTP/1.1\r\nHost: \(server.host)\r\nAuthorization: Bearer secret\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)", until: "looking")
        #expect(begun.contains("tool_call"))
        #expect(try server.store.draft(of: session) == nil)
        server.workshop.gate.open()
        for _ in 0..<400 where try server.store.draft(of: session) == nil {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(try server.store.draft(of: session)?.version == 1)
        try await server.stop()
    }

    @Test func aCancelledServerEnds() async throws {
        let files = try StoreFixture()
        var configuration = ServerConfiguration(dataFolder: files.root)
        configuration.port = 0
        let server = VideoAPIServer(
            configuration: configuration, store: try files.open(), workshop: FakeWorkshop())
        let (addresses, feed) = AsyncStream.makeStream(of: URL.self)
        let task = Task { try await server.run { feed.yield($0) } }
        var iterator = addresses.makeAsyncIterator()
        #expect(await iterator.next()?.host() == "127.0.0.1")
        task.cancel()
        await #expect(throws: (any Error).self) { try await task.value }
    }
}
