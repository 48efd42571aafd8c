import FlyingFox
import Foundation
import Planning
import Testing
import VideoAPI

@testable import Serving

@Suite struct ChatRequestTests {
    @Test func explainingAPictureMakesADraft() async throws {
        let server = try ServerFixture()
        let token = try await server.token()
        let session = try await server.session(token)
        _ = try await server.upload(session, token)
        let reply = try await server.say("Explain this picture", session, token)
        #expect(reply.status == 200)
        #expect(reply.headers[.contentType] == "text/event-stream")
        #expect(server.workshop.explained == ["Explain this picture"])
        let types = try reply.events.map { $0["type"]?.string }
        #expect(types == ["tool_call", "progress", "tool_result", "text"])
        let state = try await server.state(session, token)
        #expect(try state.data("state", "version")?.integer == 1)
        #expect(try state.data("state", "draft", "t")?.array?.count == 2)
        #expect(try state.data("state", "canvas_config", "width")?.integer == 640)
    }

    @Test func eventsHaveTheShapeOfADK() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        let events = try await server.say("make it square", session, token).events
        #expect(events.count == 3)
        let call = try #require(part(events[0])?["functionCall"]?.object)
        #expect(call["name"]?.string == "edit_multitrack")
        #expect(events[0]["longRunningToolIds"]?.array?.isEmpty == true)
        let answer = try #require(part(events[1])?["functionResponse"]?.object)
        #expect(answer["id"] == call["id"])
        #expect(answer["response"]?.object?["status"]?.string == "success")
        #expect(events[1]["content"]?.object?["role"]?.string == "user")
        let delta = events[1]["actions"]?.object?["stateDelta"]?.object
        #expect(delta?["draft_version"]?.integer == 2)
        let text = try #require(part(events[2])?["text"]?.string)
        #expect(events[2]["text"]?.string == text)
        #expect(text.contains("Timeline (2 tracks)"))
        for event in events {
            #expect(event["author"]?.string == "nemo_agent")
            #expect(event["invocationId"] == events[0]["invocationId"])
            #expect(event["id"]?.string?.isEmpty == false)
            #expect(event["timestamp"]?.double ?? 0 > 1_700_000_000)
            #expect(event["partial"] == nil)
        }
        #expect(Set(events.map { $0["id"]?.string }).count == 3)
    }

    private func part(_ event: JSONObject) -> JSONObject? {
        event["content"]?.object?["parts"]?.array?.first?.object
    }

    @Test func piecesComeBeforeTheWholeWhereTheyAreWanted() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        let events = try await server.say(
            "make it square", session, token, more: #","streaming":true"#
        ).events
        let pieces = events.filter { $0["partial"]?.value == .bool(true) }
        let whole = try #require(events.last)
        #expect(pieces.count > 1)
        #expect(whole["text"] == nil)
        #expect(
            pieces.compactMap { $0["text"]?.string }.joined() == part(whole)?["text"]?.string)
    }

    @Test func theExtraKeysCanBeLeftOut() async throws {
        let server = try ServerFixture { $0.addsEventKeys = false }
        let (token, session) = try await server.edited()
        for event in try await server.say("make it square", session, token).events {
            #expect(event["type"] == nil)
            #expect(event["text"] == nil)
        }
    }

    @Test func editsAreUndoneAndRedone() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        func width() async throws -> Int? {
            try await server.state(session, token).data("state", "draft", "m", "width")?.integer
        }
        _ = try await server.say("make it vertical", session, token)
        let vertical = try await width()
        #expect(vertical != 640)
        _ = try await server.say("undo", session, token)
        #expect(try await width() == 640)
        _ = try await server.say("redo", session, token)
        #expect(try await width() == vertical)
        _ = try await server.say("start over", session, token)
        #expect(try await width() == 640)
        let state = try await server.state(session, token)
        #expect(try state.data("state", "version")?.integer == 5)
    }

    @Test func nothingToUndoIsSaid() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        let reply = try await server.say("undo", session, token)
        #expect(reply.text.contains("nothing to undo"))
    }

    @Test(arguments: [
        ("credits", "Credits"), ("export", "/api/render/proxy/lambda"),
        ("status", "Timeline (2 tracks)"), ("upload", "/api/upload-video"),
        ("余额", "积分"), ("make it blorbly", "blorbly"),
    ])
    func otherSentencesAreAnsweredInWordsAndChangeNothing(
        sentence: String, words: String
    ) async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        let events = try await server.say(sentence, session, token).events
        #expect(events.count == 1)
        #expect(events[0]["text"]?.string?.contains(words) == true)
        let state = try await server.state(session, token)
        #expect(try state.data("state", "version")?.integer == 1)
    }

    @Test func anEmptySessionAsksForAPicture() async throws {
        let server = try ServerFixture()
        let token = try await server.token()
        let session = try await server.session(token)
        let reply = try await server.say("Explain it", session, token)
        #expect(reply.text.contains("Upload"))
        #expect(server.workshop.explained.isEmpty)
    }

    @Test func camelCaseNamesAreRead() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        let reply = try await server.post(
            "/run_sse",
            #"""
            {"appName":"nemo_agent","userId":"me","sessionId":"\#(session)",
            "newMessage":{"role":"user","parts":[{"text":"status"}]}}
            """#, token: token)
        #expect(reply.status == 200)
        #expect(reply.text.contains("Timeline"))
    }

    @Test func anUnknownSessionIsToldBeforeTheStream() async throws {
        let server = try ServerFixture()
        let reply = try await server.say("hi", "1234567890123456789", try await server.token())
        #expect(reply.status == 404)
        #expect(try reply.code == 1002)
        #expect(try reply.json["detail"]?.string?.isEmpty == false)
    }

    @Test func silenceIsFilledWithHeartbeats() async throws {
        let server = try ServerFixture { $0.limits.heartbeat = 0.01 }
        let (token, session) = try await server.newSession()
        _ = try await server.upload(session.id, token)
        server.workshop.gate.shut()
        var beats = 0
        for await event in try await server.handler.desk.send(
            AgentMessage(session: session, text: "Explain this", isStreaming: false))
        where event == .heartbeat {
            beats += 1
            if beats == 3 { server.workshop.gate.open() }
        }
        #expect(beats >= 3)
        let line = EventWriter(addsKeys: true, isStreaming: false).line(.heartbeat)
        #expect(String(decoding: line, as: UTF8.self) == "data: {\"type\":\"heartbeat\"}\n\n")
    }

    @Test func workGoesOnWhenNobodyListens() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.newSession()
        _ = try await server.upload(session.id, token)
        server.workshop.gate.shut()
        _ = try await server.handler.desk.send(
            AgentMessage(session: session, text: "Explain this", isStreaming: false))
        server.workshop.gate.open()
        for _ in 0..<400 where try server.store.draft(of: session.id) == nil {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(try server.store.draft(of: session.id)?.version == 1)
    }

    @Test func messagesOfASessionTakeTurns() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
            for sentence in ["make it square", "make it vertical", "make it landscape"] {
                group.addTask { try await server.say(sentence, session, token) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(replies.allSatisfy { !$0.text.contains("\"error\"") })
        let state = try await server.state(session, token)
        #expect(try state.data("state", "version")?.integer ?? 0 >= 3)
    }

    @Test func stoppingEndsWorkAndWhatWaitsForIt() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.newSession()
        _ = try await server.upload(session.id, token)
        server.workshop.gate.shut()
        for text in ["Explain this", "make it square"] {
            _ = try await server.handler.desk.send(
                AgentMessage(session: session, text: text, isStreaming: false))
        }
        await server.handler.desk.stop()
        #expect(try server.store.draft(of: session.id) == nil)
    }

    @Test func aSessionHasSoManyStreams() async throws {
        let server = try ServerFixture { $0.limits.perSession = 0 }
        let (token, session) = try await server.newSession()
        #expect(try await server.say("hi", session.id, token).status == 429)
        #expect(try await server.upload(session.id, token).status == 429)
    }

    @Test(arguments: [
        #"{"parts":[]}"#, #"{"parts":[{"text":""}]}"#, #"{"parts":{}}"#, #"{}"#, #""text""#,
        #"{"parts":[{"functionResponse":{}}]}"#,
    ])
    func aMessageNeedsAText(message: String) async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.newSession()
        let reply = try await server.post(
            "/run_sse", #"{"session_id":"\#(session.id)","new_message":\#(message)}"#, token: token)
        #expect(reply.status == 400)
        #expect(reply.headers[.contentType] == "application/json")
    }

    @Test func anAgentThatFailsSaysSoInTheStreamAndKeepsTheDraft() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        server.workshop.change { $0.explainFault = "\(server.files.root.path)/data/x: no voice" }
        let events = try await server.say("Explain it anew with blorbs", session, token).events
        #expect(events.last?["code"]?.integer == 500)
        #expect(events.last?["error"]?.string?.hasSuffix(" x: no voice") == true)
        let results = events.compactMap { $0["result"]?.object?["status"]?.string }
        #expect(results == ["error"])
        let state = try await server.state(session, token)
        #expect(try state.data("state", "version")?.integer == 1)
    }

    @Test func aFullSessionIs429() async throws {
        let server = try ServerFixture { $0.limits.queuedMessages = 0 }
        let token = try await server.token()
        let session = try await server.session(token)
        let reply = try await server.say("hi", session, token)
        #expect(reply.status == 429)
        #expect(reply.headers[HTTPHeader("Retry-After")] == "30")
    }

    @Test func aStrictServerChargesForGenerationAndEndsAtNoCredits() async throws {
        let server = try ServerFixture { $0.strict = true }
        let (token, session) = try await server.edited()
        let balance = try await server.call(
            .GET, "/api/credits/balance/simple", token: token)
        #expect(try balance.data("available")?.integer == 0)
        let events = try await server.say("make it square", session, token).events
        #expect(events.last?["code"]?.integer == 2001)
        #expect(events.last?["bind_id"]?.string?.hasPrefix("anon_") == true)
        let state = try await server.state(session, token)
        #expect(try state.data("state", "version")?.integer == 1)
    }

    @Test func theFirstEditOfASessionIsChargedOnAStrictServer() async throws {
        let server = try ServerFixture { $0.strict = true }
        let token = try await server.token()
        let session = try await server.newSession(token)
        try server.store.add(TestDraft.text(source: "assets/cat.png"), to: session.id, base: 0)
        for sentence in ["make it square", "make it vertical", "make it blorbly"] {
            _ = try await server.say(sentence, session.id, token)
            #expect(
                try server.store.credits(of: session.user)
                    == CreditBalance(available: 50, frozen: 0))
        }
    }
}
