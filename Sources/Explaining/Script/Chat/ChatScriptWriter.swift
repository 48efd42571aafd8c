package import Foundation
import Planning

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Has a language model write the script, over OpenAI's chat protocol.
///
/// The model chooses sentences and kinds of visuals; facts, prompts and colours on screen always
/// come from the files. The answer is checked whole before any of it is used.
package struct ChatScriptWriter: ScriptWriter {
    private let endpoint: URL
    private let model: String
    private let key: String?
    private let timeout: Double

    /// The largest answer that is read, in bytes.
    static let largestAnswer = 1 << 20

    /// Makes a writer for the endpoint at `url`, as "http://localhost:11434/v1".
    ///
    /// - Parameters:
    ///   - url: the base address; "/chat/completions" is added.
    ///   - model: the model's name as the endpoint knows it.
    ///   - key: sent as a bearer token; never over plain HTTP to another machine.
    ///   - timeout: for the whole exchange, in seconds.
    /// - Throws: `ScriptError` where `url` is no HTTP address or `model` is empty.
    package init(url: URL, model: String, key: String? = nil, timeout: Double = 60) throws {
        guard let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = url.host(), !host.isEmpty
        else {
            throw ScriptError(
                "The script address is no HTTP address; give one as http://localhost:11434/v1.")
        }
        guard !model.isEmpty else {
            throw ScriptError("The script model has no name; give one with --script-model.")
        }
        let isLoopback = ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host.lowercased())
        endpoint = url.appending(path: "chat/completions")
        self.model = model
        self.key = scheme == "https" || isLoopback ? key : nil
        self.timeout = timeout
    }

    package func material(for request: ScriptRequest) async throws -> Storyboard {
        let isOwn = request.ownText != nil || Intent(reading: request.sentence).isOwnText
        // The user's own words are spoken as they are.
        if isOwn { return try LocalScriptWriter().material(for: request) }
        guard !request.pictures.isEmpty else {
            throw ScriptError("There is no picture to explain; name at least one.")
        }
        let body = ChatQuestion(request, model: model).body
        let answer = try await exchange(body)
        let content = try ChatAnswer.content(of: answer)
        return try ChatAnswer(for: request).storyboard(from: content)
    }

    /// Posts `body` and returns the answer's bytes.
    private func exchange(_ body: Data) async throws -> [UInt8] {
        let request = post(body)
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask { try await Self.load(request) }
            group.addTask { [timeout] in
                try await Task.sleep(for: .seconds(timeout))
                throw ScriptError(
                    "The script model gave no answer within \(Int(timeout.rounded(.up))) s.")
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    private func post(_ body: Data) -> URLRequest {
        var request = URLRequest(url: endpoint, timeoutInterval: timeout)
        request.httpMethod = "POST"
        request.httpBody = body
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        if let key { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
        return request
    }

    private static func load(_ request: URLRequest) async throws -> [UInt8] {
        let answer: HTTPExchange.Answer
        do {
            answer = try await HTTPExchange.answer(to: request, limit: largestAnswer)
        } catch {
            try Task.checkCancellation()
            let address = request.url?.host() ?? "its address"
            throw ScriptError("The script model at \(address) can't be reached.")
        }
        guard answer.status == 200 else { throw ScriptError(meaning(of: answer.status)) }
        guard !answer.isTooLong else {
            throw ScriptError("The script model's answer is longer than a script can be.")
        }
        return answer.body
    }

    /// The body of a failed answer is not shown: it may repeat what was sent.
    private static func meaning(of status: Int) -> String {
        switch status {
        case 401, 403:
            "The script model refused the key (HTTP \(status)); check EXPLAINER_SCRIPT_KEY."
        case 404:
            "The script model was not found (HTTP 404); check --script-url and --script-model."
        case 429: "The script model is busy or its quota is used up (HTTP 429)."
        default: "The script model answered with an error (HTTP \(status))."
        }
    }
}
