import FlyingFox
import Foundation
import Planning
import Testing
import VideoAPI

@testable import Serving

@Suite struct HostileRequestTests {
    @Test(arguments: [
        "/nothing", "/", "/api", "/api/render/proxy/lambda/a/b/c", "/files/x",
        "/files/../../etc/passwd", "/files/%2e%2e/%2e%2e%2fetc%2fpasswd", "/files/..%5c../x",
        "/files/a%00b/c", "/%FF",
    ])
    func whatIsNoPathOfOursIsNotFoundInTheEnvelope(path: String) async throws {
        let reply = try await ServerFixture().call(.GET, path)
        #expect(reply.status == 404)
        #expect(try reply.code == 404)
    }

    @Test(arguments: ["..%2f..%2fetc%2fpasswd", "%2e%2e", "..", "a%2Fb", "-", "1%00"])
    func idsAreNeverPaths(id: String) async throws {
        let server = try ServerFixture()
        let token = try await server.token()
        for path in [
            "/api/state/nemo_agent/me/\(id)/latest", "/api/render/proxy/lambda/\(id)",
            "/api/render/proxy/\(id)/download", "/files/\(id)/cat.png",
        ] {
            let reply = try await server.call(.GET, path, token: token)
            #expect(reply.status == 404, "\(path)")
        }
    }

    @Test func wrongMethodsAreToldTheRightOnes() async throws {
        let server = try ServerFixture()
        for endpoint in Endpoint.allCases {
            let path = endpoint.pattern.replacingOccurrences(of: "{", with: "")
                .replacingOccurrences(of: "}", with: "")
            let reply = try await server.call(.DELETE, path)
            #expect(reply.status == 405, "\(path)")
            #expect(try reply.code == 405)
            #expect(reply.headers[HTTPHeader("Allow")]?.contains(endpoint.method.rawValue) == true)
        }
    }

    @Test func aHugeHeaderIsRefused() async throws {
        let long = String(repeating: "a", count: 20_000)
        let reply = try await ServerFixture().call(.GET, "/health", headers: ["X-Long": long])
        #expect(reply.status == 431)
    }

    @Test(arguments: [
        "{", "[]", "\"text\"", "12", "nul", "{\"a\":}", "\u{FEFF}", "{\"session_id\":\"x\" \"b\"}",
        "{\"session_id\":12}", "{\"session_id\":[]}", "{\"session_id\":null}",
        "{\"session_id\":\"1\",\"new_message\":[]}", "{}",
    ])
    func jsonThatIsWrongIsABadRequestOrAnUnknownSession(body: String) async throws {
        let server = try ServerFixture()
        let token = try await server.token()
        for path in ["/run_sse", "/api/render/proxy/lambda"] {
            let reply = try await server.post(path, body, token: token)
            #expect([400, 404].contains(reply.status), "\(path) \(body)")
            #expect(try reply.code != 0)
        }
    }

    @Test func deepJSONIsRefused() async throws {
        let server = try ServerFixture()
        let token = try await server.token()
        let deep = String(repeating: "[", count: 100_000)
        let reply = try await server.post(
            "/api/tasks/me/with-session/nemo_agent", "{\"a\":\(deep)", token: token)
        #expect(reply.status == 400)
        #expect(reply.text.contains("64"))
    }

    @Test func aLargeBodyIsRefusedBeforeItIsRead() async throws {
        let server = try ServerFixture { $0.limits.jsonBytes = 1000 }
        let token = try await server.token()
        let reply = try await server.post(
            "/api/tasks/me/with-session/nemo_agent", String(repeating: " ", count: 1001),
            token: token)
        #expect(reply.status == 413)
    }

    @Test func headGivesTheLengthWithoutTheBody() async throws {
        let reply = try await ServerFixture().call(.HEAD, "/health")
        #expect(reply.status == 200)
        #expect(reply.body.isEmpty)
        #expect(Int(reply.headers[.contentLength] ?? "") ?? 0 > 10)
    }

    @Test func atMostSoManyRequestsAreAnsweredAtOnce() async throws {
        let server = try ServerFixture { $0.limits.requests = 0 }
        let reply = try await server.call(.GET, "/health")
        #expect(reply.status == 429)
        #expect(reply.headers[HTTPHeader("Retry-After")] == "1")
    }

    @Test func doubledAndTrailingSlashesAreNoDifference() async throws {
        #expect(try await ServerFixture().call(.GET, "//health/").status == 200)
    }
}
