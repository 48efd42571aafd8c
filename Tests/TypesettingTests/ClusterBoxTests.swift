import Foundation
import Testing
import Typesetting

/// Where the characters of a text stand.
@Suite struct ClusterBoxTests {
    private func lines(_ text: String, width: Double = 16384, limit: Int = 9) throws -> [TextLine] {
        try Setting.layout(
            TextRequest(text: text, size: 40, maxWidth: width, lineLimit: limit)
        ).lines
    }

    @Test func boxesFollowEachOtherAndFillTheLine() throws {
        let line = try #require(try lines("Wavy fjords").first)
        #expect(line.clusters.map(\.offset) == Array(0..<11))
        #expect(line.clusters.map(\.isSpace) == (0..<11).map { $0 == 4 })
        var x = line.x
        for box in line.clusters {
            #expect(abs(box.x - x) < 1e-9)
            x += box.width
        }
        #expect(abs(x - line.x - line.width) < 1e-9)
    }

    @Test func offsetsCountThroughLineEndsAndBrokenLines() throws {
        let lines = try lines("one\ntwo three four", width: 200)
        let offsets = lines.map { $0.clusters.first?.offset }
        let text = Array("one\ntwo three four")
        for (line, offset) in zip(lines, offsets) {
            let start = try #require(offset)
            #expect(String(text[start...].prefix(line.text.count)) == line.text)
        }
        #expect(lines.count >= 3)
    }

    @Test func wordsFromRightToLeftStandInReverse() throws {
        let line = try #require(try lines("אבג").first)
        #expect(line.clusters.map(\.offset) == [2, 1, 0])
    }

    @Test func marksBelongToTheirLetterAndDroppedControlsCount() throws {
        let line = try #require(try lines("e\u{301}\u{1}x").first)
        #expect(line.clusters.map(\.offset) == [0, 2])
    }

    @Test func theEllipsisGoesWithTheLastCharacterKept() throws {
        var request = TextRequest(text: "far too many words to fit here", size: 40, maxWidth: 200)
        request.maxHeight = 1
        let layout = try Setting.layout(request)
        #expect(layout.notices.contains(.cut))
        let offsets = try #require(layout.lines.last).clusters.map(\.offset)
        #expect(offsets.first == 0 && offsets == offsets.sorted())
        #expect(offsets.last == offsets.dropLast().last)
    }
}
