import Foundation
import Networking
import Planning
import Testing
import VideoAPI

@testable import Serving

/// What a place on the network answers.
private struct Web: Transport {
    typealias Page = @Sendable (URL) throws -> TransportAnswer
    let page: Page

    func send(_ request: TransportRequest) async throws(TransportFault) -> TransportAnswer {
        do {
            var answer = try page(request.url)
            answer.url = answer.url ?? request.url
            return answer
        } catch let fault as TransportFault {
            throw fault
        } catch {
            throw TransportFault("\(error)")
        }
    }

    static func file(
        _ content: String, _ headers: [String: String] = ["content-type": "image/png"],
        status: Int = 200, breaks: Bool = false
    ) -> TransportAnswer {
        let half = content.utf8.count / 2
        let pieces = [Array(content.utf8.prefix(half)), Array(content.utf8.dropFirst(half))]
        return TransportAnswer(
            status: status, headers: headers, chunks: .of(pieces, breaks: breaks))
    }
}

@Suite struct AddressUploadTests {
    private struct Session {
        let server: ServerFixture
        let token: String
        let id: String

        init(_ change: (inout ServerConfiguration) -> Void = { _ in }, web: Web? = nil) async throws
        {
            server = try ServerFixture(
                {
                    $0.allowsNetwork = true
                    change(&$0)
                }, network: web)
            token = try await server.token()
            id = try await server.session(token)
        }

        func load(_ urls: String...) async throws -> Reply {
            let list = urls.map(JSONWriter.quoted).joined(separator: ",")
            return try await server.post(
                "/api/upload-video/nemo_agent/me/\(id)",
                #"{"urls":[\#(list)],"source_type":"url"}"#, token: token)
        }

        /// Files that are on their way in.
        var incoming: [String] {
            get throws {
                try FileManager.default.contentsOfDirectory(
                    atPath: server.store.folder.incoming.path)
            }
        }
    }

    @Test func withoutLeaveNothingIsLoaded() async throws {
        let session = try await Session({ $0.allowsNetwork = false })
        let reply = try await session.load("https://example.com/x.png")
        #expect(try reply.code == 4001)
        #expect(reply.text.contains("--allow-network"))
    }

    @Test func filesOfAddressesAreUploads() async throws {
        let web = Web { url in
            switch url.lastPathComponent {
            case "cat.png": Web.file("PNG one")
            case "download":
                Web.file(
                    "MP4 two",
                    [
                        "content-type": "application/octet-stream",
                        "content-disposition": "attachment; filename=\"../my film.mp4\"",
                    ])
            default: Web.file("MP3 three", ["content-type": "audio/mpeg; q=1"])
            }
        }
        let session = try await Session(web: web)
        let reply = try await session.load(
            "https://a.test/x/cat.png?size=2", "HTTP://b.test/download", "https://c.test/")
        #expect(reply.status == 200)
        let files = try reply.data("files")?.array?.compactMap(RemoteFile.init) ?? []
        #expect(files.map(\.kind) == [.image, .video, .audio])
        #expect(files.map(\.filename) == ["cat.png", "../my film.mp4", "file.mp3"])
        // printf 'PNG one' | sha256sum
        #expect(
            files.first?.hash
                == "aa06438c63412f61adaa17038457abdaeb2f497362b342d1cd86dda5ece1cfaa")
        let assets = try FileManager.default.contentsOfDirectory(
            atPath: session.server.store.folder.assets(of: session.id).path)
        #expect(assets.sorted() == ["cat.png", "file.mp3", "my film.mp4"])
    }

    @Test(arguments: [
        "https://user:secret@example.com/a.png", "file:///etc/passwd", "ftp://a.test/x.png",
        "nothing", "", "http:///x.png", "//a.test/x.png",
    ])
    func whatIsNoAddressIsRefused(address: String) async throws {
        let session = try await Session(web: Web { _ in Web.file("PNG") })
        let reply = try await session.load("https://a.test/fine.png", address)
        #expect(try reply.code == 400)
        #expect(reply.text.contains("urls[1]"))
        #expect(!reply.text.contains("secret"))
        #expect(try session.incoming.isEmpty)
    }

    /// The network itself, which is asked for this machine under several names.
    @Test(arguments: [
        "http://127.0.0.1:1/x.png", "http://localhost:1/x.png", "http://[::1]:1/x.png",
        "http://2130706433:1/x.png", "http://169.254.169.254/latest", "http://10.0.0.1/x.png",
    ])
    func privateAddressesAreNotReached(address: String) async throws {
        let session = try await Session()
        let reply = try await session.load(address)
        #expect(try reply.code == 400)
        #expect(reply.text.contains("of this machine"), "\(reply.text)")
    }

    @Test func aFileThatIsTooLargeIsLeft() async throws {
        let told = ["content-length": "2000000", "content-type": "image/png"]
        let large = "PNG" + String(repeating: "x", count: 1_500_000)
        for web in [Web { _ in Web.file("PNG", told) }, Web { _ in Web.file(large) }] {
            let session = try await Session({ $0.maxUpload = 1_000_000 }, web: web)
            #expect(try await session.load("https://a.test/a.png").code == 4002)
            #expect(try session.incoming.isEmpty)
        }
        // Two that are too large together.
        let half = "PNG" + String(repeating: "x", count: 600_000)
        let session = try await Session(
            { $0.maxUpload = 1_000_000 }, web: Web { _ in Web.file(half) })
        #expect(try await session.load("https://a.test/a.png", "https://a.test/b.png").code == 4002)
    }

    @Test func whatTheNetworkSaysComesOut() async throws {
        let web = Web { url in
            switch url.lastPathComponent {
            case "gone.png": Web.file("no", status: 404)
            case "broken.png": Web.file("PNG broken", breaks: true)
            case "page.html": Web.file("<html>", ["content-type": "text/html"])
            case "lie.png": Web.file("MP4 inside", ["content-type": "image/png"])
            default: throw TransportFault("no such host is known", isUnsent: true)
            }
        }
        let session = try await Session(web: web)
        for (name, code, words) in [
            ("gone.png", 400, "answers 404"), ("broken.png", 400, "broke"),
            ("page.html", 4001, "not taken"), ("lie.png", 4001, "another kind"),
            ("x", 400, "no such host"),
        ] {
            let reply = try await session.load("https://a.test/\(name)")
            #expect(try reply.code == code, "\(name)")
            #expect(reply.text.contains(words), "\(reply.text)")
        }
        #expect(try session.incoming.isEmpty)
        #expect(try session.server.store.uploads(of: session.id).isEmpty)
    }

    @Test func loadingEnds() async throws {
        // A sender that gives a byte now and then, and one whose answer never begins.
        let slow = Web { _ in
            TransportAnswer(
                status: 200, headers: ["content-type": "image/png"],
                chunks: ChunkStream(
                    AsyncThrowingStream {
                        try await Task.sleep(for: .milliseconds(50))
                        return [UInt8(ascii: "P")]
                    }))
        }
        let session = try await Session({ $0.limits.loading = 0.3 }, web: slow)
        let reply = try await session.load("https://a.test/a.png")
        #expect(try reply.code == 400)
        #expect(reply.text.contains("too long"))
        let list = (0..<65).map { "https://a.test/\($0).png" }
        let many = try await session.server.post(
            "/api/upload-video/nemo_agent/me/\(session.id)",
            #"{"urls":[\#(list.map(JSONWriter.quoted).joined(separator: ","))]}"#,
            token: session.token)
        #expect(try many.code == 400)
    }
}
