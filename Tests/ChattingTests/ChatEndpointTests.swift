import Foundation
import Planning
import TestSupport
import Testing

@testable import Chatting

@Suite(.serialized) struct ChatEndpointTests {
    private let request = ChatRequest(
        system: "Be brief.", user: "Say \"hi\".", format: .object, temperature: 0.5, seed: 7)

    private func endpoint(
        _ address: String, key: String? = "secret-key", model: String = "small"
    ) throws -> ChatEndpoint {
        let url = try #require(URL(string: address))
        return try ChatEndpoint(url: url, model: model, key: key, timeout: 20, name: "test model")
    }

    /// What comes of an answer; nil where no server can run.
    private func reason(status: Int = 200, body: String) async throws -> String? {
        guard let server = try ChatServer.start(status: status, body: body) else { return nil }
        defer { #expect(throws: Never.self) { try server.stop() } }
        let endpoint = try ChatEndpoint(
            url: server.url, model: "small", key: "secret-key", timeout: 20, name: "test model")
        do {
            return "answered: \(try await endpoint.answer(to: request))"
        } catch let error as ChatError {
            return error.reason
        }
    }

    @Test(arguments: [
        ("https://example.com/v1", true), ("http://localhost:11434/v1", true),
        ("http://127.0.0.1/v1", true), ("http://[::1]:8080/v1", true),
        ("HTTP://LOCALHOST/v1", true), ("http://example.com/v1", false),
        ("http://192.168.0.2/v1", false), ("http://localhost.example.com/v1", false),
        ("http://127.0.0.1.example.com/v1", false), ("http://localhost@example.com/v1", false),
    ])
    func theKeyGoesToHTTPSAndThisMachineAlone(address: String, isSent: Bool) throws {
        #expect(try endpoint(address).key == (isSent ? "secret-key" : nil))
    }

    @Test(arguments: ["file:///etc/hosts", "ftp://localhost/v1", "localhost", "http:///v1"])
    func otherAddressesAreRefused(address: String) {
        #expect(throws: ChatError.self) { try endpoint(address) }
    }

    @Test func aModelNeedsAName() {
        #expect(throws: ChatError.self) { try endpoint("http://localhost/v1", model: "") }
    }

    @Test func theRequestIsOneOfOpenAIsProtocol() throws {
        let sent = try #require(
            JSONSerialization.jsonObject(with: request.body(model: "small")) as? [String: Any])
        #expect(sent["model"] as? String == "small" && sent["stream"] as? Bool == false)
        #expect(sent["temperature"] as? Double == 0.5 && sent["seed"] as? Int == 7)
        #expect(sent["response_format"] as? [String: String] == ["type": "json_object"])
        let messages = try #require(sent["messages"] as? [[String: String]])
        #expect(
            messages == [
                ["role": "system", "content": "Be brief."],
                ["role": "user", "content": "Say \"hi\"."],
            ])
    }

    @Test(arguments: [
        (#"{"choices":[{"message":{"content":"Hi."}}]}"#, "answered: Hi."),
        (
            #"{"choices":[{"message":{"content":[{"type":"text","text":"H"},{"text":"i"}]}}]}"#,
            "answered: Hi"
        ),
        (#"{"choices":[{"message":{"content":""}}]}"#, "The test model answered with no text."),
        (#"{"choices":[]}"#, "The test model's answer is no chat completion."),
        ("<html>", "The test model's answer is no JSON."),
    ])
    func theTextIsTakenFromTheCompletion(body: String, expected: String) async throws {
        guard let reason = try await reason(body: body) else { return }
        #expect(reason == expected)
    }

    @Test(arguments: [301, 401, 403, 404, 429, 500])
    func otherStatusesAreErrorsThatRepeatNothing(status: Int) async throws {
        guard let reason = try await reason(status: status, body: "secret-key") else { return }
        #expect(reason.contains("(HTTP \(status))") && !reason.contains("secret"))
    }

    @Test func anAnswerWithoutEndIsCutOff() async throws {
        // A command line takes 128 KiB a word, so the server repeats its body.
        guard let server = try ChatServer.start(body: "x", repeated: 2_000_000) else { return }
        defer { #expect(throws: Never.self) { try server.stop() } }
        await #expect(throws: ChatError("The answer of the test model is longer than one can be."))
        {
            try await ChatEndpoint(
                url: server.url, model: "m", key: nil, timeout: 20, name: "test model"
            ).answer(to: request)
        }
    }

    @Test func jsonIsFoundBetweenOtherWords() throws {
        let node = try ChatCompletion.json(in: "Here:\n```\n{\"a\": 1}\n``` Bye", from: "model")
        #expect(node.object?["a"]?.integer == 1)
        #expect(throws: ChatError.self) { try ChatCompletion.json(in: "none", from: "model") }
        #expect(throws: ChatError.self) {
            try ChatCompletion.json(in: #"{"a": 1, "a": 2}"#, from: "model")
        }
    }
}
