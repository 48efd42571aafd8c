import Planning
import Testing

/// The limits of captions, by the numbers that they were agreed with.
struct CaptionRuleTests {
    @Test(arguments: [(1920.0, 1080.0, 42), (1080, 1920, 32), (1080, 1080, 32)])
    func linesHoldAsManyCharactersAsTheShapeAllows(width: Double, height: Double, count: Int) {
        let rules = CaptionRules(width: width, height: height)
        let full = String(repeating: "n", count: count)
        #expect(rules.fill(ofLine: full[...]) <= 1)
        #expect(rules.fill(ofLine: (full + "n")[...]) > 1)
        #expect(rules.fill(ofLine: String(repeating: "光", count: 16)[...]) <= 1)
        #expect(rules.fill(ofLine: String(repeating: "光", count: 17)[...]) > 1)
    }

    @Test(arguments: [("n", 20), ("光", 9), ("か", 9), ("한", 9)])
    func aSecondHoldsAsManyCharactersAsCanBeRead(character: String, count: Int) {
        func haste(_ count: Int) -> Double {
            CaptionRules.haste(
                of: SubtitleCue(
                    start: 500, end: 1500, text: String(repeating: character, count: count)))
        }
        #expect(haste(count) <= 1.0001)
        #expect(haste(count + 1) > 1)
    }

    @Test(arguments: [
        (", and then", true), ("，然后", true), (".5 of them", false), ("...and on", false),
        ("and then,", false), ("(so)", false), (") so", true),
    ])
    func aSignThatBelongsToTheLineBeforeIsTorn(line: String, isTorn: Bool) {
        #expect(CaptionRules.isTorn(line[...]) == isTorn)
    }
}
