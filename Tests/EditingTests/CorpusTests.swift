import Foundation
import Planning
import Testing

@testable import Editing

/// Measures the understanding of sentences against `Corpus`, whose changes are worked out by hand.
///
/// Failing sentences of the `-test` files stay unseen, so that nothing is tuned on them;
/// `EXPLAINER_CORPUS_SHOW_TEST=1` shows them.
@Suite struct CorpusTests {
    private static let showsTest =
        ProcessInfo.processInfo.environment["EXPLAINER_CORPUS_SHOW_TEST"] == "1"

    @Test(arguments: Corpus.names)
    func mostSentencesAreUnderstoodAndNoneChangesWhatItMustNot(name: String) throws {
        let engine = EditEngine(material: CorpusMaterial())
        let entries = try Corpus.entries(name)
        var (wrong, unasked) = (0, 0)
        for entry in entries {
            let base = try Corpus.draft(entry.draft)
            switch try entry.verdict(on: engine.reply(to: entry.sentence, draft: base), base: base)
            {
            case .right: break
            case .wrong(let faults):
                wrong += 1
                show(faults, of: entry, in: name)
            case .unasked(let faults):
                wrong += 1
                unasked += 1
                show(["changes what it must not"] + faults, of: entry, in: name)
            }
        }
        let right = entries.count - wrong
        let share = (1000 * Double(right) / Double(max(entries.count, 1))).rounded() / 10
        print("\(name): \(right) of \(entries.count) right (\(share) %), \(unasked) unasked edits")
        #expect(share >= 95, "\(name): \(share) % of the sentences are right")
        #expect(unasked == 0, "\(name): \(unasked) sentences change what they must not")
    }

    private func show(_ faults: [String], of entry: CorpusEntry, in name: String) {
        let isUnseen = name.hasSuffix("-test")
        guard Self.showsTest || !isUnseen else { return }
        print("\(name): \(entry.draft): \(entry.sentence)")
        for fault in faults { print("    \(fault)") }
    }

    @Test func thereAreSentencesEnoughInBothLanguages() throws {
        for language in ["english", "chinese"] {
            let parts = try ["dev", "test"].map { try Corpus.entries("\(language)-\($0)") }
            #expect(parts[0].count + parts[1].count >= 220)
            let known = Set(parts[0].map { $0.sentence.lowercased() })
            #expect(parts[1].allSatisfy { !known.contains($0.sentence.lowercased()) })
        }
    }

    @Test(arguments: Corpus.names)
    func anUntouchedDraftIsNoAnswerToASentenceThatChangesOne(name: String) throws {
        for entry in try Corpus.entries(name) {
            guard case .change(let diffs) = entry.outcome else { continue }
            let base = try FlatDraft(Corpus.draft(entry.draft))
            for diff in diffs where !diff.isFree {
                #expect(!diff.faults(from: base, to: base).isEmpty, "\(entry.sentence)")
            }
        }
    }
}
