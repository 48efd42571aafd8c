import Testing

@testable import Speaking

@Suite struct TextWordTests {
    @Test(arguments: [
        ("The old harbour, at dusk.", ["The", "old", "harbour,", "at", "dusk."]),
        (
            "He said “no” (twice) — then left…",
            ["He", "said", "“no”", "(twice) —", "then", "left…"]
        ),
        ("  Two\n\tlines  ", ["Two", "lines"]),
        ("In 2026, 1,234 pixels", ["In", "2026,", "1,234", "pixels"]),
        ("地图显示了港口，很旧。", ["地", "图", "显", "示", "了", "港", "口，", "很", "旧。"]),
        ("他说：“好！”", ["他", "说：", "“好！”"]),
        ("用 Swift 6写", ["用", "Swift", "6", "写"]),
        ("Tea & cake", ["Tea", "&", "cake"]),
        ("Smith's e\u{301}te\u{301}", ["Smith's", "e\u{301}te\u{301}"]),
        ("…?!", []),
        ("", []),
    ])
    func sentencesFallApartIntoWordsWithTheirPunctuation(sentence: String, words: [String]) {
        #expect(TextWord.split(sentence).map(\.text) == words)
    }

    @Test func placesCountScalars() {
        let words = TextWord.split("e\u{301}t 😀 ok")
        #expect(words.map(\.scalars) == [0..<5, 6..<8])
    }

    @Test func clauseEndsAreSeen() {
        let words = TextWord.split("First, the “last.” word")
        #expect(words.map(\.endsClause) == [true, false, true, false])
    }
}
