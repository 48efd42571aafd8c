import Editing
import Foundation
import Planning
import VideoAPI

/// Answers a message: reads the draft, changes it, keeps the change, says what was done.
struct Agent: Sendable {
    /// What an edit session and a generation cost where credits count.
    static let (editCost, generationCost) = (50, 100)

    let store: ServerStore
    let workshop: any Workshop
    let isStrict: Bool
    let charges: EditCharges
    let emit: @Sendable (AgentEvent) -> Void

    func answer(_ message: AgentMessage) async {
        do {
            let text = try await reply(to: message)
            if message.isStreaming { Self.pieces(of: text).forEach { emit(.delta($0)) } }
            emit(.text(text))
        } catch {
            emit(failure(error, message))
        }
    }

    private func reply(to message: AgentMessage) async throws -> String {
        let words = AgentWords(language: EditLanguage(of: message.text))
        let uploads = try store.uploads(of: message.session.id)
        guard let stored = try store.draft(of: message.session.id) else {
            return try await begin(message, uploads, words)
        }
        let draft = try Draft(parsing: Array(stored.text.utf8))
        let engine = EditEngine(material: SessionMaterial(uploads))
        let reply = engine.reply(to: message.text, draft: draft)
        if reply.intent != .edit { return try talk(reply, message, words) }
        if let request = reply.history { return try walk(request, stored, message, words) }
        if let question = reply.question {
            if ExplainingWish.isIn(message.text), !Self.pictures(uploads).isEmpty {
                return try await explain(message, uploads, base: stored.version, words)
            }
            return words.question(question, suggestions: reply.suggestions)
        }
        guard let edited = reply.draft, edited != draft else {
            return words.answer([], summary: reply.summary, suggestions: reply.suggestions)
        }
        return try edit(reply, edited, base: stored.version, message, words)
    }

    /// The first message of a session without a draft.
    private func begin(
        _ message: AgentMessage, _ uploads: [StoredUpload], _ words: AgentWords
    ) async throws -> String {
        let empty = Draft(id: "empty")
        let reply = EditEngine(material: NoMaterial()).reply(to: message.text, draft: empty)
        switch reply.intent {
        case .export, .status: return words.needsDraft
        case .credits, .upload: return try talk(reply, message, words)
        case .edit: break
        }
        guard reply.history == nil else { return words.noStep(true) }
        if let answer = try editPlaced(uploads, message, words) { return answer }
        guard !Self.pictures(uploads).isEmpty else { return words.needsPicture }
        return try await explain(message, uploads, base: 0, words)
    }

    private func talk(
        _ reply: EditReply, _ message: AgentMessage, _ words: AgentWords
    ) throws -> String {
        switch reply.intent {
        case .export: words.export(reply.summary)
        case .credits:
            words.credits(try store.credits(of: message.session.user), isStrict: isStrict)
        case .upload: words.upload
        case .status, .edit:
            words.answer([], summary: reply.summary, suggestions: reply.suggestions)
        }
    }

    func edit(
        _ reply: EditReply, _ edited: Draft, base: Int, _ message: AgentMessage, _ words: AgentWords
    ) throws -> String {
        let session = message.session
        let charge = isStrict && charges.isFirst(session.id) ? Self.editCost : 0
        let version = try paying(charge, session) {
            try tool("edit_multitrack", ["text": .string(message.text)]) {
                try workshop.bringMusic(of: edited, into: store.folder.session(session.id).path)
                return try store.commitDraft(
                    session: session.id, base: base, text: edited.text,
                    sentence: message.text, changes: reply.changes, now: Date()
                ).version
            }
        }
        if charge > 0, version > 0 { charges.note(session.id) }
        return words.answer(
            reply.changes, summary: reply.summary, suggestions: reply.suggestions)
    }

    private func walk(
        _ request: HistoryRequest, _ stored: StoredDraft, _ message: AgentMessage,
        _ words: AgentWords
    ) throws -> String {
        let session = message.session.id
        do {
            _ = try tool("edit_multitrack", ["text": .string(message.text)]) {
                try take(request, stored, message).version
            }
        } catch let error as StoreError where error.kind == .noStep {
            if case .redo = request { return words.noStep(false) }
            return words.noStep(true)
        }
        guard let now = try store.draft(of: session) else { return words.needsDraft }
        let (before, after) = try (Self.draft(stored), Self.draft(now))
        let lines = DraftChanges(from: before, to: after).lines(in: words.language)
        let head =
            switch request {
            case .undo: words.walkedBack
            case .redo: words.walkedOn
            case .startOver: words.startedOver
            }
        return words.answer(
            [head] + lines, summary: TimelineSummary(after).line, suggestions: [])
    }

    private func take(
        _ request: HistoryRequest, _ stored: StoredDraft, _ message: AgentMessage
    ) throws(StoreError) -> DraftCommit {
        let session = message.session.id
        switch request {
        case .undo(let count):
            return try store.walk(
                session: session, by: -count, base: stored.version, sentence: message.text,
                now: Date())
        case .redo(let count):
            return try store.walk(
                session: session, by: count, base: stored.version, sentence: message.text,
                now: Date())
        case .startOver:
            return try store.startOver(
                session: session, base: stored.version, sentence: message.text, now: Date())
        }
    }

    static func draft(_ stored: StoredDraft) throws(DraftError) -> Draft {
        try Draft(parsing: Array(stored.text.utf8))
    }
}
