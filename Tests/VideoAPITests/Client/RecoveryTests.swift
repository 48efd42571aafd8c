import Foundation
import Networking
import Testing

@testable import VideoAPI

@Suite struct RecoveryTests {
    @Test func everyRequestCarriesAttributionAndTheToken() async throws {
        let bench = try Bench { _, _ in Wire.credits }
        #expect(try await bench.client.credits() == CreditBalance(available: 25000, frozen: 40))
        let request = try #require(bench.transport.requests.first)
        #expect(request.url.absoluteString == "https://video.test/api/credits/balance/simple")
        #expect(request.headers["X-Skill-Source"] == "explainer")
        #expect(request.headers["X-Skill-Version"] == "9")
        #expect(request.headers["X-Skill-Platform"] == "here")
        #expect(request.headers["Authorization"] == "Bearer old")
    }

    @Test func theRequestForATokenCarriesTheClientIDAndNoAuthorization() async throws {
        let bench = try Bench { _, _ in Wire.token }
        try await bench.client.anonymousToken()
        let request = try #require(bench.transport.requests.first)
        #expect(request.headers["X-Client-Id"] == "client-1")
        #expect(request.headers["Authorization"] == nil)
        #expect(request.headers["X-Skill-Source"] == "explainer")
    }

    @Test func aTokenAndASessionAreFetchedWhereTheyAreMissing() async throws {
        let bench = try Bench(token: nil, session: nil) { request, _ in
            switch request.url.path {
            case "/api/auth/anonymous-token": Wire.token
            case "/api/tasks/me/with-session/nemo_agent": Wire.session
            default: Wire.state("")
            }
        }
        _ = try await bench.client.state()
        #expect(
            bench.transport.paths == [
                "POST /api/auth/anonymous-token", "POST /api/tasks/me/with-session/nemo_agent",
                "GET /api/state/nemo_agent/me/s2/latest",
            ])
    }

    @Test(arguments: [200, 401]) func anExpiredTokenIsRenewedOnce(status: Int) async throws {
        let bench = try Bench { request, _ in
            if request.url.path.hasSuffix("token") { return Wire.token }
            let isNew = request.headers["Authorization"] == "Bearer new"
            return isNew ? Wire.credits : .code(1001, status: status)
        }
        _ = try await bench.client.credits()
        #expect(bench.transport.count("token") == 1)
        #expect(bench.transport.count("simple") == 2)
        #expect(bench.notices == [.renewedToken])
    }

    @Test func aTokenThatStaysBadIsReportedAfterOneRenewal() async throws {
        let bench = try Bench { request, _ in
            request.url.path.hasSuffix("token") ? Wire.token : .code(1001, status: 401)
        }
        await #expect(throws: ClientProblem.self) { try await bench.client.credits() }
        #expect(bench.transport.count("token") == 1)
        #expect(bench.transport.count("simple") == 2)
    }

    @Test func aTokenThatTheUserNamedIsNotReplaced() async throws {
        let bench = try Bench(isGiven: true) { _, _ in .code(1001, status: 401) }
        await #expect(throws: ClientProblem.self) { try await bench.client.credits() }
        #expect(bench.transport.requests.count == 1)
    }

    @Test func anEndedSessionIsReplacedOnceAndThatIsSaid() async throws {
        let bench = try Bench { request, _ in
            if request.url.path.contains("with-session") { return Wire.session }
            return request.url.path.contains("/s2/") ? Wire.state("") : .code(1002, status: 404)
        }
        _ = try await bench.client.state()
        #expect(bench.notices == [.newSession])
        #expect(await bench.client.credentials.sessionID == "s2")
        #expect(bench.transport.requests.count == 3)
    }

    @Test(arguments: [("7", 7.0), ("", 30.0)])
    func afterTooManyRequestsItWaitsAndTriesOnce(header: String, wait: Double) async throws {
        let bench = try Bench { _, number in
            let headers = header.isEmpty ? [:] : ["retry-after": header]
            return number == 1 ? .code(429, status: 429, headers: headers) : Wire.credits
        }
        _ = try await bench.client.credits()
        #expect(bench.time.pauses == [wait])
        #expect(bench.transport.requests.count == 2)
    }

    @Test func tooManyRequestsTwiceAreReported() async throws {
        let bench = try Bench { _, _ in .code(429, status: 429) }
        await #expect(
            throws: ClientProblem.refused(
                APIFailure(code: 429, message: "no", bindID: "anon_7"))
        ) { try await bench.client.credits() }
        #expect(bench.transport.requests.count == 2)
    }

    @Test func aServiceThatAsksToWaitForADayIsNotWaitedFor() async throws {
        let bench = try Bench { _, _ in
            .code(429, status: 429, headers: ["retry-after": "86400"])
        }
        await #expect(throws: ClientProblem.self) { try await bench.client.credits() }
        #expect(bench.time.pauses == [])
    }

    @Test(arguments: [500, 502, 503]) func aReadIsRepeatedTwiceAfterAFault(status: Int) async throws
    {
        let bench = try Bench { _, _ in .json("<html>", status: status) }
        await #expect(throws: ClientProblem.self) { try await bench.client.credits() }
        #expect(bench.transport.requests.count == 3)
        #expect(bench.time.pauses == [3, 30])
    }

    @Test func aReadIsRepeatedTwiceWithoutANetwork() async throws {
        let bench = try Bench { _, _ in throw TransportFault("no network") }
        await #expect(throws: ClientProblem.unreachable("no network")) {
            try await bench.client.credits()
        }
        #expect(bench.transport.requests.count == 3)
    }

    @Test(arguments: [400, 402, 403, 404, 409, 2001, 4001, 4002])
    func otherRefusalsAreReportedAtOnce(code: Int) async throws {
        let bench = try Bench { _, _ in .code(code, status: 200) }
        await #expect(
            throws: ClientProblem.refused(
                APIFailure(code: code, message: "no", bindID: "anon_7"))
        ) { try await bench.client.credits() }
        #expect(bench.transport.requests.count == 1)
    }

    @Test(arguments: [2001, 402]) func whoHasNoAccountIsToldWhereToRegister(code: Int) {
        let anonymous = APIFailure(code: code, message: "", bindID: "anon_7").advice
        #expect(anonymous.contains("https://nemovideo.com/register?bind=anon_7"))
        #expect(!APIFailure(code: code, message: "", bindID: "u9").advice.contains("register?bind"))
    }

    @Test func theTokenStandsInNoDescription() {
        var credentials = Credentials(clientID: "c")
        credentials.token = "nmv_usr_secret"
        #expect(!"\(credentials)".contains("secret"))
        #expect(!String(reflecting: credentials).contains("secret"))
        var text = ""
        dump(credentials, to: &text)
        #expect(!text.contains("secret"))
    }
}
