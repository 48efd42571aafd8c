import Planning
import Testing

@testable import Editing

/// The line editor: history, completion, leaving.
struct LineEditorTests {
    private func type(_ text: String, in editor: inout LineEditor) {
        for character in text { _ = editor.take(.text(String(character))) }
    }

    @Test func enterGivesTheLineAndRemembersIt() {
        var editor = LineEditor(history: LineHistory(["old"]))
        type("new", in: &editor)
        #expect(editor.take(.enter) == .line("new"))
        #expect(editor.buffer.isEmpty)
        #expect(editor.history.lines == ["old", "new"])
    }

    @Test func upAndDownWalkAndComeBackToTheLineThatWasBegun() {
        var editor = LineEditor(history: LineHistory(["one", "two"]))
        type("thr", in: &editor)
        var seen: [String] = []
        for key in [Key.up, .up, .up, .down, .down, .down] {
            _ = editor.take(key)
            seen.append(editor.buffer.text)
        }
        #expect(seen == ["two", "one", "one", "two", "thr", "thr"])
    }

    @Test func historyKeepsTheLast500AndNoLineTwiceInARow() {
        var history = LineHistory((0..<600).map(String.init))
        #expect(history.lines.first == "100")
        history.add("599")
        #expect(history.lines.count == 500)
        history.add("600")
        #expect(history.lines.count == 500 && history.lines.first == "101")
    }

    @Test func ctrlCDropsTheLineAndTwiceLeaves() {
        var editor = LineEditor()
        type("ab", in: &editor)
        #expect(editor.take(.interrupt) == .dropped)
        #expect(editor.buffer.isEmpty)
        type("c", in: &editor)
        #expect(editor.take(.interrupt) == .dropped)
        #expect(editor.take(.interrupt) == .leave)
    }

    @Test func ctrlDLeavesAnEmptyLineAndDeletesInOthers() {
        var editor = LineEditor()
        type("ab", in: &editor)
        _ = editor.take(.home)
        #expect(editor.take(.endOfInput) == .draw)
        #expect(editor.buffer.text == "b")
        _ = editor.take(.delete)
        #expect(editor.take(.endOfInput) == .leave)
    }

    @Test func tabGoesAsFarAsAllAgreeThenShowsThem() {
        var editor = LineEditor()
        let all = ["title bigger", "title bold"]
        type("ti", in: &editor)
        #expect(editor.take(.tab) { _ in all } == .draw)
        #expect(editor.buffer.text == "title b")
        #expect(editor.take(.tab) { _ in all } == .choices(all))
        #expect(editor.take(.tab) { _ in ["title bold"] } == .draw)
        #expect(editor.buffer.text == "title bold")
    }

    @Test func tabKeepsWhatStandsBehindTheCursor() {
        var editor = LineEditor()
        type("ex!", in: &editor)
        _ = editor.take(.left)
        _ = editor.take(.tab) { $0 == "ex" ? ["export"] : [] }
        #expect(editor.buffer.text == "export!")
        #expect(editor.buffer.cursor == 6)
    }

    @Test func completionKnowsCommandsExamplesThatFitAndFiles() {
        var draft = Draft(id: "d", tracks: [Draft.Track(.picture, id: "main", role: .main)])
        draft.tracks[0].segments = [Draft.Segment(id: "a", start: 0, duration: 1000)]
        let completion = LineCompletion(draft: draft, assets: ["assets/my lake.jpg"]) { folder in
            folder == "pics/" ? ["cat.png", ".hidden.png", "more/"] : []
        }
        #expect(completion.lines(for: "expo") == ["export"])
        #expect(completion.lines(for: "make it v") == ["make it vertical"])
        #expect(!completion.lines(for: "tit").contains { $0.hasPrefix("title") })
        #expect(completion.lines(for: "square, make it v") == ["square, make it vertical"])
        #expect(completion.lines(for: "replace it with my") == ["replace it with my\\ lake.jpg"])
        #expect(completion.lines(for: "pics/") == ["pics/cat.png", "pics/more/"])
        #expect(completion.lines(for: "pics/.h") == ["pics/.hidden.png"])
        #expect(completion.lines(for: "") == [])
    }
}
