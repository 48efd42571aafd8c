import BundledFonts
import TestSupport
import Testing
import Typesetting

@Suite struct FaceChoiceTests {
    @Test func quotesInChineseComeFromTheChineseFace() throws {
        // Each pair: the text and, for each character, whether it is in the Chinese face.
        for (text, expected) in [
            ("他说“好”。", "111111"), ("用“Swift”写", "110000011"),
            ("“Swift”是", "10000011"), ("约翰·史密斯", "111111"), ("等…", "11"),
            ("用 it’s 好", "10000001"),
        ] {
            let layout = try Setting.layout(TextRequest(text: text, size: 40, language: "zh"))
            let faces = layout.lines[0].glyphs.map { $0.face == 2 ? "1" : "0" }.joined()
            #expect(faces == expected, "\(text)")
        }
    }

    @Test func quotesInEnglishStayLatinBesideChineseWords() throws {
        let layout = try Setting.layout(TextRequest(text: "The word “你好” is", size: 40))
        #expect(layout.lines[0].glyphs.filter { $0.face == 2 }.count == 2)
    }

    @Test func whatNoFaceHasIsABoxAndIsNamed() throws {
        let layout = try Setting.layout(TextRequest(text: "Hi 😀 👩🏽‍💻!", size: 40))
        let boxes = layout.lines[0].glyphs.filter { $0.glyph == 0 }
        #expect(boxes.count == 2)  // One for each character, not for each code point.
        #expect(boxes.allSatisfy { $0.advance > 0 })
        #expect(layout.notices == [.missingGlyphs([0x1F3FD, 0x1F469, 0x1F4BB, 0x1F600])])
    }

    @Test func charactersThatAreNotShownNeedNoGlyph() throws {
        let text = "a\u{200B}b\u{FEFF}c\u{00AD}d\u{2060}e\u{200D}f"
        #expect(try Setting.layout(TextRequest(text: text, size: 40)).notices.isEmpty)
    }

    @Test func controlsAreDroppedAndNulEndsNothing() throws {
        guard let string = try FixtureString.load("controls") else { return }
        let layout = try Setting.layout(TextRequest(text: string.text, size: 40))
        let plain = try Setting.layout(TextRequest(text: "abcdef", size: 40))
        #expect(layout.lines.map(\.text) == plain.lines.map(\.text))
        #expect(layout.lines.map(\.glyphs) == plain.lines.map(\.glyphs))
        #expect(layout.notices.isEmpty)
    }

    @Test func theNearestWeightIsTaken() throws {
        for (weight, face) in [(100, 0), (400, 0), (500, 0), (501, 1), (600, 1), (900, 1)] {
            let layout = try Setting.layout(TextRequest(text: "x", size: 40, weight: weight))
            #expect(layout.lines[0].glyphs.map(\.face) == [face], "\(weight)")
        }
    }

    @Test func anUnknownFamilyIsReplacedAndNamed() throws {
        let layout = try Setting.layout(TextRequest(text: "x", family: "Futura", size: 40))
        #expect(layout.notices == [.missingFamily("Futura", used: "Inter")])
    }

    @Test func chineseAndJapaneseStandardsAreCovered() throws {
        // The first and last characters of both levels of GB 2312 and of JIS X 0208.
        let text = "啊座亍齄亜腕弌熙〇々「」『』【】〜ひらがなカタカナーㄅㄩＡｚ￥！？，。、；：（）《》①⑩→■℃"
        let layout = try Setting.layout(
            TextRequest(text: text, family: "Noto Sans CJK SC", size: 20, language: "zh"))
        #expect(layout.notices.isEmpty)
        #expect(layout.lines[0].glyphs.allSatisfy { $0.glyph != 0 && $0.face == 2 })
    }

    @Test func aLibraryKnowsItsFamilies() throws {
        let library = try FontLibrary(files: BundledFonts.files())
        #expect(library.families == ["Inter", "Noto Sans CJK SC", "Noto Serif"])
    }

    @Test func aFileThatIsNoFontIsAnErrorThatNamesIt() throws {
        for path in [#filePath, "/nowhere.otf"] {
            #expect {
                try FontLibrary(files: [path])
            } throws: { error in
                (error as? TypesettingError)?.path == path
            }
        }
        #expect(throws: TypesettingError.self) { try FontLibrary(files: []) }
    }
}
