import Foundation
package import Planning

/// What is said where an operation can't be done.
package enum EditWording {
    /// Returns the question or statement for `problem`, and sentences that would work.
    ///
    /// It says what stands in the way and what to do; the draft gives the names to choose from.
    package static func question(
        for problem: EditProblem, draft: Draft, language: EditLanguage
    ) -> (question: String, suggestions: [String]) {
        let wording = ProblemWording(draft: draft, words: Phrasing(language: language))
        let answer = wording.answer(to: problem)
        return (answer.text, answer.suggestions)
    }
}

/// The words for problems of one draft.
struct ProblemWording {
    let state: DraftState
    let words: Phrasing

    struct Answer {
        var text: String
        var suggestions: [String] = []
    }

    init(draft: Draft, words: Phrasing) {
        state = DraftState(draft)
        self.words = words
    }

    func answer(to problem: EditProblem) -> Answer {
        switch problem {
        case .none(let reference): none(reference)
        case .noSuch(let reference, let count): noSuch(reference, count: count)
        case .which(let reference, let names): which(reference, names: names)
        case .already(let operation): already(operation)
        case .outOfBounds(let operation, let allowed): outOfBounds(operation, allowed)
        case .narrationGoesOn(let end): narration(until: end)
        case .leavesNothing: leavesNothing
        case .notNeighbors: notNeighbors
        case .unknownLength(let name): unknownLength(name)
        case .noFile(let name): noFile(name)
        case .nothingToChange(let operation): nothingToChange(operation)
        }
    }

    /// Ends `text` with the sentences that would work.
    ///
    /// A sentence with quotes of its own stands behind a colon.
    func saying(_ text: String, _ suggestions: [String]) -> Answer {
        guard !suggestions.isEmpty else { return Answer(text: text) }
        let isPlain = !suggestions.contains { $0.contains(words("\"", "“")) }
        let list = suggestions.map { isPlain ? words("\"\($0)\"", "“\($0)”") : $0 }
            .joined(separator: words(" or ", "或"))
        let tail =
            isPlain ? words(" Say \(list).", "请说\(list)。") : words(" Say: \(list)", "请说：\(list)")
        return Answer(text: text + tail, suggestions: suggestions)
    }

    /// `1. city (0-5 s)  2. robot (5-10 s)`: at most eight.
    func numbered(_ items: [Item], of kind: Reference.Kind) -> String {
        let rows = items.prefix(8).enumerated().map { index, item in
            let name = item.trackKind == .text ? words.quoted(item.name) : item.name
            return "\(index + 1). \(name)" + words.inBrackets(words.span(item.start, item.end))
        }
        return rows.joined(separator: "  ") + (items.count > 8 ? "  …" : "")
    }

    /// The things of a kind, the kinds of many kinds included.
    func items(of kind: Reference.Kind) -> [Item] {
        switch kind {
        case .text: inTime { $0.trackKind == .text }
        case .sound: inTime { $0.trackKind == .audio }
        default: state.items.of(kind)
        }
    }

    private func inTime(_ isMeant: (Item) -> Bool) -> [Item] {
        state.items.all.filter(isMeant).sorted { $0.start < $1.start }
    }
}
