import Inspecting
import Synchronization
import TestSupport
import Testing

@testable import Explaining

@Suite struct AgentScriptTests {
    private let request = ScriptRequest(
        sentence: ScriptCases.canonical, pictures: [Specimen.facts(.generationDataEmbedded)])

    private static let script = """
        {"title": "A picture from noise", "language": "en", "beats": [
          {"visual": "hook", "title": "From noise", "kicker": "AI image", "picture": 0,
           "sentences": ["This picture has a recipe."], "rank": 0},
          {"visual": "end", "sentences": ["A guess, step by step."]}]}
        """

    @Test func theAgentIsToldTheRulesAndTheFacts() async throws {
        let asked = Mutex("")
        let writer = AgentScriptWriter { text in
            asked.withLock { $0 = text }
            return "Here it is: " + Self.script
        }
        let made = try await writer.material(for: request)
        #expect(made.title == "A picture from noise")
        #expect(made.beats.map(\.sentences.count) == [1, 1])
        let text = asked.withLock { $0 }
        #expect(text.contains("untrusted_facts"))
        #expect(text.contains("leave the timeline as it is"))
        #expect(text.contains(ScriptCases.canonical))
    }

    @Test(arguments: ["", "Done.", "{\"title\": \"x\"}"])
    func anAnswerThatIsNoScriptGivesTheBuiltInOne(answer: String) async throws {
        let writer = FallbackScriptWriter(AgentScriptWriter { _ in answer })
        let made = try await writer.material(for: request)
        #expect(made.beats == (try LocalScriptWriter().material(for: request)).beats)
        #expect(made.notices.first?.hasPrefix("The built-in script is used: ") == true)
    }

    @Test func wordsOfTheUsersOwnAreNotSent() async throws {
        var own = request
        own.ownText = "These are my words. They stay here."
        let writer = AgentScriptWriter { _ in throw ScriptError("it was asked") }
        #expect(try await !writer.material(for: own).beats.isEmpty)
    }
}
