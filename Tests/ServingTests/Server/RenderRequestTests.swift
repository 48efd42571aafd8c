import FlyingFox
import Foundation
import Planning
import Testing
import VideoAPI

@testable import Serving

@Suite struct RenderRequestTests {
    @Test func aRenderIsDoneAndDownloaded() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        let submitted = try await server.render("render_1", session, token)
        #expect(submitted.status == 200)
        #expect(try submitted.json["success"]?.value == .bool(true))
        #expect(try submitted.json["id"]?.string == "render_1")
        #expect(try submitted.data("id")?.string == "render_1")
        let done = try await server.status("render_1", token, until: "completed")
        #expect(try done.json["status"]?.string == "completed")
        #expect(try done.data("progress")?.integer == 100)
        let url = try #require(try done.data("outputUrl")?.string)
        #expect(try done.json["output"]?.object?["url"]?.string == url)
        #expect(try done.data("output", "size")?.integer == 10)
        let path = try #require(URLComponents(string: url)?.path)
        let plain = try await server.call(.GET, path)
        #expect(plain.text == "0123456789")
        #expect(plain.headers[.contentType] == "video/mp4")
        let download = "/api/render/proxy/render_1/download"
        #expect(try await server.call(.GET, download, token: token).text == "0123456789")
        #expect(try await server.call(.GET, download).status == 401)
        let older = try await server.call(.GET, "/api/render/proxy/render_1", token: token)
        #expect(try older.data("status")?.string == "completed")
    }

    @Test(arguments: [
        ("bytes=0-3", 206, "0123", "bytes 0-3/10"), ("bytes=7-", 206, "789", "bytes 7-9/10"),
        ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=5-99", 206, "56789", "bytes 5-9/10"),
        ("bytes=4-2", 200, "0123456789", nil), ("bytes=0-1,4-5", 200, "0123456789", nil),
        ("lines=1-2", 200, "0123456789", nil),
    ])
    func rangesAreParts(
        range: String, status: Int, text: String, place: String?
    ) async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        _ = try await server.render("r", session, token)
        let done = try await server.status("r", token, until: "completed")
        let path = try #require(
            URLComponents(string: try done.data("outputUrl")?.string ?? "")?.path)
        let reply = try await server.call(.GET, path, headers: ["Range": range])
        #expect(reply.status == status)
        #expect(reply.text == text)
        #expect(reply.headers[.contentRange] == place)
        let beyond = try await server.call(.GET, path, headers: ["Range": "bytes=10-"])
        #expect(beyond.status == 416)
        #expect(beyond.headers[.contentRange] == "bytes */10")
    }

    @Test func theSameAgainIsTheSameRenderAndOtherContentIsAConflict() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        #expect(try await server.render("r", session, token).status == 200)
        #expect(try await server.render("r", session, token).status == 200)
        let other = try await server.render(
            "r", session, token, output: #"{"quality":"low"}"#)
        #expect(other.status == 409)
        _ = try await server.status("r", token, until: "completed")
        #expect(server.workshop.renders == 1)
    }

    @Test func withoutADraftTheOneOfTheSessionIsRendered() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        let empty = try await server.session(token)
        for (id, session, status) in [("a", session, 200), ("b", empty, 404)] {
            let reply = try await server.post(
                "/api/render/proxy/draft", #"{"id":"\#(id)","session_id":"\#(session)"}"#,
                token: token)
            #expect(reply.status == status)
        }
    }

    @Test(arguments: ["a/b", "..", ".", "", "a b", String(repeating: "a", count: 129), "é"])
    func idsOfRendersArePlain(id: String) async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        #expect(try await server.render(id, session, token).status == 400)
    }

    @Test func tooManyRendersThatWaitAre429() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        server.workshop.gate.shut()
        var statuses: [Int] = []
        for number in 0..<8 {
            let reply = try await server.render("r\(number)", session, token)
            statuses.append(reply.status)
            if reply.status == 429 { #expect(reply.headers[HTTPHeader("Retry-After")] == "30") }
        }
        #expect(statuses.first == 200)
        #expect(statuses.last == 429)
        server.workshop.gate.open()
        await server.handler.worker.stop()
    }

    @Test func aDraftMayBeAText() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        let quoted = JSONWriter.quoted(TestDraft.text(source: "assets/cat.png"))
        #expect(try await server.render("r", session, token, draft: quoted).status == 200)
    }

    @Test func linksAndNamesOfUploadsAreSources() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        let state = try await server.state(session, token)
        let url = try #require(
            try state.data("state", "video_infos")?.array?.first?.object?["url"]?.string)
        for (index, source) in [url, "cat.png"].enumerated() {
            let reply = try await server.render(
                "r\(index)", session, token, draft: TestDraft.text(source: source))
            #expect(reply.status == 200, "\(source)")
        }
    }

    @Test(arguments: [
        "/etc/passwd", "../cat.png", "assets/../../x.png", "file:///etc/passwd",
        "http://evil.example/x.png", "http://127.0.0.1:1/files/x/cat.png", "~/x.png",
        "assets/.hidden", "assets//x", "assets\\\\..\\\\x", "dog.png", "concat:a|b",
        "http://127.0.0.1@evil.example/files/x/cat.png",
    ])
    func sourcesOutsideTheSessionAreErrorsWithTheirPlace(source: String) async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        let reply = try await server.render(
            "r", session, token, draft: TestDraft.text(source: source))
        #expect(reply.status == 400)
        #expect(reply.text.contains("/t/0/sg/0/src"))
    }

    @Test(arguments: [
        (#"{"format":"mov"}"#, 4001), (#"{"fps":7}"#, 400), (#"{"fps":"30"}"#, 400),
        (#"{"resolution":"12k"}"#, 400), (#"{"resolution":"99999x2"}"#, 400),
        (#"[]"#, 400), (#"{"format":1}"#, 400),
    ])
    func outputsThatAreNotMadeAreErrors(output: String, code: Int) async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        let reply = try await server.render("r", session, token, output: output)
        #expect(try reply.code == code)
    }

    @Test func resolutionsCountOnTheShorterSide() throws {
        var draft = Draft(id: "d")
        (draft.metadata.width, draft.metadata.height) = (640, 360)
        let fields = RequestFields(
            .of(["resolution": .string("720p"), "fps": JSON.number(60)]))
        let order = try RenderOrder(fields, for: draft)
        #expect(order.width == 1280)
        #expect(order.height == 720)
        #expect(order.framesPerSecond == 60)
    }

    @Test(arguments: [#"{}"#, #"{"t":[]}"#, #"{"t":[{"tt":0,"sg":[]}],"d":1000}"#, "12", "\"{\""])
    func draftsWithNothingAreErrors(draft: String) async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        let reply = try await server.render("r", session, token, draft: draft)
        #expect(reply.status == 400)
        #expect(try reply.code == 400)
    }

    @Test func problemsAreToldWithoutPlacesOnTheDisk() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        server.workshop.change { $0.problems = ["assets/cat.png: broken"] }
        let reply = try await server.render("r", session, token)
        #expect(reply.status == 400)
        #expect(try reply.json["message"]?.string == "assets/cat.png: broken")
    }

    @Test func aFailureIsSaid() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        let secret = server.store.folder.root.path
        server.workshop.change { $0.renderFault = "\(secret)/x.png: it broke" }
        _ = try await server.render("r", session, token)
        let reply = try await server.status("r", token, until: "failed")
        #expect(try reply.data("error")?.string == "x.png: it broke")
    }

    @Test func aRenderIsCancelled() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        server.workshop.gate.shut()
        _ = try await server.render("r", session, token)
        _ = try await server.status("r", token, until: "processing")
        let reply = try await server.call(
            .POST, "/api/render/proxy/lambda/r/cancel", token: token)
        #expect(reply.status == 200)
        #expect(try reply.data("status")?.string == "failed")
        server.workshop.gate.open()
        _ = try await server.render("r2", session, token)
        _ = try await server.status("r2", token, until: "completed")
        #expect(server.workshop.renders == 1)
        #expect(
            try await server.call(.GET, "/api/render/proxy/r/download", token: token).status == 404)
    }

    @Test func anothersRenderIsUnknown() async throws {
        let server = try ServerFixture()
        let (token, session) = try await server.edited()
        _ = try await server.render("r", session, token)
        let other = try await server.token("other")
        #expect(
            try await server.call(.GET, "/api/render/proxy/lambda/r", token: other).status == 404)
    }

    @Test func aStrictServerWantsAttribution() async throws {
        let server = try ServerFixture { $0.strict = true }
        let (token, session) = try await server.edited()
        let without = try await server.render("r", session, token)
        #expect(without.status == 402)
        #expect(try without.code == 402)
        let with = try await server.render(
            "r", session, token,
            headers: Attribution(source: "s", version: "1", platform: "p").headers)
        #expect(with.status == 200)
    }

    @Test func theRenderOfAServerThatDiedIsDoneByTheNext() async throws {
        let files = try StoreFixture()
        let session: String
        do {
            let store = try files.open()
            let grant = try store.grant(clientID: "c", now: Date())
            session = try store.newSession(grant.userID).id
            _ = try store.submit(
                id: "r", session: session, draft: TestDraft.text(source: "assets/cat.png"),
                order: RenderOrder(), now: Date())
            _ = try store.takeNext()
        }
        let workshop = FakeWorkshop()
        let handler = VideoAPIHandler(
            configuration: ServerConfiguration(dataFolder: files.root),
            store: try files.open(), workshop: workshop)
        await handler.worker.wake()
        for _ in 0..<400 where workshop.renders == 0 {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(workshop.renders == 1)
        await handler.worker.stop()
    }
}
