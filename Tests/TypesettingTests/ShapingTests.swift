import Foundation
import Testing
import Typesetting

@Suite struct ShapingTests {
    @Test(arguments: ["latin_plain", "quotes", "combining_nfc_nfd", "cyrillic", "long_word"])
    func latinGreekAndCyrillicGlyphsEqualHarfBuzz(id: String) throws {
        guard let string = try FixtureString.load(id) else { return }
        try expectInterLikeHarfBuzz(string.text)
    }

    @Test(arguments: ["Γειά σου Κόσμε, ΆΈΉ", "AVATAR Te. To, fi ffl", "Tiếng Việt đẹp", "5–10 × 3"])
    func ownStringsEqualHarfBuzz(text: String) throws {
        try expectInterLikeHarfBuzz(text)
    }

    private func expectInterLikeHarfBuzz(_ text: String) throws {
        guard let judge = HarfBuzzShape() else { return }
        let expected = try judge.glyphs(text, font: Setting.font("Inter-Medium"), language: "en")
        let layout = try Setting.layout(TextRequest(text: text, size: 100))
        #expect(layout.lines.count == 1)
        expectEqual(layout.lines.flatMap(\.glyphs), expected, unit: 100 / 2816)
    }

    private func expectEqual(
        _ glyphs: [PlacedGlyph], _ expected: [HarfBuzzShape.Glyph], unit: Double
    ) {
        #expect(glyphs.map(\.glyph) == expected.map(\.g))
        var pen = glyphs.first.map { $0.x - (expected.first?.dx ?? 0) * unit } ?? 0
        for (glyph, judged) in zip(glyphs, expected) {
            #expect(abs(glyph.advance - judged.ax * unit) < 1e-6)
            #expect(abs(glyph.x - (pen + judged.dx * unit)) < 1e-6)
            pen += judged.ax * unit
        }
    }

    @Test(arguments: ["zh_plain", "zh_kinsoku"])
    func chineseGlyphsEqualHarfBuzz(id: String) throws {
        guard let judge = HarfBuzzShape(), let string = try FixtureString.load(id) else { return }
        let expected = try judge.glyphs(
            string.text, font: Setting.font("NotoSansCJKsc-Medium-subset"), language: "zh",
            features: tightened(string.text))
        let layout = try Setting.layout(
            TextRequest(text: string.text, size: 100, language: "zh"))
        // The Chinese face has 1000 units and is set at 0.96 of the size.
        expectEqual(layout.lines.flatMap(\.glyphs), expected, unit: 100 * 0.96 / 1000)
    }

    /// HarfBuzz's feature list for marks that stand before another mark in the two texts.
    private func tightened(_ text: String) -> String {
        let marks = Set("，。：；！？）》”“（《")
        let opening = Set("“（《")
        let characters = Array(text)
        return characters.indices.dropLast().filter { index in
            marks.contains(characters[index]) && !opening.contains(characters[index])
                && marks.contains(characters[index + 1])
        }.map { "halt[\($0):\($0 + 1)]" }.joined(separator: ",")
    }

    @Test func twoMarksInARowTakeOneAndAHalfWidths() throws {
        func width(_ text: String) throws -> Double {
            try Setting.layout(TextRequest(text: text, size: 100, language: "zh")).blockWidth
        }
        for (text, widths) in [
            ("好，好", 3.0), ("好》，好", 3.5), ("好：“好", 3.5), ("（《好", 2.5), ("好。”（好", 4),
            ("好——好", 4), ("「」", 2),
        ] {
            #expect(abs(try width(text) - widths * 96) < 1e-6, "\(text)")
        }
    }

    @Test func japaneseTextGetsJapaneseShapesAndAWideMiddleDot() throws {
        let text = "骨・直"
        let japanese = try Setting.layout(TextRequest(text: text, size: 100, language: "ja"))
        let chinese = try Setting.layout(TextRequest(text: text, size: 100, language: "zh"))
        #expect(abs(japanese.blockWidth - 288) < 1e-6)
        #expect(japanese.lines[0].glyphs[1].glyph == chinese.lines[0].glyphs[1].glyph)
        for index in [0, 2] {
            #expect(
                japanese.lines[0].glyphs[index].glyph != chinese.lines[0].glyphs[index].glyph)
        }
    }

    @Test func mixedTextTakesEachClusterFromTheFaceThatHasIt() throws {
        guard let judge = HarfBuzzShape() else { return }
        let pieces = [("用", true), (" Swift 5.9 ", false), ("渲染", true), (" 1080p ", false)]
        let expected = try pieces.flatMap { text, isChinese in
            try judge.glyphs(
                text,
                font: Setting.font(isChinese ? "NotoSansCJKsc-Medium-subset" : "Inter-SemiBold"),
                language: "zh"
            ).map { (glyph: $0.g, face: isChinese ? 2 : 1) }
        }
        let text = pieces.map(\.0).joined() + "好"
        let layout = try Setting.layout(
            TextRequest(text: text, size: 100, weight: 600, language: "zh"))
        let glyphs = layout.lines[0].glyphs.dropLast()
        #expect(glyphs.map(\.glyph) == expected.map(\.glyph))
        #expect(glyphs.map(\.face) == expected.map(\.face))
        #expect(Set(glyphs.filter { $0.face == 2 }.map(\.size)) == [96])
        #expect(layout.notices.isEmpty)
    }

    @Test func ligaturesAndKerningAreOnUnlessLettersAreSpaced() throws {
        guard let judge = HarfBuzzShape() else { return }
        let font = try Setting.font("NotoSansCJKsc-Medium-subset")
        let request = TextRequest(text: "fi AV", family: "Noto Sans CJK SC", size: 100)
        var spaced = request
        spaced.spacing = 4
        let joined = try judge.glyphs("fi AV", font: font, language: "en")
        let apart = try judge.glyphs("fi AV", font: font, language: "en", features: "-liga")
        #expect(joined.count < apart.count)
        #expect(try Setting.layout(request).lines[0].glyphs.map(\.glyph) == joined.map(\.g))
        let line = try Setting.layout(spaced).lines[0]
        #expect(line.glyphs.map(\.glyph) == apart.map(\.g))
        let advances = apart.reduce(0) { $0 + $1.ax } * 0.096
        #expect(abs(line.width - (advances + 4 * 4)) < 1e-6)  // Between five, so four times.
    }

    @Test func decomposedLettersLookLikeComposedOnes() throws {
        let composed = try Setting.layout(TextRequest(text: "é ñ Å", size: 50))
        let decomposed = try Setting.layout(
            TextRequest(text: "e\u{301} n\u{303} A\u{30A}", size: 50))
        #expect(composed.lines[0].glyphs == decomposed.lines[0].glyphs)
    }
}
