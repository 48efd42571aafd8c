import Foundation
package import Planning

/// Turns sentences into edits: sentence → operations → draft → what changed, in words.
///
/// Pure: it opens no file and changes nothing but the draft that it returns. All of a sentence is done
/// or none of it.
package struct EditEngine {
    private let material: any EditMaterial

    package init(material: any EditMaterial) { self.material = material }

    /// Returns what `sentence` does to `draft`.
    ///
    /// The sentence is English or Chinese, as docs/edit.md describes it; `isPath` tells whether a
    /// text names a file, which makes it an upload.
    package func reply(
        to sentence: String, draft: Draft, isPath: (String) -> Bool = { _ in false }
    ) -> EditReply {
        let language = EditLanguage(of: sentence)
        let intent = IntentReader.read(sentence, isPath: isPath)
        var reply = EditReply(intent: intent, summary: TimelineSummary(draft).line)
        guard intent == .edit else {
            reply.suggestions = Suggestions.next(after: [], in: draft, language: language)
            return reply
        }
        read(sentence, draft, language, into: &reply)
        return reply
    }

    /// Returns what several sentences of the grammar, together one wish, do to `draft`.
    package func reply(toAll sentences: [String], draft: Draft, language: EditLanguage) -> EditReply
    {
        var reply = EditReply(intent: .edit, summary: TimelineSummary(draft).line)
        var operations: [EditOperation] = []
        for sentence in sentences {
            let tokens = tokens(of: sentence, draft)
            let reading = SentenceReader.read(tokens, scene: scene(draft))
            guard reading.isWhole else {
                ask(about: reading, sentence, draft, language, in: &reply)
                return reply
            }
            operations += reading.operations
        }
        apply(operations, to: draft, language, into: &reply)
        return reply
    }

    /// Returns what operations that were read before do to `draft`.
    func reply(doing operations: [EditOperation], draft: Draft, language: EditLanguage) -> EditReply
    {
        var reply = EditReply(intent: .edit, summary: TimelineSummary(draft).line)
        apply(operations, to: draft, language, into: &reply)
        return reply
    }

    private func read(
        _ sentence: String, _ draft: Draft, _ language: EditLanguage, into reply: inout EditReply
    ) {
        guard sentence.count <= Lexer.longest else {
            reply.question = ReadingWording.tooLong(language)
            reply.suggestions = Suggestions.nearest(to: "", in: draft, language: language)
            return
        }
        let tokens = tokens(of: sentence, draft)
        if let request = HistoryReader.read(tokens) {
            reply.history = request
            return
        }
        guard !Question.isOne(sentence, tokens) else {
            reply.question = ReadingWording.noEdit(language)
            reply.suggestions = Suggestions.nearest(to: sentence, in: draft, language: language)
            return
        }
        let reading = SentenceReader.read(tokens, scene: scene(draft))
        guard reading.isWhole else {
            return ask(about: reading, sentence, draft, language, in: &reply)
        }
        apply(reading.operations, to: draft, language, into: &reply)
    }

    private func tokens(of sentence: String, _ draft: Draft) -> [Token] {
        Lexer.tokens(of: sentence, names: NameTable(draft: draft, files: material.files))
    }

    private func scene(_ draft: Draft) -> Scene { Scene(draft, material: material) }

    private func ask(
        about reading: Reading, _ sentence: String, _ draft: Draft, _ language: EditLanguage,
        in reply: inout EditReply
    ) {
        reply.operations = reading.operations
        reply.question = ReadingWording.question(reading, language)
        let strange = reading.strange.map(\.part).joined(separator: " ")
        reply.suggestions = Suggestions.nearest(
            to: strange.isEmpty ? sentence : strange, in: draft, language: language)
    }

    private func apply(
        _ operations: [EditOperation], to draft: Draft, _ language: EditLanguage,
        into reply: inout EditReply
    ) {
        reply.operations = operations
        do {
            let edited = try Editor(material: material).apply(operations, to: draft)
            reply.changes = DraftChanges(from: draft, to: edited).lines(in: language)
            reply.draft = edited
            reply.summary = TimelineSummary(edited).line
            reply.suggestions = Suggestions.next(after: operations, in: edited, language: language)
        } catch {
            let answer = EditWording.question(for: error, draft: draft, language: language)
            (reply.question, reply.suggestions) = (answer.question, answer.suggestions)
        }
    }
}
