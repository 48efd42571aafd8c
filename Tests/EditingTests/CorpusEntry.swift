import Foundation
import Planning

@testable import Editing

/// A sentence, the draft that it is said of, and what has to come of it.
struct CorpusEntry {
    enum Outcome {
        /// One of these changes.
        case change([DraftDiff])
        /// A question; nothing changes.
        case asks
        case intent(String)
        case history(HistoryRequest)
    }

    /// The name of a file in `Corpus/drafts`.
    var draft: String
    var sentence: String
    var outcome: Outcome

    /// What a reply is worth.
    enum Verdict {
        case right
        case wrong([String])
        /// Something changed where nothing must.
        case unasked([String])
    }

    /// Nil where the entry is not in the form that `Corpus/README.md` tells.
    init?(_ json: JSONValue) {
        let members = json.members
        guard let draft = members["draft"]?.string, let say = members["say"]?.string,
            let outcome = Self.outcome(members)
        else { return nil }
        self.draft = draft
        self.sentence = say
        self.outcome = outcome
    }

    private static func outcome(_ members: [String: JSONValue]) -> Outcome? {
        if let diff = members["diff"] {
            let diffs = diff.members.isEmpty ? diff.items : [diff]
            return diffs.isEmpty ? nil : .change(diffs.map(DraftDiff.init))
        }
        if members["asks"] == .bool(true) { return .asks }
        if let intent = members["intent"]?.string { return .intent(intent) }
        return members["history"]?.string.flatMap(request).map(Outcome.history)
    }

    /// Reads `undo 2`, `redo 1` and `startOver`.
    private static func request(_ text: String) -> HistoryRequest? {
        let words = text.split(separator: " ")
        guard words.count == 2, let steps = Int(words[1]) else {
            return text == "startOver" ? .startOver : nil
        }
        return words[0] == "undo" ? .undo(steps) : words[0] == "redo" ? .redo(steps) : nil
    }

    /// Returns what `reply` is worth as an answer to the sentence.
    func verdict(on reply: EditReply, base: Draft) throws -> Verdict {
        let before = try FlatDraft(base)
        let after = try FlatDraft(reply.draft ?? base, since: before)
        let changed = DraftDiff(.object(JSONObject())).faults(from: before, to: after)
        switch outcome {
        case .change(let diffs):
            guard reply.intent == .edit, !changed.isEmpty else {
                return .wrong(["nothing changed: \(reply.question ?? "\(reply.intent)")"])
            }
            let faults = diffs.map { $0.faults(from: before, to: after) }
            let least = faults.min { $0.count < $1.count } ?? []
            return least.isEmpty ? .right : .wrong(least)
        case .asks:
            if !changed.isEmpty { return .unasked(changed) }
            if let request = reply.history { return .unasked(["\(request)"]) }
            return Self.verdict(
                reply.intent == .edit && reply.question != nil,
                "must ask; intent \(reply.intent), no question")
        case .intent(let intent):
            if !changed.isEmpty { return .unasked(changed) }
            return Self.verdict(
                reply.intent.rawValue == intent && reply.history == nil,
                "intent must be \(intent), is \(reply.intent)")
        case .history(let request):
            if !changed.isEmpty { return .unasked(changed) }
            return Self.verdict(
                reply.history == request,
                "must be \(request), is \(reply.history.map { "\($0)" } ?? "none")")
        }
    }

    private static func verdict(_ isRight: Bool, _ fault: String) -> Verdict {
        isRight ? .right : .wrong([fault])
    }
}
