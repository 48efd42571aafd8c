import Foundation
import Planning
import TestSupport
import Testing

@testable import Editing

/// What people, crashes and other processes do to a project.
@Suite struct ProjectSafetyTests {
    private let a = #"{"t":[],"d":1}"#
    private let b = #"{"t":[],"d":2}"#

    @Test func aChangeByHandBecomesAStepBeforeTheNextOne() throws {
        let place = try ProjectPlace()
        try place.commit(a)
        try place.write("nonsense by hand")
        try place.commit(b)
        let history = try place.project.readHistory()
        #expect(history.steps.map(\.kind) == [.new, .edit, .hand, .edit])
        try place.undo()
        #expect(try place.text() == "nonsense by hand")
        try place.undo()
        #expect(try place.text() == a)
    }

    @Test func undoTakesABrokenDraftBack() throws {
        let place = try ProjectPlace()
        try place.commit(a)
        try place.write("{\n  \"t\": [,]\n}")
        let error = place.error { try place.project.withLock { try $0.draft() } }
        #expect(error?.kind == .draft)
        #expect(error?.description.hasPrefix("draft.json:2:9") == true)
        #expect(error?.cure.contains("explainer undo") == true)
        try place.undo()
        #expect(try place.text() == a)
    }

    @Test func aDraftThatIsSavedMeanwhileIsNotReplaced() throws {
        let place = try ProjectPlace()
        let error = place.error {
            try place.project.withLock {
                try place.write(b)
                try $0.commit(Array(a.utf8), as: .edit, changes: [])
            }
        }
        #expect(error?.kind == .changedMeanwhile)
        #expect(try place.text() == b)
        #expect(try place.project.readHistory().steps.map(\.kind) == [.new])
        try place.commit(a)
        try place.undo()
        #expect(try place.text() == b)
        #expect(try place.names("") == ["assets", "draft.json", "history", "renders"])
    }

    @Test func aStepThatEndedBeforeItsLineIsAChangeByHand() throws {
        let place = try ProjectPlace()
        // Snapshot and draft are written, the line is not.
        try place.write(a, to: "history/000002.json")
        try place.write(a)
        try place.commit(b)
        try place.undo()
        #expect(try place.text() == a)
        #expect(try place.project.readHistory().steps.map(\.kind) == [.new, .hand, .edit, .undo])
    }

    @Test func whatAKilledStepLeftBeforeItsDraftIsNoStep() throws {
        let place = try ProjectPlace()
        let first = try place.text()
        try place.write("whole", to: "history/000002.json")
        for name in ["history/.000002.json.new", ".draft.json.new"] {
            try place.write("half", to: name)
            // Rights that a draft may have had.
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o444], ofItemAtPath: place.path(name).path)
        }
        #expect(try place.project.readHistory().steps.map(\.kind) == [.new])
        try place.commit(a)
        #expect(try place.project.readHistory().steps.map(\.kind) == [.new, .edit])
        #expect(try place.text("history/000002.json") == a)
        #expect(try place.names("") == ["assets", "draft.json", "history", "renders"])
        try place.undo()
        #expect(try place.text() == first)
    }

    @Test func aTornLastLineIsIgnoredAndCutOff() throws {
        let place = try ProjectPlace()
        try place.commit(a)
        let whole = try place.text("history/journal.jsonl")
        try place.write(whole + #"{"at":"2025-01-01T00:0"#, to: "history/journal.jsonl")
        #expect(try place.project.readHistory().steps.count == 2)
        try place.commit(b)
        let text = try place.text("history/journal.jsonl")
        #expect(text.hasPrefix(whole) && text.hasSuffix("}\n"))
        #expect(text.split(separator: "\n").count == 3)
    }

    @Test(arguments: [
        "nonsense", "", #"{"n":7,"kind":"edit","at":"2025-01-01T00:00:00Z"}"#,
        #"{"n":2,"kind":"undo","to":9,"at":"2025-01-01T00:00:00Z"}"#,
        #"{"n":2,"kind":"undo","at":"2025-01-01T00:00:00Z"}"#,
        #"{"n":2,"kind":"start-over","to":2,"at":"2025-01-01T00:00:00Z"}"#,
        #"{"n":2,"kind":"edit","at":"yesterday"}"#,
    ])
    func damageInTheMiddleNamesItsLineAndNothingIsWritten(line: String) throws {
        let place = try ProjectPlace()
        try place.commit(a)
        try place.commit(b)
        var lines = try place.text("history/journal.jsonl").split(separator: "\n").map(String.init)
        lines[1] = line
        let damaged = lines.joined(separator: "\n") + "\n"
        try place.write(damaged, to: "history/journal.jsonl")
        try place.write("by hand")
        let error = place.error { try place.undo() }
        #expect(error?.kind == .damaged)
        #expect(error?.place == "history/journal.jsonl, line 2")
        #expect(try place.text("history/journal.jsonl") == damaged)
        #expect(try place.text() == "by hand")
        #expect(try place.names("history").filter { $0.hasSuffix(".json") }.count == 3)
    }

    @Test func anEmptyJournalIsDamage() throws {
        let place = try ProjectPlace()
        try place.write("", to: "history/journal.jsonl")
        #expect(place.error { try place.undo() }?.place == "history/journal.jsonl, line 1")
    }

    @Test func aLostSnapshotIsNamedAndTheDraftStays() throws {
        let place = try ProjectPlace()
        try place.commit(a)
        try place.commit(b)
        try FileManager.default.removeItem(at: place.path("history/000002.json"))
        let error = place.error { try place.undo() }
        #expect(error?.place.hasSuffix("history/000002.json") == true)
        #expect(try place.text() == b)
        try place.undo(2)
        try place.redo(2)
        #expect(try place.text() == b)
    }

    @Test func theLockIsWaitedForAndThenGivenUp() throws {
        let place = try ProjectPlace()
        var waits = 0
        let error = place.error {
            try place.project.withLock { _ in
                try place.project.withLock(wait: .milliseconds(100), onWait: { waits += 1 }) { _ in
                }
            }
        }
        #expect(error?.kind == .busy)
        #expect(waits == 1)
        try place.commit(a)
    }

    @Test func aDraftKeepsTheRightsOfItsFile() throws {
        let place = try ProjectPlace()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: place.path("draft.json").path)
        try place.commit(a)
        let facts = try FileManager.default.attributesOfItem(atPath: place.path("draft.json").path)
        #expect(facts[.posixPermissions] as? Int == 0o600)
    }
}
