import Foundation
import Planning
import TestSupport
import Testing

/// `explainer chat` through a pipe: each line does what it asks for.
struct ChatTests {
    /// Says `lines` in the project's folder.
    private func chat(_ lines: [String], in project: ProjectFolder) throws -> Program.Run {
        try project.write(lines.joined(separator: "\n") + "\n", to: "lines.txt")
        defer { try? FileManager.default.removeItem(at: project.url.appending(path: "lines.txt")) }
        return try Program.run(
            ["-c", "\"$0\" chat --voice none < lines.txt", Program.path], in: project.url,
            program: "/bin/sh")
    }

    @Test func aFilmIsMadeByWords() throws {
        let project = try ProjectFolder()
        let run = try chat(
            [
                "status", "../0.png", "../1.png '../tone.wav'", "make it 320x180, at 10 fps",
                "every picture 0.5 s", "status", "export", "quit", "make it square",
            ], in: project)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.output.contains("Picture 1: 0.png added (0-5s)"))
        #expect(run.output.contains("Music: tone.wav added"))
        #expect(run.output.contains("  320x180, 10 fps, 1 s\n"))
        #expect(run.output.contains("renders/my film-1.mp4\n320x180, 10 fps, 10 frames"))
        #expect(try project.names("renders") == ["my film-1.json", "my film-1.mp4"])
        // What follows "quit" is not said any more.
        #expect(try project.steps().count == 5)
        #expect(!run.output.unicodeScalars.contains("\u{1B}"))
        #expect(try !project.names("history").contains("chat.txt"))
    }

    @Test func numbersTakeSuggestionsAndAnswerQuestions() throws {
        let project = try ProjectFolder()
        try project.must("add", "../0.png", "../1.png")
        try project.must(
            "edit", "add a title \"One\" from 0 to 2 s, add a title \"Two\" from 3 to 5 s")
        let run = try chat(
            [
                "change the title to \"Three\"", "the second one", "change the title to \"Four\"",
                "1",
                "make it flurbish", "1", "17", "y",
            ], in: project)
        let draft = try project.text()
        #expect(draft.contains("\"Three\"") && draft.contains("\"Four\""))
        #expect(!draft.contains("\"One\"") && !draft.contains("\"Two\""))
        #expect(run.output.contains("There is no such suggestion."))
        #expect(run.output.contains("Nothing waits for an answer."))
        #expect(run.status == 0)
    }

    @Test func anExplainerBecomesTheDraftAndIsAskedForWhereThereIsMore() throws {
        let project = try ProjectFolder()
        let nothing = try chat(["explain what an AI image is"], in: project)
        #expect(nothing.output.hasPrefix("There is no picture to explain yet."))
        try project.must("add", "../0.png")
        try project.must("edit", "make it 320x180, at 10 fps")
        let made = try chat(["explain what an AI image is and how it was created"], in: project)
        #expect(made.errors == "")
        #expect(made.output.contains("Captions: "))
        let draft = try project.text()
        #expect(draft.contains("assets/0.png") && draft.contains("\"width\": 320"))
        #expect(try project.must("check").output.contains("320x180"))
        #expect(try project.names("renders") == [])
        let no = try chat(["讲解这张图", "n", "explain it", "make it square"], in: project)
        #expect(no.output.contains("(y/n)") && no.output.contains("什么都没有改。"))
        #expect(no.output.contains("1:1"))
        let yes = try chat(["讲解这张图", "y"], in: project)
        #expect(yes.output.contains("正在生成讲解"))
        #expect(try project.text() != draft)
    }

    @Test func anExplainerOfAnotherShapeIsLaidOutAnewWithItsEdits() throws {
        let project = try ProjectFolder()
        try project.must("add", "../0.png")
        try project.must("edit", "make it 320x180, at 10 fps")
        _ = try chat(
            ["explain what an AI image is and how it was created", "title in yellow"], in: project)
        let wide = try Draft(parsing: Array(project.text().utf8))
        let run = try project.must("edit", "make it vertical, captions bigger")
        #expect(
            run.output.contains("Laid out anew for the new shape, with 1 earlier edit done again"))
        let tall = try Draft(parsing: Array(project.text().utf8))
        #expect(tall.metadata.width == 180 && tall.metadata.height == 320)
        let (before, after) = (try title(of: wide), try title(of: tall))
        #expect(after.style?.color == Color(red: 255, green: 255, blue: 0))
        #expect(
            before.text?.split(whereSeparator: \.isWhitespace)
                == after.text?.split(whereSeparator: \.isWhitespace))
        // Composed for the canvas: the words take more of a narrow one.
        #expect(try #require(after.width) > #require(before.width) * 1.2)
        try project.must("undo")
        #expect(try Draft(parsing: Array(project.text().utf8)) == wide)
        // What a person wrote is not made anew.
        try project.write(project.text() + " ", to: "draft.json")
        #expect(!(try project.must("edit", "make it square").output.contains("Laid out anew")))
    }

    private func title(of draft: Draft) throws -> Draft.Segment {
        try #require(draft.tracks.flatMap(\.segments).first { $0.name == "title" })
    }

    @Test func errorsAreSaidAndTheChatGoesOn() throws {
        let project = try ProjectFolder()
        let run = try chat(
            ["../nowhere.png", "export", "../0.png", "credits", "help"], in: project)
        #expect(run.status == 0)
        #expect(run.errors.contains("../nowhere.png: there is no such file"))
        #expect(run.output.contains("The timeline is empty."))
        #expect(run.output.contains("Picture 1: 0.png added (0-5s)"))
        #expect(run.output.contains("local rendering is free"))
        #expect(run.output.contains("show frame at 3 s"))
        let outside = try project.place.run("chat")
        #expect(outside.status == 2)
        #expect(outside.errors.contains("Make one with: explainer new DIR"))
    }

    @Test func linesThatAreNoTextEndNothing() throws {
        let project = try ProjectFolder()
        try project.must("add", "../0.png")
        let run = try Program.run(
            ["-c", "printf 'a\\377b\\0\\n\\033[31m\\nmake it square' | \"$0\" chat", Program.path],
            in: project.url, program: "/bin/sh")
        #expect(run.status == 0)
        #expect(run.output.contains("1:1"))
    }

    @Test func aModelsReadingThatRemovesIsAskedForFirst() throws {
        let project = try ProjectFolder()
        try project.must("add", "../0.png", "../1.png")
        let before = try project.text()
        let body =
            #"{"choices":[{"message":{"content":"{\"edits\":[\"remove the last picture\"]}"}}]}"#
        guard let server = try ChatServer.start(body: body) else { return }
        defer { try? server.stop() }
        func chat(_ lines: String) throws -> Program.Run {
            try Program.run(
                [
                    "-c", "printf '\(lines)' | \"$0\" chat --script-url \"$1\" --script-model m",
                    Program.path, server.url.absoluteString,
                ], in: project.url, program: "/bin/sh")
        }
        let no = try chat("that lake thing bores me\\nn\\n")
        #expect(no.output.hasPrefix("The model reads this as: remove the last picture. Shall I"))
        #expect(no.output.contains("Nothing was changed."))
        #expect(try project.text() == before)
        let yes = try chat("that lake thing bores me\\ny\\n")
        #expect(yes.output.contains("Timeline (1 track): 1. Video: 0 (0-5s)"))
    }
}
