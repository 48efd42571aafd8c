import Chatting
package import Foundation
package import Planning

/// Has a language model put free wording into sentences of the grammar, over OpenAI's chat protocol.
///
/// The model gives sentences and nothing else. Whatever a draft's texts or the sentence itself tell
/// it to do, its answer is read by the same grammar as a person's words.
package struct ChatRewriter: SentenceRewriter {
    private let endpoint: ChatEndpoint

    /// What errors call the model.
    static let name = "language model"

    /// Creates a rewriter for the endpoint at `url`, as "http://localhost:11434/v1".
    ///
    /// - Parameters:
    ///   - url: the base address; "/chat/completions" is added.
    ///   - model: the model's name as the endpoint knows it.
    ///   - key: sent as a bearer token; never over plain HTTP to another machine.
    ///   - timeout: for the whole exchange, in seconds.
    /// - Throws: `RewritingError` where `url` is no HTTP address or `model` is empty.
    package init(
        url: URL, model: String, key: String? = nil, timeout: Double = 60
    ) throws(RewritingError) {
        do {
            endpoint = try ChatEndpoint(
                url: url, model: model, key: key, timeout: timeout, name: Self.name)
        } catch {
            throw RewritingError(error.reason)
        }
    }

    package func rewrite(_ sentence: String, for draft: Draft) async throws -> [String] {
        do {
            let question = RewritingQuestion(sentence: sentence, draft: draft)
            let content = try await endpoint.answer(to: question.request)
            return try RewritingAnswer.edits(in: content)
        } catch let error as ChatError {
            throw RewritingError(error.reason)
        }
    }
}
