import Testing
import Typesetting

@Suite struct FitTests {
    private let text = "A title that is clearly too long for the box it should stand in"

    private func request(limit: Int, width: Double, height: Double = 1e4) -> TextRequest {
        TextRequest(
            text: text, size: 100, weight: 600, lineHeight: 1.15, maxWidth: width,
            maxHeight: height, lineLimit: limit)
    }

    @Test func aTextThatFitsKeepsItsSize() throws {
        let layout = try Setting.layout(request(limit: 2, width: 2400))
        #expect(layout.size == 100)
        #expect(layout.notices.isEmpty)
    }

    @Test func aTextThatDoesNotFitTakesTheLargestSizeThatDoes() throws {
        let layout = try Setting.layout(request(limit: 2, width: 1300))
        #expect(layout.lines.count == 2)
        #expect(layout.size >= 60 && layout.size < 100)
        #expect(layout.notices == [.shrunk(layout.size / 100)])
        var larger = request(limit: 9, width: 1300)
        larger.size = layout.size + 1
        #expect(try Setting.layout(larger).lines.count > 2)
    }

    @Test func belowSixtyPerCentItTakesMoreLines() throws {
        let layout = try Setting.layout(request(limit: 2, width: 700))
        #expect(layout.size == 60)
        #expect(layout.lines.count > 2)
        #expect(layout.lines.map(\.text).joined(separator: " ") == text)
        #expect(
            layout.notices == [.moreLines(limit: 2, lines: layout.lines.count), .shrunk(0.6)])
    }

    @Test func beyondTheLargestHeightItEndsInAnEllipsis() throws {
        let layout = try Setting.layout(request(limit: 2, width: 500, height: 220))
        #expect(layout.size == 60)
        #expect(layout.blockHeight <= 220)
        #expect(layout.blockHeight + 60 * 1.15 > 220)
        #expect(layout.lines.allSatisfy { $0.width <= 500 })
        #expect(layout.lines.last?.text.hasSuffix("…") == true)
        #expect(layout.notices.contains(.cut))
        let kept = layout.lines.map(\.text).joined(separator: " ").dropLast()
        #expect(text.hasPrefix(kept))
    }

    @Test func aChineseTextEndsInTheEllipsisOfItsFace() throws {
        let layout = try Setting.layout(
            TextRequest(
                text: "这是一个非常非常长的标题它无论如何也放不下", size: 100, language: "zh",
                maxWidth: 400, maxHeight: 80))
        #expect(layout.lines.count == 1)
        #expect(layout.lines[0].text.hasSuffix("…"))
        #expect(layout.lines[0].glyphs.allSatisfy { $0.face == 2 })
    }

    @Test func aLongWordShrinksBeforeItIsSplit() throws {
        let layout = try Setting.layout(
            TextRequest(text: "Incomprehensibilities", size: 100, maxWidth: 800, lineLimit: 3))
        #expect(layout.lines.count == 1)
        #expect(layout.size < 100)
    }

    @Test func explicitLinesDoNotCountAgainstTheLimit() throws {
        let layout = try Setting.layout(
            TextRequest(text: "one\ntwo\nthree", size: 100, maxWidth: 800, lineLimit: 2))
        #expect(layout.lines.count == 3)
        #expect(layout.size == 100)
    }

    @Test func spacingShrinksWithTheSize() throws {
        var spaced = request(limit: 1, width: 2900)
        spaced.spacing = 10
        let layout = try Setting.layout(spaced)
        #expect(layout.size < 100)
        var plain = spaced
        plain.size = layout.size
        plain.spacing = layout.size / 10
        #expect(abs(try Setting.layout(plain).blockWidth - layout.blockWidth) < 1e-6)
    }

    @Test func hugeAndSenselessRequestsAreSet() throws {
        let typesetter = try Setting.typesetter()
        let long = typesetter.layout(
            TextRequest(text: "word ".repeated(5000), size: 40, maxWidth: 1000, maxHeight: 800))
        #expect(long.notices.contains(.cut))
        let stacked = "a" + "\u{301}".repeated(100_000)
        #expect(typesetter.layout(TextRequest(text: stacked, size: 40)).lines[0].glyphs.count < 40)
        let senseless = TextRequest(
            text: "x", family: "", size: .nan, weight: -5, language: "", lineHeight: -.infinity,
            spacing: .nan, maxWidth: -1, maxHeight: .infinity, lineLimit: -3, strokeWidth: .nan,
            shadow: .init(dx: .infinity, dy: .nan, blur: -1))
        let layout = typesetter.layout(senseless)
        #expect(layout.lines.count == 1)
        #expect(typesetter.masks(for: layout, centerX: .nan, centerY: .infinity).width > 0)
        #expect(
            typesetter.masks(
                for: typesetter.layout(TextRequest(text: "", size: 9)), centerX: 0, centerY: 0
            ).width == 0)
    }
}

extension String {
    func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
