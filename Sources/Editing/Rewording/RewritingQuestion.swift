import Chatting
import Foundation
import Planning

/// What a language model is asked when a sentence is to be put into the grammar's words.
struct RewritingQuestion {
    let sentence: String
    let draft: Draft

    /// The most characters of a sentence, of the timeline and of a name that are sent.
    private static let longestSentence = 2000
    private static let longestTimeline = 4000
    private static let longestName = 80

    /// The most names that are sent.
    private static let mostNames = 60

    var request: ChatRequest {
        ChatRequest(
            system: "\(Self.rules)\n\(JSONWriter.text(of: data))",
            user: String(sentence.prefix(Self.longestSentence)),
            format: .schema(name: "edits", Self.schema), temperature: 0)
    }

    /// What the draft says of itself.
    private var data: JSONValue {
        JSON.object([
            "untrusted_data": JSON.object([
                "language": .string(Self.short(draft.metadata.lang ?? "en")),
                "timeline": .string(
                    String(TimelineSummary(draft).line.prefix(Self.longestTimeline))),
                "names": JSON.array(names.map { .string($0) }),
            ])
        ])
    }

    /// The names, files and texts that an edit may mean, each once.
    private var names: [String] {
        var names: [String] = []
        for segment in draft.tracks.filter(\.kind.isRendered).flatMap(\.segments) {
            let own = [segment.name, segment.source.map(Self.fileName), segment.text]
            for name in own.compactMap(\.self).map(Self.short)
            where !name.isEmpty && !names.contains(name) {
                guard names.count < Self.mostNames else { return names }
                names.append(name)
            }
        }
        return names
    }

    /// The last part of a path: folders are nobody's business.
    private static func fileName(_ source: String) -> String {
        source.split(separator: "/").last.map(String.init) ?? source
    }

    private static func short(_ text: String) -> String { String(text.prefix(longestName)) }

    /// Numbers and lengths are left to the check of the answer: not every server knows `maxItems`
    /// and `maxLength`, and one that does not refuses the whole.
    private static let schema = JSON.object([
        "type": .string("object"),
        "properties": JSON.object([
            "edits": JSON.object([
                "type": .string("array"), "items": JSON.object(["type": .string("string")]),
            ])
        ]),
        "required": JSON.array([.string("edits")]),
        "additionalProperties": .bool(false),
    ])
}
