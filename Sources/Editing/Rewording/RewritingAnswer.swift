import Chatting
import Foundation
import Planning

/// Checks what a language model answered: `{"edits": ["title yellow", …]}` and nothing else.
enum RewritingAnswer {
    /// The most sentences, and the most characters of one.
    static let mostEdits = 20
    static let longestEdit = 300

    /// Returns the sentences in `content`, which may be fenced.
    ///
    /// - Throws: `RewritingError` with the first thing that is wrong, `ChatError` where it is no
    ///   JSON.
    static func edits(in content: String) throws -> [String] {
        let root = try ChatCompletion.json(in: content, from: ChatRewriter.name)
        guard let object = root.object else { throw wrong("it is no JSON object") }
        if let other = object.keys.first(where: { $0 != "edits" }) {
            throw wrong("it has the key \(JSONWriter.quoted(String(other.prefix(40))))")
        }
        guard let items = object["edits"]?.array else { throw wrong("it has no list of edits") }
        guard !items.isEmpty else {
            throw RewritingError("The \(ChatRewriter.name) found no edit in it.")
        }
        guard items.count <= mostEdits else {
            throw wrong("it has \(items.count) edits, more than \(mostEdits)")
        }
        return try items.enumerated().map { try edit($1, number: $0 + 1) }
    }

    private static func edit(
        _ node: JSONNode, number: Int
    ) throws(RewritingError) -> String {
        guard let text = node.string else { throw wrong("edit \(number) is no text") }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw wrong("edit \(number) is empty")
        }
        guard text.unicodeScalars.count <= longestEdit else {
            throw wrong("edit \(number) is longer than \(longestEdit) characters")
        }
        guard !text.unicodeScalars.contains(where: isControl) else {
            throw wrong("edit \(number) holds control characters")
        }
        return text
    }

    /// Line and paragraph separators count too: an edit is one line.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    private static func wrong(_ what: String) -> RewritingError {
        RewritingError("The \(ChatRewriter.name)'s answer can't be used: \(what).")
    }
}
