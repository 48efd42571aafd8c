import Planning
import Testing

@testable import Editing

/// What is offered as a sentence is understood.
@Suite struct EditExamplesTests {
    private let engine = EditEngine(material: FakeMaterial())

    private func isUnderstood(_ sentence: String, on draft: Draft) -> String? {
        let reply = engine.reply(to: sentence, draft: draft)
        if reply.intent != .edit || reply.history != nil || reply.draft != nil { return nil }
        return reply.question ?? "no answer"
    }

    @Test(arguments: CorpusDraft.allCases, EditLanguage.allCases)
    func examplesWorkOnDraftsThatHaveWhatTheyNeed(
        name: CorpusDraft, language: EditLanguage
    ) throws {
        let draft = try name.read()
        let state = DraftState(draft)
        for example in EditExamples.all(in: language) {
            guard example.needs.allSatisfy(state.meets) else { continue }
            let fault = isUnderstood(example.sentence, on: draft)
            #expect(fault == nil, "\(example.sentence)")
        }
    }

    @Test(arguments: EditLanguage.allCases)
    func eachExampleFitsOneOfTheDrafts(language: EditLanguage) throws {
        var vertical = try CorpusDraft.story.read()
        (vertical.metadata.width, vertical.metadata.height) = (1080, 1920)
        let drafts = try CorpusDraft.allCases.map { try $0.read() } + [vertical]
        let states = drafts.map(DraftState.init)
        for example in EditExamples.all(in: language) {
            let fits = states.contains { example.needs.allSatisfy($0.meets) }
            #expect(fits, "\(example.sentence)")
        }
    }

    /// Of every kind of text and sound, as they are offered after an edit.
    @Test(arguments: EditLanguage.allCases)
    func nextStepsAreUnderstood(language: EditLanguage) throws {
        var chance = RandomOperation(random: SeededGenerator(state: 11))
        let editor = Editor(material: FakeMaterial())
        for index in 0..<300 {
            let old = try CorpusDraft.allCases[index % 3].read()
            let operation = chance.operation()
            guard let draft = edited(old, operation, by: editor) else { continue }
            for sentence in Suggestions.next(after: [operation], in: draft, language: language) {
                let fault = isUnderstood(sentence, on: draft)
                #expect(fault == nil, "\(sentence) after \(operation)")
            }
        }
    }

    private func edited(
        _ draft: Draft, _ operation: EditOperation, by editor: Editor
    ) -> Draft? {
        do throws(EditProblem) {
            return try editor.apply([operation], to: draft)
        } catch {
            return nil
        }
    }
}
