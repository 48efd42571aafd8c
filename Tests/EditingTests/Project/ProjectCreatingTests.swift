import Foundation
import Planning
import TestSupport
import Testing

@testable import Editing

@Suite struct ProjectCreatingTests {
    @Test func newProjectHasAnEmptyPictureTrackAndOneStep() throws {
        let place = try ProjectPlace()
        let draft = try Draft(parsing: Array(place.text().utf8))
        #expect(TimelineSummary(draft).line == "Timeline (1 track): 1. Video: (empty)")
        #expect(draft.notices.isEmpty)
        #expect(try place.names("") == ["assets", "draft.json", "history", "renders"])
        #expect(try place.names("history") == ["000001.json", "journal.jsonl", "lock"])
        #expect(try place.text("history/000001.json") == place.text())
        let lines = try place.text("history/journal.jsonl").split(separator: "\n")
        #expect(lines.count == 1)
        #expect(lines[0].contains(#""kind":"new""#) && lines[0].contains(#""n":1"#))
    }

    @Test func aFolderWithFilesKeepsThem() throws {
        let folder = try TemporaryFolder()
        try Data("mine".utf8).write(to: folder.url.appending(path: "notes.txt"))
        let project = try Project.create(at: folder.url)
        #expect(
            try String(contentsOf: folder.url.appending(path: "notes.txt"), encoding: .utf8)
                == "mine")
        #expect(Project.isProject(project.folder))
    }

    @Test func aDraftThatIsThereBecomesTheFirst() throws {
        let folder = try TemporaryFolder()
        let text = #"{"t":[], "d": 700}"#
        try Data(text.utf8).write(to: folder.url.appending(path: "draft.json"))
        let project = try Project.create(at: folder.url)
        #expect(try project.draftBytes() == Array(text.utf8))
        #expect(try project.readHistory().steps.count == 1)
    }

    @Test func aBrokenDraftIsRefusedWithItsPlaceAndTheFolderStaysAsItIs() throws {
        let folder = try TemporaryFolder()
        try Data("{\n \"t\": nonsense}".utf8).write(to: folder.url.appending(path: "draft.json"))
        let error = #expect(throws: ProjectError.self) { try Project.create(at: folder.url) }
        #expect(error?.kind == .occupied)
        #expect(error?.description.contains("draft.json:2:7") == true)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["draft.json"])
    }

    @Test func aProjectIsRefused() throws {
        let place = try ProjectPlace()
        let before = try place.text("history/journal.jsonl")
        let error = #expect(throws: ProjectError.self) {
            try Project.create(at: place.project.folder)
        }
        #expect(error?.kind == .occupied)
        #expect(try place.text("history/journal.jsonl") == before)
    }

    @Test func anEarlierHistoryIsNeverOverwritten() throws {
        let place = try ProjectPlace()
        try place.commit(#"{"t":[],"d":100}"#)
        try FileManager.default.removeItem(at: place.path("history/journal.jsonl"))
        let error = #expect(throws: ProjectError.self) { try Project.create(at: place.folder.url) }
        #expect(error?.cure == "Rename this folder, then try again.")
        #expect(try place.text("history/000002.json") == #"{"t":[],"d":100}"#)
    }

    @Test func anInterruptedStartCanBeRepeated() throws {
        let place = try ProjectPlace()
        try FileManager.default.removeItem(at: place.path("history/journal.jsonl"))
        let project = try Project.create(at: place.folder.url)
        #expect(try project.readHistory().steps.map(\.number) == [1])
    }

    @Test func aProjectIsFoundFromFoldersInsideIt() throws {
        let place = try ProjectPlace()
        let inner = place.path("assets/deep/deeper")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        #expect(Project.find(from: inner) == place.project)
        #expect(Project.find(from: place.folder.url) == place.project)
        let elsewhere = try TemporaryFolder()
        #expect(Project.find(from: elsewhere.url) == nil)
        try FileManager.default.removeItem(at: place.path("draft.json"))
        #expect(Project.find(from: inner) == nil)
    }
}
