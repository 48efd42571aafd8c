import Testing

@testable import Rendering

/// What terminals answer, from their manuals.
@Suite struct TerminalAnswerTests {
    @Test(arguments: [
        ("?62;4;22", true),  // foot
        ("?63;1;2;4;6;9;15;22", true),  // mlterm
        ("?64;1;2;4;6;9;15;18;21;22", true),  // xterm as a VT420 with sixels
        ("?1;2", false), ("?6", false), ("?62;22", false), ("?65;1;9", false),
        ("?4;6", false),  // A VT132, whose model is 4.
        ("?62;14;44", false), ("?", false),
    ])
    func attributeFourMeansSixels(parameters: String, hasSixels: Bool) {
        var answer = TerminalAnswer()
        let isTaken = answer.take(parameters: parameters, final: "c")
        #expect(isTaken)
        #expect(answer.isWhole)
        #expect(answer.hasSixels == hasSixels)
        #expect(answer.cell == nil)
    }

    @Test func theSizeOfACharacterIsHeightAndWidth() throws {
        var answer = TerminalAnswer()
        let isTaken = answer.take(parameters: "6;21;10", final: "t")
        #expect(isTaken)
        #expect(!answer.isWhole)
        let cell = try #require(answer.cell)
        #expect(cell == (10, 21))
    }

    @Test(arguments: ["6;0;0", "6;99999999;10", "6;-3;8"])
    func sizesThatCannotBeAreNoSizes(parameters: String) {
        var answer = TerminalAnswer()
        let isTaken = answer.take(parameters: parameters, final: "t")
        #expect(isTaken)
        #expect(answer.cell == nil)
    }

    @Test(arguments: [("", "A"), ("1;2", "D"), ("", "c"), ("8;24;80", "t"), ("6;1", "t")])
    func otherSequencesAreNoAnswers(parameters: String, final: String) throws {
        var answer = TerminalAnswer()
        let isTaken = answer.take(parameters: parameters, final: try #require(final.first))
        #expect(!isTaken)
        #expect(answer == TerminalAnswer())
    }
}
