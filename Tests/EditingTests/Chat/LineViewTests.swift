import Testing

@testable import Editing

/// Where the characters of a line stand on a terminal.
struct LineViewTests {
    @Test(arguments: [
        ("a", 1), ("中", 2), ("，", 2), ("한", 2), ("😀", 2), ("é", 1), ("e\u{301}", 1), ("❤", 1),
        ("❤\u{FE0F}", 2), ("🇩🇪", 2), ("👩\u{200D}👧", 2), ("\u{200B}", 0), ("ｱ", 1), ("Ａ", 2),
        ("·", 1), ("“", 1),
    ])
    func widthIsThatOfTerminals(text: String, columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test func wideCharactersMoveTheCursorByTwo() {
        var line = LineBuffer("标题 a")
        line.take(.left)
        let view = LineView(prompt: "> ", buffer: line, columns: 80)
        #expect(view.rows == ["> 标题 a"])
        #expect(view.cursorColumn == 7)
    }

    @Test func aWideCharacterThatFindsNoRoomBeginsTheNextRow() {
        var line = LineBuffer("abc标d")
        line.take(.left)
        line.take(.left)
        let view = LineView(prompt: "", buffer: line, columns: 4)
        #expect(view.rows == ["abc", "标d"])
        #expect((view.cursorRow, view.cursorColumn) == (1, 0))
    }

    @Test func behindAFullRowTheCursorStandsOnTheNext() {
        let view = LineView(prompt: "> ", buffer: LineBuffer("ab"), columns: 4)
        #expect(view.rows == ["> ab", ""])
        #expect((view.cursorRow, view.cursorColumn) == (1, 0))
        var line = LineBuffer("abcd")
        line.take(.home)
        let start = LineView(prompt: "", buffer: line, columns: 4)
        #expect((start.cursorRow, start.cursorColumn) == (0, 0))
    }

    @Test func moreRowsThanTheTerminalHasShowThoseAroundTheCursor() {
        let text = (0..<10).map { "\($0)\($0)" }.joined()
        let end = LineView(prompt: "", buffer: LineBuffer(text), columns: 2, height: 3)
        #expect(end.rows == ["88", "99", ""])
        #expect(end.cursorRow == 2)
        var line = LineBuffer(text)
        line.take(.home)
        let start = LineView(prompt: "", buffer: line, columns: 2, height: 3)
        #expect(start.rows == ["00", "11", "22"])
        #expect(start.cursorRow == 0)
    }

    @Test func drawingStartsAtTheOldFirstRowAndEndsAtTheCursor() {
        var line = LineBuffer("abcdef")
        for _ in 0..<4 { line.take(.left) }
        let view = LineView(prompt: "", buffer: line, columns: 3)
        #expect(view.rows == ["abc", "def", ""] || view.rows == ["abc", "def"])
        #expect(
            view.drawing(over: 2)
                == "\r\u{1B}[2A\u{1B}[Jabc\r\ndef\r\u{1B}[1A\u{1B}[2C")
    }
}
