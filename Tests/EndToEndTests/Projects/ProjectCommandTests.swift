import Foundation
import TestSupport
import Testing

/// `new`, `add`, `undo`, `redo` and `history`, and the commands that find their draft themselves.
struct ProjectCommandTests {
    @Test func newProjectIsEmptyAndSaysWhatToDo() throws {
        let project = try ProjectFolder()
        #expect(try project.names() == ["assets", "draft.json", "history", "renders"])
        let show = try project.must("show")
        #expect(show.output == "Timeline (1 track): 1. Video: (empty)\n")
        let render = try project.run("render")
        #expect(render.status == 3)
        #expect(render.errors.contains("Add a picture"))
        #expect(try project.names("renders") == [])
        let again = try project.place.run("new", "my film")
        #expect(again.status == 3)
        #expect(again.errors.contains("is a project already"))
    }

    @Test func addedFilesAreOnTheTimelineAndInTheHistory() throws {
        let project = try ProjectFolder()
        let run = try project.must("add", "../0.png", "../tone.wav", "../1.png")
        #expect(
            run.output == """
                Picture 1: 0.png added (0-5s)
                Picture 2: 1.png added (5-10s)
                Music: tone.wav added (0-10s, 35%, looped)
                Timeline (2 tracks): 1. Video: 2 clips (0-10s) 2. BGM: tone (0-10s, 35%)

                """)
        #expect(run.errors == "")
        #expect(try project.names("assets") == ["0.png", "1.png", "tone.wav"])
        let steps = try project.steps()
        #expect(steps.count == 2)
        #expect(steps[0].hasSuffix("project made"))
        #expect(steps[1].hasPrefix("> 2  ") && steps[1].hasSuffix("  add 0.png, tone.wav, 1.png"))
        #expect(try project.must("check").output.contains("draft.json: good"))
    }

    @Test func undoAndRedoWalkAndSayWhat() throws {
        let project = try ProjectFolder()
        try project.must("add", "../0.png")
        let one = try project.text()
        try project.must("add", "../1.png")
        let two = try project.text()
        let undo = try project.must("undo")
        #expect(
            undo.output == """
                undone: add 1.png (step 3)
                Timeline (1 track): 1. Video: 0 (0-5s)

                """)
        #expect(try project.text() == one)
        let redo = try project.must("redo")
        #expect(redo.output.hasPrefix("done again: add 1.png (step 3)\n"))
        #expect(try project.text() == two)
        try project.must("undo", "2")
        let none = try project.run("undo")
        #expect(none.status == 1)
        #expect(none.errors == "error: there is nothing to undo\n")
        #expect(try project.steps().count == 6)
    }

    @Test func badFilesAreNamedAndNoneIsAdded() throws {
        let project = try ProjectFolder()
        let before = try project.text()
        let run = try project.run("add", "../0.png", "draft.json", "..", "../nowhere.png")
        #expect(run.status == 3)
        #expect(run.output == "")
        #expect(run.errors.contains("draft.json: it is a text"))
        #expect(run.errors.contains("..: this is a folder; name the files in it"))
        #expect(run.errors.contains("../nowhere.png: there is no such file"))
        #expect(run.errors.hasSuffix("nothing was added\n"))
        #expect(try project.text() == before)
        #expect(try project.names("assets") == [])
    }

    @Test func aDraftBrokenByHandIsSaidWithItsPlaceAndTakenBack() throws {
        let project = try ProjectFolder()
        try project.must("add", "../0.png")
        let good = try project.text()
        try project.write("{\n  \"t\": [,]\n}\n")
        for command in ["show", "render", "plan"] {
            let run = try project.run(command)
            #expect(run.status == 3)
            #expect(run.errors.hasPrefix("draft.json:2:9"))
        }
        #expect(try project.must("history").output.contains("changed by hand since"))
        let undo = try project.must("undo")
        #expect(undo.errors.contains("changed by hand; that is step 3 now"))
        #expect(try project.text() == good)
        try project.must("redo")
        #expect(try project.text() == "{\n  \"t\": [,]\n}\n")
    }

    @Test func aDamagedJournalIsNamedAndTheDraftStillShows() throws {
        let project = try ProjectFolder()
        try project.must("add", "../0.png")
        try project.must("add", "../1.png")
        var lines = try project.text("history/journal.jsonl").split(separator: "\n").map(
            String.init)
        lines[1] = "garbage"
        let damaged = lines.joined(separator: "\n") + "\n"
        try project.write(damaged, to: "history/journal.jsonl")
        for arguments in [["history"], ["undo"], ["redo"], ["add", "../2.png"]] {
            let run = try Program.run(arguments, in: project.url)
            #expect(run.status == 3)
            #expect(run.errors.contains("history/journal.jsonl, line 2"))
        }
        #expect(try project.text("history/journal.jsonl") == damaged)
        #expect(try project.must("show").output.contains("2 clips"))
    }

    @Test func draftIsFoundFromTheFolderFromInsideAndByName() throws {
        let project = try ProjectFolder()
        try project.must("add", "../0.png")
        let wanted = "Timeline (1 track): 1. Video: 0 (0-5s)\n"
        let inside = try Program.run(["show"], in: project.url.appending(path: "assets"))
        #expect(inside.output == wanted)
        for arguments in [
            ["show", "my film"], ["show", "my film/"], ["show", "--project", "my film"],
            ["show", "my film/draft.json"],
        ] {
            let run = try Program.run(arguments, in: project.place.folder.url)
            #expect(run.output == wanted, "\(arguments)")
        }
        let check = try project.place.run("check", "my film", "0.png")
        #expect(check.status == 0)
        #expect(check.output.contains("my film/draft.json: good"))
    }

    @Test(arguments: ["show", "render", "plan", "check", "undo", "history"])
    func outsideOfAProjectTheUserIsToldHowToMakeOne(command: String) throws {
        let run = try Workplace().run(command)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.contains("explainer new DIR"))
    }

    @Test func aDraftAndAProjectContradictEachOther() throws {
        let project = try ProjectFolder()
        let run = try project.run("show", "draft.json", "--project", ".")
        #expect(run.status == 2)
        #expect(run.errors.contains("not both"))
    }
}
