import Editing
import Foundation
import Planning

/// Asks a language model what a sentence means that the grammar does not understand.
struct Rewording {
    let editor: ProjectEditor
    let rewriter: any SentenceRewriter

    /// Returns what the model's sentences do; `answer`, with a notice, where they are of no use.
    func answer(to sentence: String, after answer: EditAnswer) async throws -> EditAnswer {
        guard let draft = answer.draft else { return answer }
        let rewriter = rewriter
        do {
            let sentences = try await Interruption.stopping {
                try await rewriter.rewrite(sentence, for: draft)
            }
            return try apply(sentences, for: sentence, in: draft, after: answer)
        } catch let error as RewritingError {
            return answer.noticing(error.reason)
        }
    }

    private func apply(
        _ sentences: [String], for sentence: String, in draft: Draft, after answer: EditAnswer
    ) throws -> EditAnswer {
        let engine = try editor.engine()
        // The model may ask for nothing that an edit can't do.
        let areEdits = sentences.allSatisfy { sentence in
            let reply = engine.reply(to: sentence, draft: draft)
            return reply.intent == .edit && reply.history == nil
        }
        guard areEdits else {
            return answer.noticing(
                "The language model answered with something that is no edit; it was not used.")
        }
        let mayRemove = editor.isTrusting
        var result = try editor.apply(sentences, for: sentence) { reply in
            reply.removes && !mayRemove
        }
        let reading = sentences.joined(separator: "; ")
        guard result.reply.question == nil else {
            return answer.noticing(
                "The language model read this as \"\(reading)\", which can't be done.")
        }
        if result.isApplied {
            return result.noticing("The language model read this as: \(reading)")
        }
        result.offer = sentences
        result.reply.draft = nil
        result.reply.changes = []
        result.reply.summary = answer.reply.summary
        result.reply.suggestions = sentences
        result.reply.question = Self.question(reading, answer.language)
        return result
    }

    private static func question(_ reading: String, _ language: EditLanguage) -> String {
        switch language {
        case .english: "The model reads this as: \(reading). Say it so, or use --yes."
        case .chinese: "模型的理解是：\(reading)。请这样说，或者使用 --yes。"
        }
    }
}

extension EditAnswer {
    /// Returns the answer with one more notice.
    func noticing(_ notice: String) -> EditAnswer {
        var answer = self
        answer.notices.append(notice)
        return answer
    }
}

extension EditReply {
    /// Whether something that is there goes.
    fileprivate var removes: Bool {
        operations.contains { operation in
            switch operation {
            case .remove, .cutOut, .order(.keep): true
            default: false
            }
        }
    }
}
