import Editing
import Foundation
import Planning
import VideoAPI

extension Agent {
    static func pictures(_ uploads: [StoredUpload]) -> [StoredUpload] {
        uploads.filter { $0.facts.kind == .image }
    }

    func explain(
        _ message: AgentMessage, _ uploads: [StoredUpload], base: Int, _ words: AgentWords
    ) async throws -> String {
        let session = message.session
        let folder = store.folder.session(session.id).path
        let pictures = Self.pictures(uploads).map { folder + "/" + $0.source }
        let name = "generate_video"
        let id = announce(name, ["text": .string(message.text)])
        let held = try hold(isStrict ? Self.generationCost : 0, session)
        do {
            let emit = emit
            let draft = try await workshop.explain(
                message.text, pictures: pictures, in: folder
            ) { emit(.progress($0)) }
            let commit = try store.commitDraft(
                session: session.id, base: base, text: draft.text, sentence: message.text,
                changes: [words.made], now: Date())
            if let held { try store.settle(held) }
            conclude(name, id, version: commit.version)
            return words.answer(
                [words.made], summary: TimelineSummary(draft).line,
                suggestions: EditEngine(material: SessionMaterial(uploads))
                    .reply(to: "status", draft: draft).suggestions)
        } catch {
            if let held { try store.release(held) }
            conclude(name, id, version: nil)
            throw error
        }
    }

    /// Runs `work` between the events of a tool; its result is the draft's new version.
    func tool(
        _ name: String, _ arguments: KeyValuePairs<String, JSONValue?>, _ work: () throws -> Int
    ) throws -> Int {
        let id = announce(name, arguments)
        do {
            let version = try work()
            conclude(name, id, version: version)
            return version
        } catch {
            conclude(name, id, version: nil)
            throw error
        }
    }

    /// Runs `work` for so many credits, which are free again where it fails.
    func paying<Value>(
        _ amount: Int, _ session: StoredSession, _ work: () throws -> Value
    ) throws -> Value {
        guard let held = try hold(amount, session) else { return try work() }
        do {
            let value = try work()
            try store.settle(held)
            return value
        } catch {
            try store.release(held)
            throw error
        }
    }

    private func hold(_ amount: Int, _ session: StoredSession) throws(StoreError) -> String? {
        amount == 0 ? nil : try store.reserve(amount, of: session.user)
    }

    private func announce(
        _ name: String, _ arguments: KeyValuePairs<String, JSONValue?>
    ) -> String {
        let id = "adk-" + UUID().uuidString.lowercased()
        emit(.call(id: id, name: name, arguments: .of(arguments)))
        return id
    }

    private func conclude(_ name: String, _ id: String, version: Int?) {
        let response = JSONObject.of([
            "status": .string(version == nil ? "error" : "success")
        ])
        emit(.result(id: id, name: name, response: response, version: version))
    }

    func failure(_ error: any Error, _ message: AgentMessage) -> AgentEvent {
        let words = AgentWords(language: EditLanguage(of: message.text))
        if let error = error as? StoreError, error.kind == .noCredits {
            return .failure(
                code: APICode.noCredits.rawValue, message: words.noCredits,
                bindID: message.session.user)
        }
        let detail = PublicWords.of(error, hiding: store.folder.root)
        return .failure(
            code: APICode.failed.rawValue,
            message: detail.map { words.failed + " " + $0 } ?? words.failed, bindID: nil)
    }

    /// A text in pieces of a few words, which together are the text.
    static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for character in text {
            piece.append(character)
            if piece.count >= 24, character.isWhitespace || piece.count >= 48 {
                pieces.append(piece)
                piece = ""
            }
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }
}
