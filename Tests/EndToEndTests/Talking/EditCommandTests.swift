import Foundation
import TestSupport
import Testing

/// `explainer edit`: one sentence, its answer, and what it leaves alone.
struct EditCommandTests {
    private func project() throws -> ProjectFolder {
        let project = try ProjectFolder()
        try project.must("add", "../0.png", "../1.png")
        return project
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
    }

    @Test func aSentenceChangesTheDraftAndSaysWhat() throws {
        let project = try project()
        let run = try project.must("edit", "make", "it", "vertical,", "every picture 2 s")
        #expect(run.errors == "")
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.contains("1920×1080") && $0.contains("1080×1920") })
        #expect(lines.contains("Timeline (1 track): 1. Video: 2 clips (0-4s)"))
        #expect(lines.last?.hasPrefix("next: ") == true)
        #expect(
            try project.steps().last?.contains("\"make it vertical, every picture 2 s\"") == true)
        let draft = try object(project.text())
        let meta = try #require(draft["m"] as? [String: Any])
        #expect(meta["width"] as? Int == 1080 && meta["height"] as? Int == 1920)
        #expect(try project.must("check").output.contains("draft.json: good"))
    }

    @Test func chineseIsAnsweredInChinese() throws {
        let project = try project()
        let run = try project.must("edit", "竖屏")
        #expect(run.output.hasPrefix("画布：1920×1080 → 1080×1920"))
        #expect(run.output.contains("接下来："))
    }

    @Test func jsonIsOneObjectWithItsKeys() throws {
        let project = try project()
        let before = try project.text()
        for (sentence, isApplied) in [("make it square", true), ("make it flurbish", false)] {
            let run = try project.must("edit", "--json", sentence)
            let answer = try object(run.output)
            #expect(
                answer.keys.sorted() == [
                    "applied", "changes", "intent", "question", "suggestions", "summary",
                ])
            #expect(answer["intent"] as? String == "edit")
            #expect(answer["applied"] as? Bool == isApplied)
            #expect((answer["changes"] as? [String])?.isEmpty == !isApplied)
            #expect((answer["question"] is NSNull) == isApplied)
            #expect((answer["suggestions"] as? [String])?.isEmpty == false)
            #expect((answer["summary"] as? String)?.hasPrefix("Timeline (1 track): ") == true)
        }
        #expect(try project.text() != before)
    }

    @Test(arguments: [
        ("export", "export", "explainer render"), ("status", "status", "explainer show"),
        ("upload", "upload", "explainer add FILE"),
        ("../2.png", "upload", "explainer add ../2.png"),
        ("credits", "credits", "local rendering is free"),
    ])
    func otherWishesNameTheirCommandAndChangeNothing(
        sentence: String, intent: String, words: String
    ) throws {
        let project = try project()
        let before = try FolderState(project.place.folder.url)
        let answer = try object(project.must("edit", "--json", sentence).output)
        #expect(answer["intent"] as? String == intent)
        #expect(answer["applied"] as? Bool == false)
        #expect(answer["question"] is NSNull)
        #expect((answer["suggestions"] as? [String])?.contains { $0.contains(words) } == true)
        let text = try project.must("edit", sentence).output
        #expect(text.contains(intent == "status" ? "Timeline (1 track)" : words))
        #expect(try FolderState(project.place.folder.url) == before)
    }

    @Test func historyIsWalkedByWords() throws {
        let project = try project()
        let first = try project.text()
        try project.must("edit", "make it square")
        try project.must("edit", "every picture 1 s")
        let last = try project.text()
        let undo = try object(project.must("edit", "--json", "undo the last two").output)
        #expect(undo["applied"] as? Bool == true)
        let changes = try #require(undo["changes"] as? [String])
        #expect(changes.contains { $0.contains("1:1 → 16:9") })
        #expect(try project.text() == first)
        try project.must("edit", "重做 2 步")
        #expect(try project.text() == last)
        let none = try project.must("edit", "redo")
        #expect(none.output.hasPrefix("There is nothing to redo."))
    }

    @Test func musicComesWithTheSentence() throws {
        let project = try project()
        try project.must("edit", "lo-fi at 40 %")
        #expect(try project.names("assets") == ["0.png", "1.png", "lo-fi.ogg"])
        let loop = Fixtures.checkout.appending(path: "Music/lo-fi.ogg")
        let copy = project.url.appending(path: "assets/lo-fi.ogg")
        #expect(try Data(contentsOf: copy) == Data(contentsOf: loop))
        #expect(try project.must("check").output.contains("draft.json: good"))
    }

    @Test func twoDashesEndTheOptionsAndAreNoWord() throws {
        let project = try project()
        try project.must("edit", "--", "make it square")
        #expect(try project.steps().last?.hasSuffix("\"make it square\"") == true)
    }

    @Test func standardInputGivesASentence() throws {
        let project = try project()
        let run = try Program.run(
            ["-c", "printf 'make it square\\n' | \"$0\" edit -", Program.path], in: project.url,
            program: "/bin/sh")
        #expect(run.status == 0)
        #expect(run.output.contains("1:1"))
        let bad = try Program.run(
            ["-c", "printf 'a\\377b' | \"$0\" edit -", Program.path], in: project.url,
            program: "/bin/sh")
        #expect(bad.status == 3)
        #expect(bad.errors.contains("not UTF-8"))
    }

    @Test func errorsKeepTheirCodesAndLeaveStandardOutputEmpty() throws {
        let project = try project()
        let outside = try project.place.run("edit", "--json", "make it square")
        #expect(outside.status == 2)
        #expect(outside.output == "")
        #expect(outside.errors.contains("Make one with: explainer new DIR"))
        #expect(try project.run("edit").status == 2)
        #expect(try project.run("edit", "--josn", "title").status == 2)
        #expect(try project.run("edit", "--script-url", "http://localhost:1/v1", "x").status == 2)
        try project.write("{\n  \"t\": [,]\n}\n")
        let broken = try project.run("edit", "--json", "make it square")
        #expect(broken.status == 3)
        #expect(broken.output == "")
        #expect(broken.errors.contains("draft.json:2:9"))
        try project.must("edit", "undo")
        #expect(try project.must("show").output.contains("2 clips"))
    }

    @Test func aModelIsAskedWhereTheGrammarIsLostAndMayRemoveNothingUnasked() throws {
        let project = try project()
        let body =
            #"{"choices":[{"message":{"content":"{\"edits\":[\"remove the last picture\"]}"}}]}"#
        guard let server = try ChatServer.start(body: body) else { return }
        defer { try? server.stop() }
        let model = ["--script-url", server.url.absoluteString, "--script-model", "m"]
        let before = try project.text()
        let ask = try Program.run(
            ["edit", "--json", "that lake thing bores me"] + model, in: project.url)
        let answer = try object(ask.output)
        #expect(answer["applied"] as? Bool == false)
        #expect((answer["question"] as? String)?.contains("remove the last picture") == true)
        #expect(try project.text() == before)
        let yes = try Program.run(
            ["edit", "that lake thing bores me", "--yes"] + model, in: project.url)
        #expect(yes.status == 0)
        #expect(yes.output.contains("Video: 0 (0-5s)"))
    }

    @Test func aModelThatFailsOrWantsMoreIsANotice() throws {
        let project = try project()
        let before = try project.text()
        let body = #"{"choices":[{"message":{"content":"{\"edits\":[\"undo\"]}"}}]}"#
        guard let server = try ChatServer.start(body: body) else { return }
        defer { try? server.stop() }
        for address in [server.url.absoluteString, "http://127.0.0.1:9/v1"] {
            let run = try project.must(
                "edit", "that lake thing bores me", "--script-url", address, "--script-model", "m")
            #expect(run.errors.hasPrefix("notice: The language model"))
            #expect(run.output.contains("Nothing was changed"))
        }
        #expect(try project.text() == before)
    }
}
