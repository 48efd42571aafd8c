import Chatting
package import Foundation

/// Has a language model write the script, over OpenAI's chat protocol.
///
/// The model chooses sentences and kinds of visuals; facts, prompts and colours on screen always
/// come from the files. The answer is checked whole before any of it is used.
package struct ChatScriptWriter: ScriptWriter {
    private let endpoint: ChatEndpoint

    /// What errors call the model.
    static let name = "script model"

    /// Makes a writer for the endpoint at `url`, as "http://localhost:11434/v1".
    ///
    /// - Parameters:
    ///   - url: the base address; "/chat/completions" is added.
    ///   - model: the model's name as the endpoint knows it.
    ///   - key: sent as a bearer token; never over plain HTTP to another machine.
    ///   - timeout: for the whole exchange, in seconds.
    /// - Throws: `ScriptError` where `url` is no HTTP address or `model` is empty.
    package init(
        url: URL, model: String, key: String? = nil, timeout: Double = 60
    ) throws(ScriptError) {
        do {
            endpoint = try ChatEndpoint(
                url: url, model: model, key: key, timeout: timeout, name: Self.name)
        } catch {
            throw ScriptError(error.reason)
        }
    }

    package func material(for request: ScriptRequest) async throws -> Storyboard {
        let isOwn = request.ownText != nil || Intent(reading: request.sentence).isOwnText
        // The user's own words are spoken as they are.
        if isOwn { return try LocalScriptWriter().material(for: request) }
        guard !request.pictures.isEmpty else {
            throw ScriptError("There is no picture to explain; name at least one.")
        }
        do {
            let content = try await endpoint.answer(to: ChatQuestion(request).request)
            return try ChatAnswer(for: request).storyboard(from: content)
        } catch let error as ChatError {
            throw ScriptError(error.reason)
        }
    }
}
