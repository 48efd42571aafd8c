import Foundation
package import Planning

/// What is read of the answer of a language model.
package enum ChatCompletion {
    /// The text that the model wrote.
    ///
    /// - Parameters:
    ///   - answer: a chat completion of OpenAI's protocol.
    ///   - name: what errors call the model: "script model".
    /// - Returns: a text that is not empty.
    /// - Throws: `ChatError` where `answer` is something else.
    static func content(of answer: [UInt8], from name: String) throws(ChatError) -> String {
        let root = try parse(answer, from: name).root
        guard let choices = root.object?["choices"]?.array,
            let content = choices.first?.object?["message"]?.object?["content"]
        else { throw ChatError("The \(name)'s answer is no chat completion.") }
        // Some servers answer in parts: [{"type": "text", "text": "…"}].
        let parts = content.array?.compactMap { $0.object?["text"]?.string }
        guard let text = content.string ?? parts?.joined(), !text.isEmpty else {
            throw ChatError("The \(name) answered with no text.")
        }
        return text
    }

    /// The JSON inside a code fence or between other words of `content`.
    ///
    /// - Parameters:
    ///   - content: what the model wrote.
    ///   - name: what errors call the model: "script model".
    /// - Returns: the root of its tree.
    /// - Throws: `ChatError` where there is none, or an object has a key twice.
    package static func json(
        in content: String, from name: String
    ) throws(ChatError) -> JSONNode {
        let document = try parse(Array(payload(of: content).utf8), from: name)
        guard document.duplicateKeys.isEmpty else {
            throw ChatError("The \(name)'s answer has a key twice.")
        }
        return document.root
    }

    private static func payload(of content: String) -> Substring {
        guard let start = content.firstIndex(of: "{"), let end = content.lastIndex(of: "}"),
            start < end
        else { return content[...] }
        return content[start...end]
    }

    private static func parse(_ bytes: [UInt8], from name: String) throws(ChatError) -> JSONDocument
    {
        do {
            return try JSONDocument(parsing: bytes)
        } catch {
            throw ChatError("The \(name)'s answer is no JSON.")
        }
    }
}
