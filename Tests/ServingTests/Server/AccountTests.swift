import FlyingFox
import Foundation
import Planning
import Testing
import VideoAPI

@testable import Serving

@Suite struct AccountTests {
    @Test func aTokenIsGrantedOnceAndGivenAgain() async throws {
        let server = try ServerFixture()
        let reply = try await server.call(
            .POST, "/api/auth/anonymous-token", headers: ["X-Client-Id": "abc"])
        #expect(reply.status == 200)
        let grant = try #require(TokenGrant(Envelope.Fields(try reply.json)))
        #expect(grant.token.hasPrefix("nmv_usr_"))
        #expect(grant.userID.hasPrefix("anon_"))
        #expect(grant.credits == 100)
        #expect(try reply.json["token"]?.string == grant.token)
        #expect(try await server.token("abc") == grant.token)
        #expect(try await server.token("abd") != grant.token)
    }

    @Test(arguments: [nil, "", "a b", String(repeating: "a", count: 65), "é"])
    func aTokenNeedsAClientID(client: String?) async throws {
        let headers = client.map { ["X-Client-Id": $0] } ?? [:]
        let reply = try await ServerFixture().call(
            .POST, "/api/auth/anonymous-token", headers: headers)
        #expect(reply.status == 400)
        #expect(try reply.code == 400)
    }

    @Test(arguments: [nil, "", "nmv_usr_unknown"])
    func withoutAGoodTokenThereIs1001(token: String?) async throws {
        let server = try ServerFixture()
        for endpoint in Endpoint.allCases where endpoint.isOfTheAPI && endpoint != .anonymousToken {
            let path = endpoint.pattern.replacingOccurrences(of: "{user}", with: "me")
                .replacingOccurrences(of: "{session}", with: "1")
                .replacingOccurrences(of: "{id}", with: "1")
            let reply = try await server.call(endpoint.method, path, token: token)
            #expect(reply.status == 401, "\(path)")
            #expect(try reply.code == 1001)
        }
    }

    @Test func theTokenOfTheServerIsAlwaysGood() async throws {
        let server = try ServerFixture { $0.token = "secret" }
        let path = "/api/credits/balance/simple"
        #expect(try await server.call(.GET, path, token: "secret").status == 200)
        #expect(try await server.call(.GET, path, token: "secre").status == 401)
        #expect(try await server.call(.GET, path).status == 401)
    }

    @Test func anAnonymousServerNeedsNoTokenButRefusesABadOne() async throws {
        let server = try ServerFixture { $0.allowsAnonymous = true }
        let path = "/api/credits/balance/simple"
        #expect(try await server.call(.GET, path).status == 200)
        #expect(try await server.call(.GET, path, token: "bad").status == 401)
    }

    @Test func creditsAreANumberEach() async throws {
        let server = try ServerFixture()
        let reply = try await server.call(
            .GET, "/api/credits/balance/simple", token: try await server.token())
        let balance = CreditBalance(Envelope.Fields(try reply.json))
        #expect(balance == CreditBalance(available: 100, frozen: 0))
        #expect(try reply.data("total")?.integer == 100)
    }

    @Test func sessionsAreOpaqueAndEachIsNew() async throws {
        let server = try ServerFixture()
        let token = try await server.token()
        let (one, two) = (try await server.session(token), try await server.session(token))
        #expect(one != two)
        #expect(one.count == 19)
        let reply = try await server.state(one, token)
        #expect(try reply.data("task_name")?.string == "project")
        #expect(try reply.data("state", "draft")?.object?.isEmpty == true)
        #expect(try reply.data("state", "video_infos")?.array?.isEmpty == true)
    }

    @Test func thePathMayNameTheUserOrMeAndNobodyElse() async throws {
        let server = try ServerFixture()
        let token = try await server.token()
        let user = try #require(
            try await server.call(
                .POST, "/api/auth/anonymous-token", headers: ["X-Client-Id": "client-1"]
            ).data("user_id")?.string)
        func create(_ name: String) async throws -> Int {
            try await server.post(
                "/api/tasks/\(name)/with-session/nemo_agent", "{}", token: token
            ).status
        }
        #expect(try await create(user) == 200)
        #expect(try await create("me") == 200)
        #expect(try await create("anon_other") == 403)
    }

    @Test func anothersSessionIsUnknown() async throws {
        let server = try ServerFixture()
        let session = try await server.session(try await server.token("one"))
        let other = try await server.token("two")
        for reply in [
            try await server.state(session, other), try await server.say("hi", session, other),
            try await server.upload(session, other),
            try await server.render("r1", session, other),
        ] {
            #expect(reply.status == 404)
            #expect(try reply.code == 1002)
            #expect(try reply.json["detail"]?.string?.isEmpty == false)
        }
    }

    @Test func claimTokensAndPagesAreThere() async throws {
        let server = try ServerFixture()
        let token = try await server.token()
        let session = try await server.session(token)
        let reply = try await server.post(
            "/api/auth/claim-token", #"{"task_id":"t","session_id":"\#(session)"}"#, token: token)
        #expect(try reply.data("claim_token")?.string?.hasPrefix("clm_") == true)
        #expect(try reply.data("expires_in")?.integer == 604_800)
        let page = try await server.call(
            .GET, "/workspace/claim?task=t&session=%3Cscript%3E")
        #expect(page.status == 200)
        #expect(!page.text.contains("<script>"))
        #expect(try await server.call(.GET, "/register?bind=anon_1").status == 200)
    }

    @Test func aStrictServerGivesOneTokenAWeek() async throws {
        let server = try ServerFixture { $0.strict = true }
        _ = try await server.token("abc")
        let reply = try await server.call(
            .POST, "/api/auth/anonymous-token", headers: ["X-Client-Id": "abc"])
        #expect(reply.status == 429)
        #expect(try reply.code == 429)
        #expect(reply.headers[HTTPHeader("Retry-After")] == "30")
    }
}
