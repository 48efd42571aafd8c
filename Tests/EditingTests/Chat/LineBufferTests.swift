import Testing

@testable import Editing

/// A line changes as its keys say.
struct LineBufferTests {
    private func buffer(_ text: String, _ keys: Key...) -> LineBuffer {
        var buffer = LineBuffer(text)
        for key in keys { buffer.take(key) }
        return buffer
    }

    @Test func charactersGoInWhereTheCursorStands() {
        let line = buffer("make vertical", .wordLeft, .text("i"), .text("t"), .text(" "))
        #expect(line.text == "make it vertical")
        #expect(line.cursor == 8)
    }

    @Test func killsAndWordsCutWhereTheyShould() {
        #expect(buffer("one two  ", .deleteWord).text == "one ")
        #expect(buffer("one two", .wordLeft, .killToStart).text == "two")
        #expect(buffer("one two", .home, .wordRight, .killToEnd).text == "one")
        #expect(buffer("one", .home, .delete).text == "ne")
        #expect(buffer("one", .end, .delete).text == "one")
        #expect(buffer("one", .home, .backspace).text == "one")
    }

    @Test func aCharacterOfSeveralScalarsIsOne() {
        var line = LineBuffer()
        for scalar in "👩\u{200D}👧e\u{301}".unicodeScalars { line.take(.text(String(scalar))) }
        #expect(line.characters == ["👩\u{200D}👧", "é"])
        line.take(.backspace)
        #expect(line.text == "👩\u{200D}👧")
        line.take(.backspace)
        #expect(line == LineBuffer())
    }

    @Test func pastesAreOneLineAndSteerNothing() {
        #expect(buffer("", .paste("/a/b.png\n/c d.png\n")).text == "/a/b.png /c d.png")
        #expect(buffer("", .paste("x\u{1B}[31m\u{7}y")).text == "x [31m y")
    }

    @Test func aLineHasAnEnd() {
        let long = String(repeating: "x", count: 100_001)
        #expect(buffer("a", .paste(long)).text == "a")
    }
}
