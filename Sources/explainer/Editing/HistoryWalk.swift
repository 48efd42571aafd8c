import Editing
import Planning

/// A walk through the history that a sentence asks for, and the answer to it.
struct HistoryWalk {
    private var answer: EditAnswer
    private let words: HistoryWording

    /// `answer` holds the draft before the walk.
    init(_ answer: EditAnswer) {
        self.answer = answer
        words = HistoryWording(language: answer.language)
    }

    /// Walks, and returns what that changed; a question where there is no such step.
    func run(in session: inout ProjectSession) throws -> EditAnswer {
        guard let request = answer.reply.history else { return answer }
        let possible = request.isBack ? session.history.undoCount : session.history.redoCount
        do {
            try session.walk(request)
        } catch let error as ProjectError {
            return try refused(request, possible, error)
        }
        let number = session.history.current.number
        do {
            return walked(request, number, to: try session.draft())
        } catch {
            return lost(request, number, error)
        }
    }

    private func refused(
        _ request: HistoryRequest, _ possible: Int, _ error: ProjectError
    ) throws -> EditAnswer {
        guard error.kind == .noStep else { throw error }
        var answer = answer
        answer.reply.question = words.refusal(of: request, possible: possible)
        return answer
    }

    private func walked(
        _ request: HistoryRequest, _ number: Int, to draft: Draft
    ) -> EditAnswer {
        var answer = answer
        let changes = self.answer.draft.map {
            DraftChanges(from: $0, to: draft).lines(in: answer.language)
        }
        let next = Suggestions.next(after: [], in: draft, language: answer.language)
        (answer.isApplied, answer.draft) = (true, draft)
        answer.reply.summary = TimelineSummary(draft).line
        answer.reply.changes = changes ?? []
        if answer.reply.changes.isEmpty { answer.reply.changes = [words.walked(to: number)] }
        let steps = [words.next(after: request)] + next.filter { $0 != words.next(after: request) }
        answer.reply.suggestions = Array(steps.prefix(2))
        return answer
    }

    /// The draft that was walked to can't be read.
    private func lost(
        _ request: HistoryRequest, _ number: Int, _ error: ProjectError
    ) -> EditAnswer {
        var answer = answer
        (answer.isApplied, answer.draft) = (true, nil)
        answer.reply.changes = [words.walked(to: number)]
        answer.reply.suggestions = [words.next(after: request)]
        return answer.noticing(error.description)
    }
}

extension ProjectSession {
    /// Takes the walk that a sentence asks for.
    fileprivate mutating func walk(_ request: HistoryRequest) throws {
        switch request {
        case .undo(let count): try undo(count)
        case .redo(let count): try redo(count)
        case .startOver: try startOver()
        }
    }
}

extension HistoryRequest {
    fileprivate var isBack: Bool { if case .redo = self { false } else { true } }
}
