import Foundation
import TestSupport
import Testing

@testable import Networking

@Suite(.serialized) struct CurlTransportTests {
    /// 127.0.0.1 alone, as if it were public.
    private static let first = AddressRule { $0?.bytes == [127, 0, 0, 1] }

    private func body(
        _ server: SocketServer, _ path: String, _ transport: CurlTransport = CurlTransport(),
        host: String = "127.0.0.1", patience: Double = 20,
        headers: [String: String] = [:]
    ) async throws -> (answer: TransportAnswer, text: String) {
        var request = TransportRequest(
            "GET", try #require(server.url(path, host: host)), headers: headers)
        request.patience = patience
        let answer = try await transport.send(request)
        return (answer, String(decoding: try await answer.body(limit: 1 << 20), as: UTF8.self))
    }

    @Test(arguments: ["/half", "/short", "/cut", "/nonsense"])
    func anAnswerThatIsNotWholeIsAFault(path: String) async throws {
        guard let server = try SocketServer.start() else { return }
        defer { server.stop() }
        let fault = await #expect(throws: TransportFault.self) { try await body(server, path) }
        #expect(fault?.isUnsent == false)
        #expect(fault?.isCancelled == false)
    }

    @Test func silenceIsGivenUp() async throws {
        guard let server = try SocketServer.start() else { return }
        defer { server.stop() }
        let start = ContinuousClock.now
        let fault = await #expect(throws: TransportFault.self) {
            try await body(server, "/silent", patience: 0.5)
        }
        #expect(fault?.words == "the server said nothing for too long")
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func aTransferWithoutEndEnds() async throws {
        guard let server = try SocketServer.start() else { return }
        defer { server.stop() }
        var request = TransportRequest("GET", try #require(server.url("/drip")))
        request.longest = 1
        let answer = try await CurlTransport().send(request)
        let fault = await #expect(throws: TransportFault.self) {
            for try await _ in answer.chunks {}
        }
        #expect(fault?.words == "it takes too long to load")
    }

    @Test func aTaskThatIsCancelledEndsAtOnce() async throws {
        guard let server = try SocketServer.start() else { return }
        defer { server.stop() }
        let url = try #require(server.url("/silent"))
        let task = Task { try await CurlTransport().send(TransportRequest("GET", url)) }
        try await Task.sleep(for: .milliseconds(100))
        let start = ContinuousClock.now
        task.cancel()
        let fault = await #expect(throws: TransportFault.self) { try await task.value }
        #expect(fault?.isCancelled == true)
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func whatIsSentIsWhatWasGiven() async throws {
        guard let server = try SocketServer.start() else { return }
        defer { server.stop() }
        let text = try await body(server, "/echo", headers: ["X-One": "a b", "Accept": "x/y"]).text
        #expect(text.hasPrefix("GET /echo HTTP/1.1\r\n"))
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.contains("X-One: a b"))
        #expect(lines.contains("Accept: x/y"))
        #expect(lines.contains("User-Agent: explainer"))
        await #expect(throws: TransportFault.self) {
            try await body(server, "/echo", headers: ["X-One": "a\r\nX-Two: b"])
        }
    }

    @Test func headsBeforeTheRealOneAreLeftOut() async throws {
        guard let server = try SocketServer.start() else { return }
        defer { server.stop() }
        let (answer, text) = try await body(server, "/interim")
        #expect(answer.status == 200)
        #expect(answer.headers["link"] == nil)
        #expect(answer.headers["a"] == "1, 2")
        #expect(text == "ok")
    }

    /// The sender waits: what was sent and not read fits into the sockets' own buffers and ours.
    @Test func whatIsNotReadIsNotTaken() async throws {
        guard let server = try SocketServer.start() else { return }
        defer { server.stop() }
        let answer = try await CurlTransport().send(
            TransportRequest("GET", try #require(server.url("/flood"))))
        var taken = 0
        for try await chunk in answer.chunks {
            #expect(chunk.count < 1 << 20)
            taken += chunk.count
            if taken > 4 << 20 { break }
        }
        var sent = (before: -1, now: 0)
        for _ in 0..<50 where sent.before != sent.now {
            try await Task.sleep(for: .milliseconds(200))
            let text = try await body(server, "/sent").text
            sent = (sent.now, try #require(Int(text)))
        }
        #expect(sent.now < 64 << 20)
        answer.chunks.stop()
    }

    @Test func aRedirectIsFollowedAsFarAsItsRuleGoes() async throws {
        guard let server = try SocketServer.start() else { return }
        defer { server.stop() }
        let other = "/to?http://localhost:\(server.port)/echo"
        func status(_ rule: CurlTransport.Redirects, _ path: String) async throws -> Int {
            try await body(server, path, CurlTransport(redirects: rule)).answer.status
        }
        #expect(try await status(.none, "/to?/echo") == 302)
        #expect(try await status(.sameOrigin, "/to?/echo") == 200)
        #expect(try await status(.sameOrigin, other) == 302)
        #expect(try await status(.anyOrigin, other) == 200)
        let (answer, text) = try await body(
            server, other, CurlTransport(redirects: .anyOrigin),
            headers: ["Authorization": "secret", "X-Other": "kept"])
        #expect(answer.url?.host() == "localhost")
        #expect(!text.contains("secret") && text.contains("kept"))
    }

    @Test func redirectsEnd() async throws {
        guard let server = try SocketServer.start() else { return }
        defer { server.stop() }
        var path = "/echo"
        for _ in 0..<12 { path = "/to?\(path)" }
        await #expect(throws: TransportFault.self) { try await body(server, path) }
        await #expect(throws: TransportFault.self) {
            try await body(
                server, "/to?file:///etc/hostname", CurlTransport(redirects: .anyOrigin))
        }
    }

    /// Names, other notations and addresses of version 6 that mean this machine.
    @Test(arguments: [
        "127.0.0.1", "localhost", "2130706433", "0x7f.1", "0", "[::1]", "[::ffff:127.0.0.1]",
        "127.0.0.2",
    ])
    func thisMachineIsNotPublic(host: String) async throws {
        guard let server = try SocketServer.start() else { return }
        defer { server.stop() }
        let fault = await #expect(throws: TransportFault.self) {
            try await body(server, "/echo", CurlTransport(addresses: .public), host: host)
        }
        #expect(fault?.words == AddressRule.refusal)
        #expect(fault?.isUnsent == true)
    }

    @Test func eachHopIsJudged() async throws {
        guard let server = try SocketServer.start() else { return }
        defer { server.stop() }
        let transport = CurlTransport(redirects: .anyOrigin, addresses: Self.first)
        #expect(try await body(server, "/echo", transport).answer.status == 200)
        let fault = await #expect(throws: TransportFault.self) {
            try await body(server, "/to?http://127.0.0.2:\(server.port)/echo", transport)
        }
        #expect(fault?.words == AddressRule.refusal)
    }
}
