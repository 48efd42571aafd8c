import Foundation
import Testing
import VideoAPI

@testable import Serving

/// Client and server of this project, every call of the one answered by the other.
@Suite(.serialized) struct WholeWayTests {
    @Test(arguments: Line.allCases) func everyCallIsAnswered(line: Line) async throws {
        let pair = try await Pair(line)
        let client = pair.client
        let token = try await client.anonymousToken()
        #expect(token.credits == 100)
        let session = try await client.session()
        #expect(await client.credentials.sessionID == session.sessionID)
        #expect(try await client.state().draft == nil)
        let files = try await client.upload(pair.file("my cat.png", "PNG bytes"))
        #expect(files.map(\.filename) == ["my cat.png"])
        #expect(files.map(\.width) == [64])
        let made = try await pair.say("Explain this picture")
        #expect(made.contains { if case .reply = $0 { true } else { false } })
        _ = try await pair.say("make it square")
        let state = try await client.state()
        #expect(state.version == 2)
        #expect(state.width == state.height)
        #expect(state.files == files)
        #expect(try await client.credits() == CreditBalance(available: 100, frozen: 0))
        try await pair.stop()
    }

    @Test(arguments: Line.allCases) func aRenderIsMadeLoadedAndCancelled(line: Line) async throws {
        let pair = try await Pair(line)
        let client = pair.client
        _ = try await client.upload(pair.file("cat.png", "PNG bytes"))
        _ = try await pair.say("Explain this picture")
        let done = try await client.export()
        #expect(done.stage == .completed)
        #expect(done.size == 10)
        let place = pair.folder.appending(path: "video.mp4")
        try await client.download(done, to: place)
        #expect(try String(contentsOf: place, encoding: .utf8) == "0123456789")
        let own = pair.folder.appending(path: "own.mp4")
        var unnamed = done
        unnamed.url = nil
        try await client.download(unnamed, to: own)
        #expect(try String(contentsOf: own, encoding: .utf8) == "0123456789")
        pair.workshop.gate.shut()
        let draft = try #require(try await client.state().draft)
        #expect(try await client.submitRender(id: "mine", draft: draft).id == "mine")
        try await client.cancelRender("mine")
        await #expect(throws: ClientProblem.renderFailed(id: "mine", "the render was cancelled")) {
            try await client.resumeExport("mine")
        }
        pair.workshop.gate.open()
        try await pair.stop()
    }
}
