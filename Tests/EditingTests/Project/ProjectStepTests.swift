import Foundation
import TestSupport
import Testing

@testable import Editing

/// Steps and walks through them.
@Suite struct ProjectStepTests {
    // Odd spaces: bytes come back, not meanings.
    private let a = #"{ "t":[],"d":1  }"#
    private let b = "{\"t\":[],\n\n\"d\":2}\n"
    private let c = #"{"d":3,"t":[]}"#

    @Test func undoAndRedoBringBackTheExactBytes() throws {
        let place = try ProjectPlace()
        let first = try place.text()
        for text in [a, b, c] { try place.commit(text) }
        try place.undo()
        #expect(try place.text() == b)
        try place.undo(2)
        #expect(try place.text() == first)
        try place.redo(3)
        #expect(try place.text() == c)
    }

    @Test func aStepAfterUndoEndsRedoAndKeepsTheOldDraft() throws {
        let place = try ProjectPlace()
        try place.commit(a)
        try place.undo()
        try place.commit(b)
        #expect(place.error { try place.redo() }?.description == "there is nothing to redo")
        let history = try place.project.readHistory()
        #expect(history.steps.map(\.kind) == [.new, .edit, .undo, .edit])
        #expect(history.steps.map { history.isDropped($0) } == [false, true, false, false])
        #expect(try place.text("history/000002.json") == a)
        try place.undo()
        try place.redo()
        #expect(try place.text() == b)
    }

    @Test func walksBeyondTheEndsChangeNothingAndSayWhatIsPossible() throws {
        let place = try ProjectPlace()
        #expect(place.error { try place.undo() }?.description == "there is nothing to undo")
        try place.commit(a)
        try place.commit(b)
        let journal = try place.text("history/journal.jsonl")
        for count in [3, 0, -1, .max] {
            let error = place.error { try place.undo(count) }
            #expect(error?.kind == .noStep)
            #expect(
                error?.description
                    == "only 2 steps can be undone; nothing was done. Choose a number from 1 to 2.")
        }
        #expect(try place.text() == b)
        #expect(try place.text("history/journal.jsonl") == journal)
    }

    @Test func startOverIsAStepThatCanBeUndone() throws {
        let place = try ProjectPlace()
        let first = try place.text()
        try place.commit(a)
        try place.commit(b)
        try place.project.withLock { try $0.startOver() }
        #expect(try place.text() == first)
        #expect(
            place.error { try place.project.withLock { try $0.startOver() } }?.kind == .noStep)
        try place.undo()
        #expect(try place.text() == b)
        try place.redo()
        #expect(try place.text() == first)
        try place.commit(c)
        try place.undo()
        #expect(try place.text() == first)
    }

    @Test func passedStepsAreToldInTheOrderOfTheWalk() throws {
        let place = try ProjectPlace()
        try place.commit(a, "one")
        try place.commit(b, "two")
        #expect(try place.project.withLock { try $0.undo(2).map(\.sentence) } == ["two", "one"])
        #expect(try place.project.withLock { try $0.redo(2).map(\.sentence) } == ["one", "two"])
    }

    @Test func stepsKeepWordsFilesAndChanges() throws {
        let place = try ProjectPlace()
        let words = "标题改成黄色\nand \"more\" / ok"
        try place.project.withLock {
            try $0.commit(
                Array(a.utf8), as: .add, sentence: words, files: ["猫.png"], changes: ["x", "y"])
        }
        let step = try place.project.readHistory().current
        #expect(step.sentence == words)
        #expect(step.files == ["猫.png"])
        #expect(step.changes == ["x", "y"])
        #expect(abs(step.time.timeIntervalSinceNow) < 3600)
        #expect(try place.text("history/journal.jsonl").split(separator: "\n").count == 2)
    }
}
