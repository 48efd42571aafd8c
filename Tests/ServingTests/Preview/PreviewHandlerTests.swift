import FlyingFox
import Foundation
import Planning
import Testing

@testable import Serving

/// A preview without a socket.
private struct Page {
    let engine = FakeEngine()
    let files: StoreFixture
    let handler: PreviewHandler

    init() throws {
        files = try StoreFixture()
        try Data("<!doctype html>".utf8).write(to: files.root.appending(path: "index.html"))
        try Data("export {}".utf8).write(to: files.root.appending(path: "main.js"))
        try Data("secret".utf8).write(to: files.root.appending(path: "notes.txt"))
        handler = PreviewHandler(
            engine: engine, pages: PreviewPages(in: files.root), key: PageKey("the-key"),
            port: ListeningPort(8788))
    }

    func call(
        _ method: HTTPMethod, _ target: String, headers: [String: String] = [:],
        body: String = "", isKnown: Bool = true
    ) async throws -> Reply {
        var fields: HTTPHeaders = [.host: "127.0.0.1:8788"]
        if isKnown { fields[HTTPHeader("Cookie")] = "a=b; explainer-8788=the-key" }
        for (name, value) in headers { fields[HTTPHeader(name)] = value }
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        let query = (parts.count > 1 ? parts[1] : "")
        let request = HTTPRequest(
            method: method, version: .http11, target: .init(path: parts[0], query: query),
            headers: fields, body: HTTPBodySequence(data: Data(body.utf8)))
        let response = try await handler.handleRequest(request)
        var bytes = Data()
        if case .httpBody(let body) = response.payload {
            for try await chunk in body { bytes += chunk }
        }
        return Reply(
            status: response.statusCode.code, headers: response.headers, body: bytes)
    }

    func post(_ path: String, _ json: String) async throws -> Reply {
        try await call(
            .POST, path,
            headers: [
                "Content-Type": "application/json", "Origin": "http://127.0.0.1:8788",
            ], body: json)
    }
}

@Suite struct PreviewHandlerTests {
    @Test func theAddressWithTheKeyGivesACookieAndThePage() async throws {
        let page = try Page()
        let first = try await page.call(.GET, "/?key=the-key", isKnown: false)
        #expect(first.status == 303)
        #expect(first.headers[HTTPHeader("Location")] == "/")
        let cookie = try #require(first.headers[HTTPHeader("Set-Cookie")])
        #expect(cookie.hasPrefix("explainer-8788=the-key;"))
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite"))
        let second = try await page.call(.GET, "/")
        #expect(second.text == "<!doctype html>")
        let policy = try #require(second.headers[HTTPHeader("Content-Security-Policy")])
        #expect(policy.contains("default-src 'self'"))
    }

    @Test(arguments: [
        "/api/project", "/api/plan", "/api/frame/s/1.jpg", "/assets/main.js", "/api/events",
        "/renders/a.mp4", "/?key=wrong",
    ])
    func withoutTheKeyNothingIsTold(target: String) async throws {
        let page = try Page()
        let reply = try await page.call(.GET, target, isKnown: false)
        #expect(reply.status == 401 || reply.text.contains("has a key"))
        #expect(!reply.text.contains("robot"))
        #expect(page.engine.asked.isEmpty)
    }

    @Test(arguments: ["http://127.0.0.1:3000", "http://evil.example", "null"])
    func pagesOfOtherOriginsAreRefused(origin: String) async throws {
        let page = try Page()
        let reply = try await page.call(
            .POST, "/api/say",
            headers: ["Origin": origin, "Content-Type": "application/json"],
            body: #"{"text":"undo"}"#)
        #expect(reply.status == 403)
        #expect(page.engine.sentences.isEmpty)
        #expect(reply.headers[.allowOrigin] == nil)
    }

    @Test(arguments: [
        ("/assets/main.js", "text/javascript; charset=utf-8"), ("/assets/notes.txt", nil),
        ("/assets/..%2Findex.html", nil), ("/assets/.hidden.js", nil), ("/assets/none.css", nil),
    ])
    func filesOfThePageAloneAreServed(target: String, type: String?) async throws {
        let page = try Page()
        let reply = try await page.call(.GET, target)
        #expect(reply.status == (type == nil ? 404 : 200))
        if let type { #expect(reply.headers[.contentType] == type) }
    }

    @Test func framesAreKeptForEverAndNamedByTheirStamp() async throws {
        let page = try Page()
        let reply = try await page.call(.GET, "/api/frame/abc/12.jpg?w=320")
        #expect(reply.text == "picture 12")
        #expect(reply.headers[.contentType] == "image/jpeg")
        #expect(reply.headers[.cacheControl]?.contains("immutable") == true)
        #expect(page.engine.asked == ["abc/12.jpg 320"])
        #expect(try await page.call(.GET, "/api/frame/old/12.jpg").status == 404)
    }

    @Test(arguments: [
        "/api/frame/s/12.gif", "/api/frame/s/-1.jpg", "/api/frame/s/x.jpg",
        "/api/frame/s/1.jpg?w=0", "/api/frame/s/1.jpg?w=99999", "/api/snapshot?at=x",
        "/api/plan?aspect=3:2", "/api/sound/s/x.m4s", "/api/sound/s/9.m4s",
        "/api/video/s/other.bin", "/api/segment?pointer=/x", "/renders/none.mp4",
    ])
    func whatIsNotThereIsAnErrorInWords(target: String) async throws {
        let reply = try await Page().call(.GET, target)
        #expect(400..<500 ~= reply.status)
        #expect(try reply.json["message"]?.string?.isEmpty == false)
    }

    /// While one frame is drawn, four more are wanted: of those the last is drawn alone.
    @Test func theNewestOfAPagesFramesIsDrawn() async throws {
        let page = try Page()
        page.engine.gate.shut()
        let replies = try await withThrowingTaskGroup(of: (Int, Reply).self) { group in
            for number in 1...5 {
                group.addTask {
                    let path = "/api/frame/s/\(number).jpg?scrub=me.\(number)"
                    return (number, try await page.call(.GET, path))
                }
                // So that they come in this order.
                try await Task.sleep(for: .milliseconds(30))
            }
            page.engine.gate.open()
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(replies.mapValues(\.status) == [1: 200, 2: 204, 3: 204, 4: 204, 5: 200])
        #expect(page.engine.asked == ["s/1.jpg 0", "s/5.jpg 0"])
        // Another page is not concerned.
        #expect(try await page.call(.GET, "/api/frame/s/1.jpg?scrub=you.1").status == 200)
    }

    @Test func streamsComeInPieces() async throws {
        let page = try Page()
        for (path, text) in [
            ("/api/video/s/init.mp4", "head"), ("/api/video/s/media.m4s", "media"),
            ("/api/sound/s/init.mp4", "head"), ("/api/sound/s/2.m4s", "piece 2"),
        ] {
            #expect(try await page.call(.GET, path).text == text, "\(path)")
        }
        let peaks = try await page.call(.GET, "/api/sound/s/peaks").json
        #expect(peaks["perSecond"]?.integer == 50)
    }

    @Test func sentencesAreSaid() async throws {
        let page = try Page()
        let reply = try await page.post("/api/say", #"{"text":"  add a title \"Hi\"  "}"#)
        #expect(reply.status == 200)
        #expect(page.engine.sentences == ["add a title \"Hi\""])
        #expect(try reply.json["applied"]?.value == .bool(true))
        for bad in ["{}", "[]", "{", #"{"text":""}"#, #"{"text":7}"#] {
            #expect(try await page.post("/api/say", bad).status == 400, "\(bad)")
        }
        page.engine.change { $0.fault = PreviewError(.busy, "wait") }
        let busy = try await page.post("/api/say", #"{"text":"x"}"#)
        #expect(busy.status == 409 && busy.text.contains("wait"))
    }

    @Test func filesComeUnderTheirOwnNames() async throws {
        let page = try Page()
        let part =
            "--e\r\nContent-Disposition: form-data; name=\"files\"; filename=\"../a b.png\"\r\n\r\n"
        let reply = try await page.call(
            .POST, "/api/files", headers: ["Content-Type": "multipart/form-data; boundary=e"],
            body: part + "PNG\r\n" + part + "PNG 2\r\n--e--\r\n")
        #expect(reply.status == 200)
        #expect(page.engine.files == ["a b.png=PNG", "a b.png=PNG 2"])
    }

    @Test func aFinishedVideoIsServedInParts() async throws {
        let page = try Page()
        let place = page.files.root.appending(path: "片 1.mp4")
        try Data("0123456789".utf8).write(to: place)
        page.engine.change { $0.finished = ["片 1.mp4": place] }
        let part = try await page.call(
            .GET, "/renders/%E7%89%87%201.mp4?download", headers: ["Range": "bytes=2-3"])
        #expect(part.status == 206)
        #expect(part.text == "23")
        #expect(
            part.headers[HTTPHeader("Content-Disposition")]
                == "attachment; filename*=UTF-8''%E7%89%87%201.mp4")
    }

    @Test func rendersAreOrderedAndCancelled() async throws {
        let page = try Page()
        let reply = try await page.post(
            "/api/renders", #"{"format":"webm","quality":"draft","size":"640x360"}"#)
        #expect(try reply.json["state"]?.string == "waiting")
        #expect(page.engine.asked == ["render webm draft 640x360"])
        #expect(try await page.post("/api/renders/r1/cancel", "").status == 200)
        #expect(try await page.post("/api/renders/r2/cancel", "").status == 404)
        #expect(try await page.call(.GET, "/api/renders").json["renders"]?.array?.count == 1)
        #expect(try await page.call(.PUT, "/api/renders").status == 405)
    }
}

@Suite struct PreviewEventTests {
    @Test func eventsAreLinesOfAStream() async throws {
        let page = try Page()
        let stream = await page.handler.events()
        guard case .httpBody(let body) = stream.payload else { return }
        var chunks = body.makeAsyncIterator()
        while page.engine.listeners == 0 { try await Task.sleep(for: .milliseconds(5)) }
        var work = PreviewWork(id: "explain", phase: "voice", state: .working)
        work.share = 0.5
        page.engine.tell(.plan(version: "8"))
        page.engine.tell(.work(work))
        var text = ""
        while !text.contains("voice"), let chunk = try await chunks.next() {
            text += String(decoding: chunk, as: UTF8.self)
        }
        let objects = try text.replacing("\r\n", with: "\n").split(separator: "\n").filter {
            $0.hasPrefix("data: ")
        }.map {
            try JSONDocument(parsing: Array($0.dropFirst(6).utf8)).root.object ?? JSONObject()
        }
        #expect(objects.map { $0["type"]?.string } == ["plan", "work"], "\(text.debugDescription)")
        #expect(objects.first?["version"]?.string == "8")
        #expect(objects.last?["phase"]?.string == "voice")
        #expect(objects.last?["state"]?.string == "working")
    }
}
