import BundledFonts
import Foundation
import Testing

@testable import Typesetting

@Suite struct BidiTests {
    @Test(arguments: [
        // Logical text and the order on screen from left to right, by UAX 9.
        ("abc אבג def", "abc גבא def"),
        ("אבג abc דהו", "והד abc גבא"),
        ("אבג 123 דהו", "והד 123 גבא"),
        ("plain", "plain"),
    ])
    func wordsRunInTheirOwnDirection(text: String, expected: String) {
        #expect(visual(text) == expected)
    }

    @Test func numbersInArabicRunFromLeftToRight() throws {
        guard let string = try FixtureString.load("ar_numbers"),
            let expected = string.visual_order_left_to_right
        else { return }
        #expect(visual(string.text) == expected)
    }

    /// The characters as they stand on screen; brackets are not mirrored yet.
    private func visual(_ text: String) -> String {
        let paragraph = Paragraph(text, language: "ar")
        return String(visualOrder(paragraph.clusters) { $0.level }.map(\.text))
    }

    @Test func arabicLinesEqualHarfBuzzRunByRun() throws {
        guard let arabic = arabicFont(), let judge = HarfBuzzShape() else { return }
        let typesetter = try Typesetter(FontLibrary(files: [Setting.font("Inter-Medium"), arabic]))
        let layout = typesetter.layout(
            TextRequest(text: "Hello مرحبا بالعالم world", size: 100, language: "ar"))
        let pieces = [
            ("Hello ", try Setting.font("Inter-Medium")), ("مرحبا بالعالم", arabic),
            (" world", try Setting.font("Inter-Medium")),
        ]
        let expected = try pieces.flatMap { try judge.glyphs($0.0, font: $0.1, language: "ar") }
        let glyphs = layout.lines[0].glyphs
        #expect(layout.notices.isEmpty)
        // The space between the Arabic words is Inter's, so the glyphs are compared without spaces.
        let space = try judge.glyphs(" ", font: arabic, language: "ar")[0].g
        let interSpace = try judge.glyphs(" ", font: pieces[0].1, language: "ar")[0].g
        #expect(
            glyphs.map(\.glyph).filter { $0 != interSpace }
                == expected.map(\.g).filter { $0 != interSpace && $0 != space })
        #expect(zip(glyphs, glyphs.dropFirst()).allSatisfy { $0.x <= $1.x + 30 })
    }

    @Test func bracketsAreMirroredInArabic() throws {
        guard let arabic = arabicFont(), let judge = HarfBuzzShape() else { return }
        let text = "(مرحبا)"
        let layout = try Typesetter(FontLibrary(files: [arabic])).layout(
            TextRequest(text: text, family: "Noto Sans Arabic", size: 100, language: "ar"))
        let expected = try judge.glyphs(text, font: arabic, language: "ar").map(\.g)
        #expect(layout.lines[0].glyphs.map(\.glyph) == expected)
        // The leftmost glyph is the closing bracket, drawn like an opening one.
        let open = try judge.glyphs("(a", font: arabic, language: "en")[0].g
        #expect(expected.first == open)
    }

    /// The path of a face that is not bundled, nil (with a printed reason) where it is absent.
    private func arabicFont() -> String? {
        let path = "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf"
        guard FileManager.default.fileExists(atPath: path) else {
            print("skipped: Noto Sans Arabic is not installed")
            return nil
        }
        return path
    }
}
