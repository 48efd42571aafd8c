import Foundation
import Networking
import Planning
import Synchronization
import TestSupport
import Testing

@testable import VideoAPI

/// The network itself, against Python's server.
@Suite struct LoopbackTests {
    private func client(_ server: LoopbackServer) throws -> VideoAPIClient {
        VideoAPIClient(
            server: try ServerAddress(server.url),
            attribution: Attribution(source: "a", version: "b", platform: "c"),
            credentials: Credentials(clientID: "c"), time: TestTime())
    }

    private func status(_ url: String) -> RenderStatus {
        var status = RenderStatus(id: "r", stage: .completed, progress: 100)
        status.url = url
        return status
    }

    /// The bytes that the server sends: 0...250, again and again.
    private func pattern(_ count: Int) -> Data {
        Data((0..<count).map { UInt8($0 % 251) })
    }

    @Test func anUploadArrivesWhole() async throws {
        guard let server = try LoopbackServer.start() else { return }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let file = URL(filePath: folder.path("片 \"a\".mp4"))
        try pattern(3_000_001).write(to: file)
        let counts = Mutex<[Int]>([])
        let stored = try await client(server).upload(file) { count in
            counts.withLock { $0.append(count) }
        }
        let told = counts.withLock { $0 }
        #expect(told.last == 3_000_001 && told == told.sorted() && told.count > 3)
        let form = try FileLimits.form(for: file)
        #expect(stored.first?.url == String(form.length))
        #expect(
            stored.first?.filename.contains(
                #"Content-Disposition: form-data; name="files"; filename="片 %22a%22.mp4""#) == true)
    }

    @Test func theDigestOfAFormIsThatOfItsParts() async throws {
        guard let server = try LoopbackServer.start(), let sum = Tool.find("sha256sum") else {
            return
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let file = URL(filePath: folder.path("a.mp4"))
        try pattern(700_003).write(to: file)
        let form = try FileLimits.form(for: file)
        let whole = Data(form.prologue) + pattern(700_003) + Data(form.epilogue)
        try whole.write(to: URL(filePath: folder.path("form")))
        let wanted = try Tool.run(sum, [folder.path("form")]).text.prefix(64)
        var request = TransportRequest(
            "POST", try #require(URL(string: server.url + "/upload-video")))
        request.body = .form(form)
        let answer = try await CurlTransport().send(request)
        #expect(answer.status == 200)
        let fields = try Envelope.fields(of: try await answer.body(limit: 10_000), status: 200)
        let stored = fields["files"]?.array?.first?.object
        #expect(stored?["hash"]?.string == String(wanted))
    }

    @Test func aStreamIsReadFromSingleBytes() async throws {
        guard let server = try LoopbackServer.start() else { return }
        defer { server.stop() }
        var replies: [String] = []
        for try await event in try client(server).say("x") {
            if case .reply(let words) = event { replies.append(words) }
        }
        #expect(replies == ["片头 ready"])
    }

    @Test(arguments: ["/file/5000000", "/broken/5000000"])
    func aDownloadIsWholeAlsoAfterABreak(path: String) async throws {
        guard let server = try LoopbackServer.start() else { return }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let place = URL(filePath: folder.path("a.mp4"))
        try await client(server).download(status(path), to: place)
        #expect(try Data(contentsOf: place) == pattern(5_000_000))
    }

    @Test func aReaderThatIsSlowLosesNothing() async throws {
        guard let server = try LoopbackServer.start() else { return }
        defer { server.stop() }
        let request = TransportRequest(
            "GET", try #require(URL(string: server.url + "/file/12000000")))
        let answer = try await CurlTransport().send(request)
        var bytes = Data()
        for try await chunk in answer.chunks {
            if bytes.count < 1_000_000 { try await Task.sleep(for: .milliseconds(4)) }
            bytes += chunk
        }
        #expect(bytes == pattern(12_000_000))
    }

    @Test func redirectsAreFollowedOnTheSameHostAlone() async throws {
        guard let server = try LoopbackServer.start() else { return }
        defer { server.stop() }
        func status(_ path: String) async throws -> Int {
            let url = try #require(URL(string: server.url + path))
            return try await CurlTransport().send(TransportRequest("GET", url)).status
        }
        #expect(try await status("/near") == 200)
        #expect(try await status("/away") == 302)
    }

    @Test func whereNoServerIsNothingWasSent() async throws {
        let url = try #require(URL(string: "http://127.0.0.1:9/"))
        let fault = await #expect(throws: TransportFault.self) {
            _ = try await CurlTransport().send(TransportRequest("GET", url))
        }
        #expect(fault?.isUnsent == true)
    }
}
