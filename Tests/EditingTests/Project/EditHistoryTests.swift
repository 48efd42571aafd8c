import Foundation
import Planning
import Testing

@testable import Editing

/// Edits of a project and the way back: random walks against a plain list of texts.
///
/// `EXPLAINER_WALKS=10000` takes more of them than a run of all tests has time for.
@Suite struct EditHistoryTests {
    private static let walks =
        ProcessInfo.processInfo.environment["EXPLAINER_WALKS"].flatMap(Int.init) ?? 60

    private static let drafts = ["story", "narrated", "clips"]

    /// What history must be: texts of the draft in order, and which of them counts.
    private struct Model {
        var texts: [[UInt8]]
        var position = 0
        var current: [UInt8] { texts[position] }

        mutating func add(_ text: [UInt8]) {
            texts = Array(texts[...position]) + [text]
            position += 1
        }
    }

    @Test func undoAndRedoGiveTheExactBytesBack() throws {
        var random = SplitMix(seed: 20_261_129)
        let sentences = EditExamples.english.map(\.sentence) + EditExamples.chinese.map(\.sentence)
        for walk in 0..<Self.walks {
            let name = Self.drafts[walk % Self.drafts.count]
            let place = try ProjectPlace()
            let start = Array(try Corpus.draft(name).text.utf8)
            try place.project.withLock { session in
                _ = try session.commit(start, as: .edit, sentence: "start", changes: [])
                var model = Model(texts: [start])
                for _ in 0..<6 { try step(&session, &model, sentences, &random) }
            }
        }
    }

    private func step(
        _ session: inout ProjectSession, _ model: inout Model, _ sentences: [String],
        _ random: inout SplitMix
    ) throws {
        let count = Int.random(in: 1...3, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where model.position >= count:
            _ = try session.undo(count)
            model.position -= count
        case 1 where model.position + count < model.texts.count:
            _ = try session.redo(count)
            model.position += count
        default:
            let sentence = sentences.randomElement(using: &random) ?? "make it vertical"
            let draft = try Draft(parsing: session.bytes)
            let reply = EditEngine(material: CorpusMaterial()).reply(to: sentence, draft: draft)
            guard let edited = reply.draft else { return }
            let text = Array(edited.text.utf8)
            _ = try session.commit(
                text, as: .edit, sentence: sentence, changes: reply.changes)
            model.add(text)
        }
        #expect(session.bytes == model.current)
        #expect(try session.project.draftBytes() == model.current)
    }
}

/// A small generator whose numbers are the same everywhere.
///
/// It is SplitMix64 (Steele and others, 2014).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
