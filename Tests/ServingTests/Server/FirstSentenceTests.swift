import Planning
import Testing

@testable import Serving

/// What a session without a timeline makes of a sentence.
@Suite struct FirstSentenceTests {
    private func draft(after sentence: String) async throws -> (
        Draft, ServerFixture, String, String
    ) {
        let fixture = try ServerFixture()
        let token = try await fixture.token()
        let session = try await fixture.session(token)
        _ = try await fixture.upload(session, token)
        _ = try await fixture.say(sentence, session, token)
        let stored = try #require(try fixture.store.draft(of: session))
        return (try Draft(parsing: Array(stored.text.utf8)), fixture, session, token)
    }

    @Test(arguments: ["add a title \"Cats\"", "加标题“Cats”"])
    func anEditShowsTheUploadsAndIsDone(sentence: String) async throws {
        let (draft, _, _, _) = try await draft(after: sentence)
        #expect(draft.tracks.map(\.kind) == [.picture, .text])
        #expect(draft.tracks.first?.segments.map(\.source) == ["assets/cat.png"])
        #expect(draft.tracks.last?.segments.map(\.text) == ["Cats"])
    }

    @Test func theEditIsUndoneAloneAndTheUploadsStay() async throws {
        let (_, fixture, session, token) = try await draft(after: "add a title \"Cats\"")
        _ = try await fixture.say("undo", session, token)
        let stored = try #require(try fixture.store.draft(of: session))
        let draft = try Draft(parsing: Array(stored.text.utf8))
        #expect(draft.tracks.flatMap(\.segments).map(\.source) == ["assets/cat.png"])
    }

    @Test(arguments: ["Explain this picture", "tell me what makes cats so special"])
    func whatIsNoEditIsExplained(sentence: String) async throws {
        let (_, fixture, session, token) = try await draft(after: sentence)
        let reply = try await fixture.state(session, token)
        #expect(reply.text.contains(#""version":1"#))
    }
}
