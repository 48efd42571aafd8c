import Foundation

/// Collects what is to be shown of an agent's texts, each once.
///
/// A streaming service sends deltas and then the whole text again; what was shown as deltas is not
/// shown as a whole. An apology for a temporary issue that ends a run of normal replies is left
/// out: the work was done.
package struct AgentText: Sendable {
    /// Texts that were completed, without those left out.
    package private(set) var replies: [String] = []
    private var delta = ""

    package init() {}

    /// Takes the next event and returns a reply that it completes and that is worth showing.
    package mutating func take(_ event: AgentEvent) -> String? {
        switch event {
        case .text(let text, isPartial: true):
            delta += text
            return nil
        case .text(let text, isPartial: false):
            // An aggregate repeats the deltas before it; one that is empty closes them.
            let whole = text.isEmpty ? delta : text
            delta = ""
            return keep(whole)
        case .toolCall, .failure: return flush()
        case .toolResult, .heartbeat, .other: return nil
        }
    }

    /// Ends the stream and returns the text whose aggregate never came.
    package mutating func finish() -> String? { flush() }

    private mutating func flush() -> String? {
        defer { delta = "" }
        return keep(delta)
    }

    private mutating func keep(_ text: String) -> String? {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty, text != replies.last else { return nil }
        if !replies.isEmpty, Self.isApology(text) { return nil }
        replies.append(text)
        return text
    }

    /// Whether a text is no more than an apology for a fault that passes.
    static func isApology(_ text: String) -> Bool {
        let text = text.lowercased()
        guard text.count < 300 else { return false }
        return [
            "temporary issue", "temporary problem", "temporarily unavailable", "暂时性问题", "临时问题",
            "暂时出现问题", "暂时不可用",
        ].contains(where: text.contains)
    }
}
