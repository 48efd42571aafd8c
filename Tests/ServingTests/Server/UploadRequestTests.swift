import FlyingFox
import Foundation
import Planning
import Testing
import VideoAPI

@testable import Serving

@Suite struct UploadRequestTests {
    @Test(arguments: ["files", "file"])
    func anUploadShowsInAnswerAndState(field: String) async throws {
        let server = try ServerFixture()
        let token = try await server.token()
        let session = try await server.session(token)
        let reply = try await server.upload(session, token, field: field)
        #expect(reply.status == 200)
        for list in ["files", "uploaded_files"] {
            let file = try #require(try reply.data(list)?.array?.first.flatMap(RemoteFile.init))
            #expect(file.filename == "cat.png")
            #expect(file.kind == .image)
            #expect(file.width == 64)
            // printf 'PNG bytes' | sha256sum
            #expect(file.hash == Self.hash)
        }
        #expect(try reply.data("session_state_applied")?.value == .bool(true))
        let url = try #require(try reply.json["url"]?.string)
        let state = try await server.state(session, token)
        #expect(try state.data("state", "video_infos")?.array?.count == 1)
        let path = try #require(URLComponents(string: url)?.path)
        let file = try await server.call(.GET, path)
        #expect(file.text == "PNG bytes")
        #expect(file.headers[.contentType] == "image/png")
    }

    private static let hash =
        "9698103cd397cda6f9807a2e2bf51935727f47a62d9b6d4f82e54ef60c6ba831"

    @Test func severalFilesComeAtOnce() async throws {
        let server = try ServerFixture()
        let token = try await server.token()
        let session = try await server.session(token)
        let parts = [("a.png", "PNG 1"), ("b.mp4", "MP4 2"), ("c.mp3", "MP3 3")].map {
            "--e\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\($0.0)\"\r\n\r\n"
                + "\($0.1)\r\n"
        }
        let body =
            "--e\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
            + parts.joined() + "--e--\r\n"
        let reply = try await server.call(
            .POST, "/api/upload-video/nemo_agent/me/\(session)", token: token,
            headers: ["Content-Type": "multipart/form-data; boundary=\"e\""],
            body: Data(body.utf8))
        let files = try reply.data("files")?.array?.compactMap(RemoteFile.init) ?? []
        #expect(files.map(\.kind) == [.image, .video, .audio])
        #expect(files.map(\.duration) == [nil, 2.5, 3])
    }

    @Test(arguments: [
        ("cat.txt", "PNG bytes", "text/plain"), ("cat", "PNG bytes", "image/png"),
        ("cat.png", "no media", "image/png"), ("cat.mp4", "PNG bytes", "video/mp4"),
        ("cat.png", "PNG bytes", "video/mp4"), ("", "PNG bytes", "image/png"),
    ])
    func filesThatAreNotWhatTheySayAre4001(
        name: String, content: String, kind: String
    ) async throws {
        let server = try ServerFixture()
        let token = try await server.token()
        let session = try await server.session(token)
        let reply = try await server.upload(
            session, token, name: name, content: content, kind: kind)
        #expect(reply.status == 415)
        #expect(try reply.code == 4001)
        #expect(!reply.text.contains(server.files.root.path))
        let state = try await server.state(session, token)
        #expect(try state.data("state", "video_infos")?.array?.isEmpty == true)
        let left = try FileManager.default.contentsOfDirectory(
            atPath: server.store.folder.incoming.path)
        #expect(left.isEmpty)
    }

    @Test func filesThatAreTooLargeAre4002() async throws {
        let server = try ServerFixture { $0.maxUpload = 1000 }
        let token = try await server.token()
        let session = try await server.session(token)
        for size in [1001, 400_000] {
            let reply = try await server.upload(
                session, token, content: "PNG" + String(repeating: "x", count: size))
            #expect(reply.status == 413)
            #expect(try reply.code == 4002)
        }
        let content = "PNG" + String(repeating: "x", count: 997)
        #expect(try await server.upload(session, token, content: content).status == 200)
    }

    @Test func namesOfFilesLeadNowhere() async throws {
        let server = try ServerFixture()
        let token = try await server.token()
        let session = try await server.session(token)
        let reply = try await server.upload(session, token, name: "../../../evil.png")
        #expect(reply.status == 200)
        let assets = try FileManager.default.contentsOfDirectory(
            atPath: server.store.folder.assets(of: session).path)
        #expect(assets == ["evil.png"])
    }

    @Test(arguments: [
        ("multipart/form-data", "--e--"), ("multipart/form-data; boundary=e", ""),
        ("multipart/form-data; boundary=e", "--e\r\nContent-Disp"),
        ("multipart/form-data; boundary=e", "--e--\r\n"), ("text/plain", "hello"),
        ("application/json", "{}"), ("application/json", #"{"urls":"x"}"#),
        ("application/json", #"{"urls":[1]}"#),
    ])
    func brokenUploadsAreBadRequests(kind: String, body: String) async throws {
        let server = try ServerFixture()
        let token = try await server.token()
        let session = try await server.session(token)
        let reply = try await server.call(
            .POST, "/api/upload-video/nemo_agent/me/\(session)", token: token,
            headers: ["Content-Type": kind], body: Data(body.utf8))
        #expect(reply.status == 400)
        #expect(try reply.code == 400)
    }

    @Test func addressesAreNotFetched() async throws {
        let server = try ServerFixture()
        let token = try await server.token()
        let session = try await server.session(token)
        let reply = try await server.post(
            "/api/upload-video/nemo_agent/me/\(session)",
            #"{"urls":["http://127.0.0.1/x.png"],"source_type":"url"}"#, token: token)
        #expect(try reply.code == 4001)
        #expect(reply.text.contains("network"))
    }
}
