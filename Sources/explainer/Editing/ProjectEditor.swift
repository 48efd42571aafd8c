import Editing
import Foundation
import Planning

/// Edits a project by sentences: reads, changes, checks and keeps its draft, under its lock.
struct ProjectEditor {
    let project: Project

    /// What is asked where the grammar does not understand a sentence.
    var rewriter: (any SentenceRewriter)?

    /// Whether a rewriter's reading may remove things unasked.
    var isTrusting = false

    init(_ project: Project) { self.project = project }

    /// Does what `sentence` asks for, or returns the question that it leaves; other wishes than
    /// edits are told by the answer's intent and change nothing.
    ///
    /// - Throws: `ProjectError`, `Failure`, `CancellationError`.
    func answer(to sentence: String) async throws -> EditAnswer {
        if let answer = try await relaid(sentence) { return answer }
        let answer = try project.changing { try edit(sentence, in: &$0) }
        guard let rewriter, isStrange(answer), sentence.count <= Self.longestReworded else {
            return answer
        }
        return try await Rewording(editor: self, rewriter: rewriter).answer(
            to: sentence, after: answer)
    }

    /// Does what all of `sentences` ask for, which stand for `sentence`.
    ///
    /// - Throws: as `answer(to:)`.
    func apply(
        _ sentences: [String], for sentence: String,
        unless isRefused: (EditReply) -> Bool = { _ in false }
    ) throws -> EditAnswer {
        let language = EditLanguage(of: sentence)
        return try apply(for: sentence, unless: isRefused) { engine, draft in
            engine.reply(toAll: sentences, draft: draft, language: language)
        }
    }

    /// Does what `reply` returns for the draft, unless that is refused.
    func apply(
        for sentence: String, unless isRefused: (EditReply) -> Bool = { _ in false },
        reply: (EditEngine, Draft) -> EditReply
    ) throws -> EditAnswer {
        try project.changing { session in
            let draft = try session.draft()
            let reply = reply(try engine(), draft)
            let answer = EditAnswer(reply, EditLanguage(of: sentence), draft: draft)
            return isRefused(reply) ? answer : try keep(answer, sentence, in: &session)
        }
    }

    /// Longer ones are not sent to a model, which would get them cut off.
    private static let longestReworded = 2000

    private func isStrange(_ answer: EditAnswer) -> Bool {
        answer.reply.intent == .edit && answer.reply.question != nil && answer.reply.history == nil
    }

    func engine() throws -> EditEngine {
        EditEngine(material: try ProjectMaterial(project) { ProjectMedia(lookingAt: $0) })
    }

    // MARK: - Another shape of an explainer

    /// Does what `sentence` asks for where that gives an explainer another shape; else nil.
    ///
    /// Voice and layout take seconds: they are made before the lock is taken, and thrown away where the
    /// draft has changed since.
    private func relaid(_ sentence: String) async throws -> EditAnswer? {
        let bytes = try project.draftBytes()
        let before: Draft
        do {
            before = try Draft(parsing: bytes)
        } catch {
            return nil  // The usual way says what is wrong.
        }
        let (engine, language) = (try engine(), EditLanguage(of: sentence))
        var reply = engine.reply(to: sentence, draft: before, isPath: SentencePath.isFile)
        let relayout = Relayout(project: project, engine: engine)
        let history = try project.readHistory()
        guard let edited = reply.draft, try !project.isChangedByHand(since: history),
            let origin = relayout.origin(of: reply, before: before, history)
        else { return nil }
        let result = try await relayout.run(origin, sentence, before: before, edited: edited)
        reply.draft = result.draft
        reply.changes.append(language.relaid(edits: origin.edits.count - result.lost.count))
        reply.summary = TimelineSummary(result.draft).line
        var answer = EditAnswer(reply, language, draft: before)
        answer.notices += result.lost.map(language.lost)
        return try project.changing { session in
            session.bytes == bytes ? try keep(answer, sentence, in: &session) : nil
        }
    }

    // MARK: - Under the lock

    private func edit(
        _ sentence: String, in session: inout ProjectSession
    ) throws -> EditAnswer {
        let (engine, language) = (try engine(), EditLanguage(of: sentence))
        let draft: Draft
        do {
            draft = try session.draft()
        } catch {
            // A draft that can't be read can still be left behind.
            let reply = engine.reply(to: sentence, draft: Draft(id: ""))
            guard reply.history != nil else { throw error }
            return try HistoryWalk(EditAnswer(reply, language, draft: nil)).run(in: &session)
        }
        let reply = engine.reply(to: sentence, draft: draft, isPath: SentencePath.isFile)
        let answer = EditAnswer(reply, language, draft: draft)
        guard reply.history == nil else { return try HistoryWalk(answer).run(in: &session) }
        return try keep(answer, sentence, in: &session)
    }

    /// Makes the reply's draft that of the project.
    private func keep(
        _ answer: EditAnswer, _ sentence: String, in session: inout ProjectSession
    ) throws -> EditAnswer {
        guard let draft = answer.reply.draft else { return answer }
        let (bytes, changes) = (Array(draft.text.utf8), answer.reply.changes)
        try MissingLoops(of: draft, in: project).supplied {
            try EditedDraftCheck(project: project).check(bytes, against: session.bytes)
            try session.commit(bytes, as: .edit, sentence: sentence, changes: changes)
        }
        var answer = answer
        (answer.isApplied, answer.draft) = (true, draft)
        return answer
    }
}
