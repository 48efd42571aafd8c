import FlyingFox
import Foundation
import Testing
import VideoAPI

@testable import Serving

@Suite struct GateTests {
    @Test(arguments: [
        "127.0.0.1:8787", "localhost:8787", "LOCALHOST:8787", "[::1]:8787",
    ])
    func loopbackNamesWithOurPortPass(host: String) throws {
        try RequestGate(port: 8787).check([.host: host])
    }

    @Test(arguments: [
        "evil.example:8787", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:8787",
        "localhost:8787:1", "", "[::1]", "127.0.0.1:+8787", "0.0.0.0:8787",
    ])
    func otherHostsAreRefused(host: String) {
        #expect(throws: APIFailure.self) { try RequestGate(port: 8787).check([.host: host]) }
    }

    @Test(arguments: [
        "http://localhost:3000", "http://127.0.0.1", "https://[::1]:9", "http://localhost",
    ])
    func loopbackOriginsPassOnAnyPort(origin: String) throws {
        try RequestGate(port: 8787).check([.host: "localhost:8787", .origin: origin])
    }

    @Test(arguments: [
        "http://evil.example", "null", "", "file://", "http://localhost.evil.example",
        "http://127.0.0.1@evil.example", "http://127.0.0.1:8787/evil", "chrome-extension://x",
    ])
    func otherOriginsAreRefused(origin: String) {
        #expect(throws: APIFailure.self) {
            let headers: [HTTPHeader: String] = [.host: "localhost:8787", .origin: origin]
            try RequestGate(port: 8787).check(HTTPHeaders(headers))
        }
    }

    @Test func aRefusalIsAnEnvelopeWith403() async throws {
        let server = try ServerFixture()
        let reply = try await server.call(.GET, "/health", headers: ["Host": "evil.example"])
        #expect(reply.status == 403)
        #expect(try reply.code == 403)
        #expect(reply.headers[HTTPHeader("Access-Control-Allow-Origin")] == nil)
    }

    @Test func preflightNamesMethodsAndHeaders() async throws {
        let server = try ServerFixture()
        let reply = try await server.call(
            .OPTIONS, "/run_sse", headers: ["Origin": "http://localhost:3000"])
        #expect(reply.status == 204)
        #expect(
            reply.headers[HTTPHeader("Access-Control-Allow-Origin")] == "http://localhost:3000")
        #expect(reply.headers[HTTPHeader("Access-Control-Allow-Methods")]?.contains("POST") == true)
        let allowed = reply.headers[HTTPHeader("Access-Control-Allow-Headers")] ?? ""
        for name in ["Authorization", "X-Client-Id", "X-Skill-Source", "Content-Type"] {
            #expect(allowed.contains(name))
        }
    }
}
