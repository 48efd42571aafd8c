import Foundation
import Networking
import TestSupport
import Testing

@testable import VideoAPI

@Suite struct ExportTests {
    private static let done =
        #"{"success":true,"data":{"id":"r","status":"completed","outputUrl":"/file"}}"#

    /// A service whose renders take these stages in turn, one a poll.
    private func bench(
        title: String = "A", submit: String = #"{"code":0,"data":{"status":"pending"}}"#,
        polls: @escaping @Sendable (Int) throws -> TransportAnswer
    ) throws -> Bench {
        let polled = Box()
        return try Bench { request, _ in
            if request.method == "POST" { return .json(submit) }
            if request.url.path.contains("/state/") { return Wire.state(title) }
            return try polls(polled.next())
        }
    }

    private final class Box: @unchecked Sendable {
        private var number = 0
        func next() -> Int {
            number += 1
            return number
        }
    }

    private func submits(_ bench: Bench) -> [TransportRequest] {
        bench.transport.requests.filter { $0.url.path == "/api/render/proxy/lambda" }
    }

    @Test func anEmptyTimelineIsNotHandedIn() async throws {
        let bench = try bench(title: "") { _ in .json(Self.done) }
        await #expect(throws: ClientProblem.nothingToExport) { try await bench.client.export() }
        #expect(submits(bench).isEmpty)
    }

    @Test func itPollsAtGrowingDistances() async throws {
        let bench = try bench { number in
            .json(number < 8 ? #"{"status":"processing","progress":10}"# : Self.done)
        }
        let status = try await bench.client.export()
        #expect(status.url == "/file")
        #expect(bench.time.pauses == [2, 3, 4.5, 6.75, 10.125, 15, 15])
    }

    @Test func theDraftOfTheStateIsHandedInUnchanged() async throws {
        let bench = try bench { _ in .json(Self.done) }
        _ = try await bench.client.export()
        let body = try #require(submits(bench).first).text
        #expect(body.contains(#""sessionId": "s1""#))
        #expect(body.contains(#""text": "A""#))
        #expect(body.contains(#""format": "mp4""#))
    }

    @Test func aFailedRenderIsHandedInOnceMoreUnderANewID() async throws {
        let bench = try bench { _ in .json(#"{"status":"failed","error":"no memory"}"#) }
        let error = await #expect(throws: ClientProblem.self) { try await bench.client.export() }
        guard case .renderFailed(_, "no memory")? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        let ids = submits(bench).map {
            $0.text.split(separator: "\n").first { $0.contains("\"id\"") }
        }
        #expect(ids.count == 2)
        #expect(ids[0] != ids[1])
    }

    @Test func afterTenMinutesItNamesTheIDToResume() async throws {
        let bench = try bench { _ in .json(#"{"id":"r","status":"processing"}"#) }
        await #expect(throws: ClientProblem.renderUnfinished(id: "r")) {
            try await bench.client.resumeExport("r")
        }
        #expect(bench.time.now <= .seconds(600))
        #expect(bench.time.now > .seconds(580))
    }

    @Test func aPollThatGetsNoAnswerIsRepeated() async throws {
        let bench = try bench { number in
            switch number {
            case 1: throw TransportFault("dropped")
            case 2: .json("oops", status: 503)
            default: .json(Self.done)
            }
        }
        #expect(try await bench.client.export().stage == .completed)
        #expect(submits(bench).count == 1)
    }

    @Test func aSubmissionWhoseAnswerIsLostIsLookedForNotRepeated() async throws {
        let bench = try Bench { request, _ in
            if request.method == "POST" { throw TransportFault("dropped") }
            return request.url.path.contains("/state/") ? Wire.state("A") : .json(Self.done)
        }
        #expect(try await bench.client.export().stage == .completed)
        #expect(submits(bench).count == 1)
    }

    @Test(arguments: [401, 400, 402]) func aRefusedPollEndsTheWait(code: Int) async throws {
        let bench = try Bench(isGiven: true) { _, _ in .code(code, status: code) }
        await #expect(throws: ClientProblem.self) { try await bench.client.resumeExport("r") }
        #expect(bench.transport.requests.count == 1)
    }
}

@Suite struct DownloadTests {
    private let folder: TemporaryFolder
    private var place: URL { URL(filePath: folder.path("film.mp4")) }
    private var left: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.url.path) }
    }

    init() throws { folder = try TemporaryFolder() }

    private func status(_ url: String, size: Int? = nil) -> RenderStatus {
        var status = RenderStatus(id: "r", stage: .completed, progress: 100)
        (status.url, status.size) = (url, size)
        return status
    }

    private static func file(
        _ pieces: [String], status: Int = 200, _ headers: [String: String], breaks: Bool = false
    ) -> TransportAnswer {
        TransportAnswer(status: status, headers: headers, chunks: .of(pieces, breaks: breaks))
    }

    @Test func aBrokenDownloadGoesOnWhereItStopped() async throws {
        let bench = try Bench { request, number in
            guard number > 1 else {
                return Self.file(
                    ["01234"], ["content-length": "10", "etag": "\"a\""], breaks: true)
            }
            #expect(request.headers["Range"] == "bytes=5-")
            #expect(request.headers["If-Range"] == "\"a\"")
            return Self.file(["56789"], status: 206, ["content-range": "bytes 5-9/10"])
        }
        try await bench.client.download(status("https://files.test/x"), to: place)
        #expect(try String(contentsOf: place, encoding: .utf8) == "0123456789")
        #expect(try left == ["film.mp4"])
    }

    @Test func aFileThatChangedMeanwhileIsLoadedAnew() async throws {
        let bench = try Bench { _, number in
            number == 1
                ? Self.file(["old"], ["content-length": "10", "etag": "\"a\""], breaks: true)
                : Self.file(["brand new"], ["content-length": "9", "etag": "\"b\""])
        }
        try await bench.client.download(status("https://files.test/x"), to: place)
        #expect(try String(contentsOf: place, encoding: .utf8) == "brand new")
    }

    @Test func aFileThatIsTooShortNeverAppears() async throws {
        try Data("before".utf8).write(to: place)
        let bench = try Bench { _, _ in Self.file(["abc"], ["content-length": "10"]) }
        await #expect(throws: ClientProblem.self) {
            try await bench.client.download(status("https://files.test/x"), to: place)
        }
        #expect(try String(contentsOf: place, encoding: .utf8) == "before")
        #expect(try left == ["film.mp4"])
    }

    @Test func theLengthThatTheRenderToldIsCheckedWhereTheAnswerTellsNone() async throws {
        let bench = try Bench { _, _ in Self.file(["abc"], [:]) }
        await #expect(throws: ClientProblem.self) {
            try await bench.client.download(status("https://files.test/x", size: 4), to: place)
        }
    }

    @Test func theTokenGoesToTheServiceAlone() async throws {
        let bench = try Bench { request, _ in
            request.url.host() == "video.test" ? Self.file(["x"], [:]) : .code(404, status: 404)
        }
        try await bench.client.download(status("https://files.test/x"), to: place)
        let sent = bench.transport.requests.map { $0.headers["Authorization"] }
        #expect(sent == [nil, "Bearer old"])
        #expect(bench.transport.paths.last == "GET /api/render/proxy/r/download")
        #expect(bench.transport.requests.allSatisfy { $0.headers["X-Skill-Source"] != nil })
    }

    @Test(arguments: ["http://files.test/x", "file:///etc/passwd", "//files.test/x"])
    func addressesThatAreNotSafeAreRefused(link: String) async throws {
        let bench = try Bench { _, _ in Self.file(["x"], [:]) }
        await #expect(throws: ClientProblem.self) {
            try await bench.client.download(status(link), to: place)
        }
        #expect(bench.transport.requests.isEmpty)
    }
}
