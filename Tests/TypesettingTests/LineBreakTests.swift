import Testing
import Typesetting

@Suite struct LineBreakTests {
    @Test func chinesePunctuationNeverStandsOnTheWrongSideOfALine() throws {
        guard let string = try FixtureString.load("zh_kinsoku") else { return }
        let typesetter = try Setting.typesetter()
        var lineCounts: Set<Int> = []
        for alignment in [TextRequest.Alignment.left, .center] {
            for width in stride(from: 160.0, through: 1300, by: 20) {
                let layout = typesetter.layout(
                    TextRequest(
                        text: string.text, size: 40, language: "zh", alignment: alignment,
                        maxWidth: width, lineLimit: 99))
                lineCounts.insert(layout.lines.count)
                for (index, line) in layout.lines.enumerated() {
                    let start = line.text.first.map { "，。！？：；、）》”".contains($0) }
                    #expect(start == false, "\(width) line \(index): \(line.text)")
                    let end = line.text.last.map { "（《“".contains($0) }
                    #expect(end == false, "\(width) line \(index): \(line.text)")
                    #expect(line.width <= width + 1e-6)
                }
                #expect(layout.lines.map(\.text).joined() == string.text)
            }
        }
        #expect(lineCounts.isSuperset(of: [1, 2, 3, 4, 5, 6]))
    }

    @Test func wordsStayWholeAndSpacesHang() throws {
        let text = "The quick brown fox jumps over the lazy dog"
        let layout = try Setting.layout(
            TextRequest(
                text: text, size: 40, alignment: .left, maxWidth: 260, lineLimit: 9))
        #expect(layout.lines.count > 3)
        #expect(layout.lines.map(\.text).joined(separator: " ") == text)
        #expect(layout.lines.allSatisfy { $0.width <= 260 && !$0.text.hasSuffix(" ") })
        // Filled: no line has room for the first word of the next.
        for (line, next) in zip(layout.lines, layout.lines.dropFirst()) {
            let word = next.text.split(separator: " ").first ?? ""
            let joined = try Setting.layout(
                TextRequest(text: "\(line.text) \(word)", size: 40, maxWidth: 1e4))
            #expect(joined.lines[0].width > 260)
        }
    }

    @Test func allLineEndsOfUnicodeBreakALine() throws {
        guard let string = try FixtureString.load("newlines") else { return }
        let layout = try Setting.layout(TextRequest(text: string.text, size: 40))
        #expect(layout.lines.map(\.text) == ["one", "two", "three", "four", "five", "six"])
        #expect(layout.notices.isEmpty)
    }

    @Test func emptyLinesKeepTheirHeight() throws {
        let layout = try Setting.layout(TextRequest(text: "a\n\nb", size: 40, lineHeight: 1.5))
        #expect(layout.lines.map(\.text) == ["a", "", "b"])
        let steps = zip(layout.lines, layout.lines.dropFirst()).map { $1.baseline - $0.baseline }
        #expect(steps == [60, 60])
    }

    @Test func aWordLongerThanTheLineIsSplitBetweenClusters() throws {
        let word = "e\u{301}o\u{308}".repeated(20)
        let layout = try Setting.layout(
            TextRequest(text: word, size: 40, alignment: .left, maxWidth: 100, lineLimit: 40))
        #expect(layout.lines.count > 4)
        #expect(layout.lines.map(\.text).joined() == word)
        #expect(
            layout.lines.allSatisfy { line in
                line.text.unicodeScalars.first.map { !$0.properties.isGraphemeExtend } == true
            })
    }

    @Test func centeredLinesAreEven() throws {
        let text = "one two three four five six seven eight nine ten eleven"
        func widths(_ alignment: TextRequest.Alignment) throws -> [Double] {
            try Setting.layout(
                TextRequest(
                    text: text, size: 40, alignment: alignment, maxWidth: 800, lineLimit: 2)
            ).lines.map(\.width)
        }
        let filled = try widths(.left)
        let balanced = try widths(.center)
        #expect(filled.count == 2 && balanced.count == 2)
        // The best of all places for the one break, tried by hand.
        let words = text.split(separator: " ")
        let best = try (1..<words.count).map { cut in
            let parts = [words[..<cut], words[cut...]].map { $0.joined(separator: " ") }
            let lengths = try parts.map {
                try Setting.layout(TextRequest(text: $0, size: 40)).lines[0].width
            }
            return abs(lengths[0] - lengths[1])
        }.min()
        #expect(abs(abs(balanced[0] - balanced[1]) - (best ?? 0)) < 1e-6)
        #expect(abs(filled[0] - filled[1]) > abs(balanced[0] - balanced[1]))
    }

    @Test func alignmentPlacesLinesInTheBlock() throws {
        for (alignment, share) in [(TextRequest.Alignment.left, 0.0), (.center, 0.5), (.right, 1)] {
            let layout = try Setting.layout(
                TextRequest(text: "a much longer line\nshort", size: 40, alignment: alignment))
            let slack = layout.blockWidth - layout.lines[1].width
            #expect(layout.blockWidth == layout.lines[0].width)
            #expect(abs(layout.lines[1].x - slack * share) < 1e-9)
            #expect(layout.lines[1].glyphs[0].x == layout.lines[1].x)
        }
    }
}
