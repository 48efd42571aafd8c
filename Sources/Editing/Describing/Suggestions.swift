import Foundation
package import Planning

/// Sentences that can be typed next.
package enum Suggestions {
    /// Returns two next steps that fit the draft and what was just done.
    ///
    /// The first one goes on with the last operation where there is something to go on with; the
    /// others bring what the draft lacks. Nothing is said that is so already.
    package static func next(
        after operations: [EditOperation], in draft: Draft, language: EditLanguage
    ) -> [String] {
        let state = DraftState(draft)
        let further = operations.last.flatMap { sequel(to: $0, state) }
        let all = [further].compactMap { $0 } + lacks(state) + [.export, .undo, .status]
        var sentences: [String] = []
        for step in all {
            let sentence = step.sentence(in: language, for: draft)
            if !sentences.contains(sentence) { sentences.append(sentence) }
        }
        return Array(sentences.prefix(2))
    }

    /// What the draft could have and does not, what helps most first.
    private static func lacks(_ state: DraftState) -> [NextStep] {
        let pictures = state.count(.picture)
        guard pictures > 0 else { return [] }
        var steps: [NextStep] = []
        if pictures > 1, state.draft.transitions.isEmpty { steps.append(.crossfade) }
        if state.count(.music) == 0 { steps.append(.addMusic) }
        if state.musicStops { steps.append(.fadeOutMusic) }
        if state.hasStanding, !state.hasMovement { steps.append(.zoomIn) }
        if state.count(.title) == 0 { steps.append(.addTitle) }
        return steps
    }

    /// What goes with an operation; nil where nothing does, or the draft is so already.
    private static func sequel(to operation: EditOperation, _ state: DraftState) -> NextStep? {
        switch operation {
        case .text(let reference, let change): sequel(to: change, of: reference.kind, state)
        case .addText(let text) where state.count(text.kind) > 0: .bigger(text.kind)
        case .transition where !state.draft.transitions.isEmpty: .longerTransitions
        case .picture(_, .move(.preset)) where state.hasMovement: .slowerZoom
        case .music where state.musicStops: .fadeOutMusic
        case .music where state.count(.music) > 0: .quieterMusic
        case .sound(let reference, .volume) where reference.kind == .music && state.musicStops:
            .fadeOutMusic
        case .whole(.aspect) where state.isVertical && state.count(.caption) > 0:
            .bigger(.caption)
        case .whole(.theme) where state.count(.title) > 0: .bigger(.title)
        default: nil
        }
    }

    private static func sequel(
        to change: TextChange, of kind: Reference.Kind, _ state: DraftState
    ) -> NextStep? {
        guard state.count(kind) > 0 else { return nil }
        return switch change {
        case .size, .weight: .outline(kind)
        case .color, .font, .words, .replace: .bigger(kind)
        default: nil
        }
    }
}
