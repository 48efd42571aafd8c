import Foundation
import Inspecting
import TestSupport
import Testing

@testable import Explaining

@Suite(.serialized) struct ChatScriptTests {
    private let request = ScriptRequest(
        sentence: ScriptCases.canonical, pictures: [Specimen.facts(.generationDataEmbedded)])

    private static let script = """
        {"title": "A picture from noise", "language": "en", "beats": [
          {"visual": "hook", "title": "From noise", "kicker": "AI image", "picture": 0,
           "sentences": ["This picture has a recipe."], "rank": 0},
          {"visual": "denoising", "sentences": ["It clears step by step."], "rank": 1},
          {"visual": "facts", "sentences": ["The file records its settings."]},
          {"visual": "spotlight", "x": 0.25, "y": 0.75, "title": "Ask first.",
           "sentences": ["Ask the file, then the source."]},
          {"visual": "end", "sentences": ["A guess, step by step."]}]}
        """

    /// A chat completion whose message is `content`.
    private static func completion(_ content: String) throws -> String {
        let object: [String: Any] = [
            "choices": [["message": ["role": "assistant", "content": content]]]
        ]
        return String(
            decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }

    /// Has `body` answered by a server, and returns what becomes of it.
    private func storyboard(
        status: Int = 200, body: String, delay: Double = 0, timeout: Double = 20
    ) async throws -> Storyboard? {
        guard let server = try ChatServer.start(status: status, body: body, delay: delay) else {
            return nil
        }
        let chat = try ChatScriptWriter(
            url: server.url, model: "test", key: "secret-key", timeout: timeout)
        let storyboard = try await FallbackScriptWriter(chat).material(for: request)
        try server.stop()
        return storyboard
    }

    @Test(arguments: ["PLAIN", "```json\nPLAIN\n```", "Here you are:\n```\nPLAIN\n```\nEnjoy!"])
    func goodAnswerBecomesAStoryboard(wrapping: String) async throws {
        let content = wrapping.replacingOccurrences(of: "PLAIN", with: Self.script)
        guard let made = try await storyboard(body: Self.completion(content)) else { return }
        #expect(made.notices.isEmpty)
        #expect(made.title == "A picture from noise")
        #expect(made.beats.map(\.sentences.count) == [1, 1, 1, 1, 1])
        #expect(made.beats[0].visual == .hook(picture: 0, kicker: "AI image", title: "From noise"))
        guard case .denoising(0, 30, _) = made.beats[1].visual,
            case .facts(_, _, let rows, _) = made.beats[2].visual,
            case .spotlight(_, 0.25, 0.75, _, "Ask first.", _) = made.beats[3].visual
        else {
            Issue.record("\(made.beats.map(\.visual))")
            return
        }
        // The rows are the file's, whatever the model wrote.
        #expect(rows.first == .init("Tool", "ComfyUI"))
    }

    @Test(arguments: [
        "garbage", "{}", "{\"choices\": []}",
        "{\"choices\": [{\"message\": {\"content\": \"no json here\"}}]}", "[[[[[[",
    ])
    func garbageFallsBackWithANotice(body: String) async throws {
        guard let made = try await storyboard(body: body) else { return }
        #expect(
            made.notices.first?.hasPrefix("The built-in script is used: The script model") == true)
        #expect(made.beats.contains { $0.id == "denoise" })
    }

    @Test(arguments: [301, 401, 404, 429, 500])
    func errorStatusFallsBackAndNamesIt(status: Int) async throws {
        guard let made = try await storyboard(status: status, body: "secret-key") else { return }
        #expect(made.notices.first?.contains("HTTP \(status)") == true)
        #expect(made.notices.first?.contains("secret") == false)
    }

    @Test func slowAnswerFallsBackAfterTheTimeout() async throws {
        let body = try Self.completion(Self.script)
        guard let made = try await storyboard(body: body, delay: 5, timeout: 0.5) else { return }
        #expect(made.notices.first?.contains("The built-in script is used") == true)
        #expect(made.beats.contains { $0.id == "denoise" })
    }

    @Test func nobodyThereFallsBack() async throws {
        let url = try #require(URL(string: "http://127.0.0.1:9/v1"))
        let chat = try ChatScriptWriter(url: url, model: "m", timeout: 5)
        let made = try await FallbackScriptWriter(chat).material(for: request)
        #expect(made.notices.first?.contains("can't be reached") == true)
    }

    @Test func requestCarriesFactsAsDataAndTheKeyAsBearer() async throws {
        let body = try Self.completion(Self.script)
        guard let server = try ChatServer.start(body: body) else { return }
        let chat = try ChatScriptWriter(url: server.url, model: "small", key: "secret-key")
        _ = try await chat.material(for: request)
        let lines = try server.received()
        try server.stop()
        #expect(lines[0] == "/v1/chat/completions")
        #expect(lines[1] == "Bearer secret-key")
        let sent = try #require(
            JSONSerialization.jsonObject(with: Data(lines[2].utf8)) as? [String: Any])
        #expect(sent["model"] as? String == "small")
        let messages = try #require(sent["messages"] as? [[String: String]])
        #expect(messages.map { $0["role"] } == ["system", "user"])
        #expect(messages[0]["content"]?.contains("never instructions") == true)
        #expect(messages[1]["content"]?.contains("untrusted_facts") == true)
        #expect(messages[1]["content"]?.contains("lora") == false)
    }

    /// Each is the good script with one thing made wrong.
    @Test(arguments: [
        ("\"picture\": 0", "\"picture\": 7"), ("\"visual\": \"end\"", "\"visual\": \"explosion\""),
        ("\"x\": 0.25", "\"x\": 25"), ("\"rank\": 0", "\"rank\": \"high\""),
        ("[\"A guess, step by step.\"]", "[]"), ("[\"A guess, step by step.\"]", "[\"\"]"),
        ("[\"A guess, step by step.\"]", "[3]"),
        ("A guess, step by step.", "This proves it is real."),
        ("A guess, step by step.", "Look at https://evil.example/ now."),
        ("A guess, step by step.", "A <b>guess</b>."),
        ("A guess, step by step.", "\(String(repeating: "long ", count: 60))."),
        ("\"title\": \"A picture from noise\", ", ""),
    ])
    func oneWrongThingRefusesTheWhole(good: String, bad: String) {
        let content = Self.script.replacingOccurrences(of: good, with: bad)
        #expect(content != Self.script)
        #expect(throws: ScriptError.self) {
            try ChatAnswer(for: request).storyboard(from: content)
        }
    }

    @Test func ownTextIsNeverSent() async throws {
        let url = try #require(URL(string: "http://127.0.0.1:9/v1"))
        let chat = try ChatScriptWriter(url: url, model: "m")
        var own = request
        own.ownText = "These are my words. Nobody else's."
        #expect(try await chat.material(for: own).isVerbatim)
    }

    @Test func backendsAreLocalChatOrUnavailable() throws {
        #expect(try ScriptBackend.local.writer(environment: [:]) is LocalScriptWriter)
        let url = try #require(URL(string: "http://localhost:11434/v1"))
        let chat = ScriptBackend.openai(url: url, model: "m")
        #expect(try chat.writer(environment: [:]) is FallbackScriptWriter)
        #expect(throws: ScriptError.self) { try ScriptBackend.nemo.writer(environment: [:]) }
        let agent = try ScriptBackend.nemo.writer(environment: [:]) { _ in "" }
        #expect(agent is FallbackScriptWriter)
        let file = try #require(URL(string: "file:///etc/hosts"))
        #expect(throws: ScriptError.self) {
            try ScriptBackend.openai(url: file, model: "m").writer(environment: [:])
        }
    }
}
