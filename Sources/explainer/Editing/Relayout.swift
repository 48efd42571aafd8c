import Editing
import Foundation
import Planning

/// Lays an explainer out anew where its canvas takes another shape, and does the edits since again.
///
/// What is composed for a wide canvas overlaps on a square one: words and cards are placed for their
/// canvas. A draft that a person wrote is left as it is; so is an explainer that was changed by hand.
struct Relayout {
    let project: Project
    let engine: EditEngine

    /// An explainer that stands in a history, and what was said since.
    struct Origin {
        var sentence: String
        var edits: [String]
    }

    /// Returns where the draft comes from if `reply` changes the shape of an explainer; else nil.
    func origin(of reply: EditReply, before: Draft, _ history: ProjectHistory) -> Origin? {
        guard let edited = reply.draft, Self.shape(of: edited) != Self.shape(of: before) else {
            return nil
        }
        let trail = history.trail
        guard let start = trail.lastIndex(where: { $0.kind.rawValue == "explain" }),
            let sentence = trail[start].sentence
        else { return nil }
        let later = trail[(start + 1)...]
        guard later.allSatisfy({ $0.kind == .edit && $0.sentence != nil }) else { return nil }
        return Origin(sentence: sentence, edits: later.compactMap(\.sentence))
    }

    /// What was made anew, and what of the edits could not be done again.
    struct Result {
        var draft: Draft
        var lost: [String] = []
    }

    /// Makes the explainer for the canvas of `edited` and says all edits to it, `sentence` last.
    func run(
        _ origin: Origin, _ sentence: String, before: Draft, edited: Draft
    ) async throws -> Result {
        let explaining = ProjectExplaining(project: project, voice: Self.voice(of: before))
        let draft = try await explaining.making(
            origin.sentence, explaining.pictures(of: before), canvas: edited)
        var result = Result(draft: draft)
        for edit in origin.edits + [sentence] {
            let reply = engine.reply(to: edit, draft: result.draft)
            if let next = reply.draft {
                result.draft = next
            } else if edit != sentence, !Self.isOfCanvas(reply.operations) {
                result.lost.append(edit)
            }
        }
        result.draft.metadata.width = edited.metadata.width
        result.draft.metadata.height = edited.metadata.height
        return result
    }

    /// Whether all that was asked is the shape, which the new layout has already.
    private static func isOfCanvas(_ operations: [EditOperation]) -> Bool {
        !operations.isEmpty
            && operations.allSatisfy { operation in
                switch operation {
                case .whole(.aspect), .whole(.resolution), .whole(.size): true
                default: false
                }
            }
    }

    private enum Shape { case wide, square, tall }

    private static func shape(of draft: Draft) -> Shape {
        let ratio =
            Double(draft.metadata.width ?? 1920) / Double(max(draft.metadata.height ?? 1080, 1))
        return ratio > 1.2 ? .wide : ratio < 0.84 ? .tall : .square
    }

    /// The voice that speaks in the draft, as `make --voice` names it.
    private static func voice(of draft: Draft) -> String {
        let spoken = draft.tracks.filter { $0.role == .voice }.flatMap(\.segments)
        guard let identity = spoken.first?.voice else { return spoken.isEmpty ? "none" : "auto" }
        return ["espeak", "hibari"].first { identity.hasPrefix($0) } ?? "auto"
    }
}

extension EditLanguage {
    /// What is said of a layout that was made anew.
    func relaid(edits: Int) -> String {
        switch self {
        case .english:
            edits == 0
                ? "Laid out anew for the new shape"
                : "Laid out anew for the new shape, with \(edits) earlier edit\(edits == 1 ? "" : "s") done again"
        case .chinese:
            edits == 0 ? "已按新画幅重新排版" : "已按新画幅重新排版，之前的 \(edits) 处修改已重做"
        }
    }

    /// What is said of an edit that could not be done again.
    func lost(_ sentence: String) -> String {
        switch self {
        case .english: "\"\(sentence)\" could not be done again on the new layout"
        case .chinese: "新排版上无法重做“\(sentence)”"
        }
    }
}
