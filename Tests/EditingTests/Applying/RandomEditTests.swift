import Planning
import Testing

@testable import Editing

/// Whatever is asked for, what comes out is a draft that can be rendered.
@Suite struct RandomEditTests {
    private let planner = Planner(folder: "/draft", inspector: MaterialInspector())
    private let editor = Editor(material: FakeMaterial())

    @Test(arguments: CorpusDraft.allCases + [.loose])
    func randomOperationsLeaveADraftThatThePlannerTakes(_ name: CorpusDraft) throws {
        let original = try name.read()
        var chance = RandomOperation(random: SeededGenerator(state: 20))
        var done = 0
        for _ in 0..<200 {
            var draft = original
            var history: [EditOperation] = []
            for _ in 0..<5 {
                let operation = chance.operation()
                guard let next = result(of: operation, on: draft) else { continue }
                history.append(operation)
                done += 1
                try check(next, history)
                draft = next
            }
        }
        #expect(done > 400)
    }

    private func result(of operation: EditOperation, on draft: Draft) -> Draft? {
        do {
            return try editor.apply([operation], to: draft)
        } catch {
            return nil
        }
    }

    /// A draft without mirrors, which are brought up to date where the draft is written.
    private static func bare(_ draft: Draft) -> Draft {
        var draft = draft
        for index in draft.tracks.indices {
            for place in draft.tracks[index].segments.indices {
                draft.tracks[index].segments[place].metadata = JSONObject()
            }
        }
        return draft
    }

    private func check(_ draft: Draft, _ history: [EditOperation]) throws {
        let text = draft.text
        do {
            _ = try planner.plan(draft)
            let again = try Draft(parsing: Array(text.utf8))
            #expect(again.text == text, "\(history) does not round-trip")
            let isSame = Self.bare(again) == Self.bare(draft)
            #expect(isSame, "\(history) does not round-trip:\n\(text)")
        } catch {
            let messages = error.issues.map { $0.message(file: "draft.json") }
            Issue.record("\(history): \(messages.joined(separator: "; "))\n\(text)")
            throw error
        }
        let pictures = draft.things(.picture, material: FakeMaterial())
        for (a, b) in zip(pictures, pictures.dropFirst()) where a.end != b.start {
            Issue.record("\(history): \(a.id) and \(b.id) do not touch\n\(text)")
        }
        let ids = draft.tracks.flatMap { $0.segments.map(\.id) }
        #expect(Set(ids).count == ids.count, "\(history): \(ids)")
    }
}
