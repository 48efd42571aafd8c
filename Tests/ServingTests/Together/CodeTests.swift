import Foundation
import Networking
import Planning
import Testing
import VideoAPI

@testable import Serving

/// Every code that the server can answer, and what the client makes of it.
@Suite(.serialized) struct CodeTests {
    /// The code of the refusal that `work` ends with; nil where it ends well.
    private func code(_ work: () async throws -> Void) async throws -> Int? {
        do {
            try await work()
            return nil
        } catch ClientProblem.refused(let failure) {
            return failure.code
        }
    }

    @Test(arguments: Line.allCases) func aBadTokenIsReplacedUnlessItWasGiven(
        line: Line
    ) async throws {
        var credentials = Credentials(clientID: "client-1")
        credentials.token = "wrong"
        let pair = try await Pair(line, credentials: credentials)
        #expect(try await pair.client.credits().available == 100)
        #expect(pair.notices == [.renewedToken])
        try await pair.stop()
        credentials.isGivenToken = true
        let given = try await Pair(line, credentials: credentials)
        #expect(try await code { _ = try await given.client.credits() } == 1001)
        try await given.stop()
    }

    @Test(arguments: Line.allCases) func anUnknownSessionIsReplaced(line: Line) async throws {
        var credentials = Credentials(clientID: "client-1")
        credentials.sessionID = "1234567890123456789"
        let pair = try await Pair(line, credentials: credentials)
        #expect(try await pair.client.state().draft == nil)
        #expect(pair.notices == [.newSession])
        try await pair.stop()
    }

    @Test(arguments: Line.allCases) func creditsThatAreSpentAreNamedWithTheUser(
        line: Line
    ) async throws {
        let pair = try await Pair(line) { $0.strict = true }
        _ = try await pair.client.upload(pair.file("cat.png", "PNG bytes"))
        _ = try await pair.say("Explain this picture")
        #expect(try await pair.client.credits().available == 0)
        do {
            _ = try await pair.say("make it square")
            Issue.record("an edit that can't be paid is done")
        } catch ClientProblem.refused(let failure) {
            #expect(failure.code == 2001)
            let user = await pair.client.credentials.userID
            #expect(failure.advice.contains(user))
        }
        #expect(try await pair.client.state().version == 1)
        try await pair.stop()
    }

    @Test(arguments: Line.allCases) func filesAreRefusedByKindAndSize(line: Line) async throws {
        let pair = try await Pair(line) { $0.maxUpload = 1_000_000 }
        let (kind, size) = (
            try pair.file("a.png", "MP4 inside"),
            try pair.file("b.png", "PNG" + String(repeating: "x", count: 2_000_000))
        )
        #expect(try await code { _ = try await pair.client.upload(kind) } == 4001)
        #expect(try await code { _ = try await pair.client.upload(size) } == 4002)
        #expect(
            try await code { _ = try await pair.client.upload(urls: ["https://a.test/b"]) } == 4001)
        #expect(try await pair.client.state().files.isEmpty)
        try await pair.stop()
    }

    @Test(arguments: Line.allCases) func aStrangeClientIDIsRefused(line: Line) async throws {
        let long = String(repeating: "a", count: 65)
        let pair = try await Pair(line, credentials: Credentials(clientID: long))
        #expect(try await code { _ = try await pair.client.credits() } == 400)
        try await pair.stop()
    }

    @Test(arguments: Line.allCases) func rendersAreRefusedWithoutAttribution(
        line: Line
    ) async throws {
        let pair = try await Pair(line, source: "") { $0.strict = true }
        _ = try await pair.client.upload(pair.file("cat.png", "PNG bytes"))
        _ = try await pair.say("Explain this picture")
        #expect(try await code { _ = try await pair.client.export() } == 402)
        try await pair.stop()
    }

    @Test(arguments: Line.allCases) func rendersAreUnknownOrInConflict(line: Line) async throws {
        let pair = try await Pair(line)
        _ = try await pair.client.upload(pair.file("cat.png", "PNG bytes"))
        _ = try await pair.say("Explain this picture")
        let first = try #require(try await pair.client.state().draft)
        _ = try await pair.say("make it square")
        let second = try #require(try await pair.client.state().draft)
        #expect(try await code { _ = try await pair.client.renderStatus("none") } == 404)
        _ = try await pair.client.submitRender(id: "r", draft: first)
        #expect(
            try await code { _ = try await pair.client.submitRender(id: "r", draft: second) }
                == 409)
        try await pair.stop()
    }

    @Test(arguments: Line.allCases) func aSecondTokenIsWaitedForOnce(line: Line) async throws {
        let pair = try await Pair(line) { $0.strict = true }
        try await pair.client.anonymousToken()
        #expect(try await code { try await pair.client.anonymousToken() } == 429)
        #expect(pair.notices.count == 1)
        #expect(pair.time.now == .seconds(30))
        try await pair.stop()
    }

    /// What a reading call comes to, and the seconds that it waits: each way of recovery once.
    @Test(arguments: [
        (1001, 0), (1002, 0), (2001, 0), (4001, 0), (4002, 0), (400, 0), (402, 0), (404, 0),
        (409, 0), (429, 1), (500, 33),
    ])
    func aPlannedFaultIsRefusedInTheEnd(fault: Int, seconds: Int) async throws {
        let plan = try FaultPlan(parsing: "\(fault):1")
        var credentials = Credentials(clientID: "client-1")
        (credentials.token, credentials.isGivenToken) = ("secret", true)
        credentials.sessionID = "1"
        let pair = try await Pair(.inProcess, credentials: credentials) { $0.faults = plan }
        #expect(try await code { _ = try await pair.client.credits() } == fault)
        #expect(pair.time.now == .seconds(seconds))
    }

    @Test func anEditThatFailsWithoutASignIsNotKnown() async throws {
        let server = try ServerFixture { $0.strict = false }
        let time = SkippedTime()
        let client = try Walker.client(of: server, "client-1", through: time) { request, line in
            guard request.url.path == "/run_sse" else { return try await line.send(request) }
            let body = #"{"code":500,"message":"broken"}"#
            return TransportAnswer(status: 500, headers: [:], chunks: .of([Array(body.utf8)]))
        }
        await #expect(throws: ClientProblem.lost("broken")) {
            for try await _ in client.say("make it square") {}
        }
        // After 3 seconds, then every minute, five looks in all.
        #expect(time.now == .seconds(243))
    }
}
