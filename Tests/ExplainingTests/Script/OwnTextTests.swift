import Explaining
import Foundation
import Inspecting
import Testing

@Suite struct OwnTextTests {
    private let picture = Specimen.facts(.nothingEmbedded)
    private let text =
        "This is my garden in spring. The tulips came up late this year. Nobody expected the red "
        + "ones. Still, they are my favourites. Come and see them in May. Bring a friend. The gate "
        + "is always open. We will have tea under the apple tree."

    @Test func notAWordIsChanged() throws {
        let request = ScriptRequest(sentence: "", ownText: text, pictures: [picture])
        let storyboard = try LocalScriptWriter().material(for: request)
        let spoken = storyboard.beats.flatMap(\.sentences).map(\.text).joined(separator: " ")
        #expect(spoken == text)
        #expect(storyboard.isVerbatim)
        #expect(storyboard.notices.isEmpty)
        #expect(storyboard.beats.allSatisfy { (1...3).contains($0.sentences.count) })
    }

    @Test func visualsStartWithATitleAndEndWithTheLastSentence() throws {
        let request = ScriptRequest(sentence: text, pictures: [picture])
        let beats = try LocalScriptWriter().material(for: request).beats
        #expect(beats.first?.visual == .hook(picture: 0, kicker: "", title: "This is my garden in spring"))
        #expect(
            beats.last?.visual
                == .end(picture: 0, takeaway: "We will have tea under the apple tree."))
        #expect(Set(beats.map(\.visual)).count == beats.count)
    }

    @Test func timeCutsTheEndAndNothingElse() async throws {
        let request = ScriptRequest(
            sentence: "", ownText: text, pictures: [picture], duration: 12_000)
        let storyboard = try await LocalScriptWriter().storyboard(for: request)
        let spoken = storyboard.beats.flatMap(\.sentences).map(\.text).joined(separator: " ")
        #expect(text.hasPrefix(spoken))
        #expect(spoken.count < text.count)
        #expect(storyboard.notices.contains { $0.contains("left out") })
    }

    @Test func chineseTextKeepsItsLanguage() throws {
        let own = "这是我家的花园。今年的郁金香开得晚。五月来看看吧！"
        let storyboard = try LocalScriptWriter().material(
            for: ScriptRequest(sentence: "", ownText: own, pictures: [picture]))
        #expect(storyboard.language == "zh-Hans")
        #expect(storyboard.title == "这是我家的花园")
        #expect(storyboard.beats.flatMap(\.sentences).map(\.text).joined() == own)
    }

    @Test func otherLanguagesAreKeptForOwnText() throws {
        let storyboard = try LocalScriptWriter().material(
            for: ScriptRequest(
                sentence: "", ownText: "Voici mon jardin. Il est grand.", pictures: [picture],
                language: "fr"))
        #expect(storyboard.language == "fr")
    }

    @Test func tenThousandWordsBecomeAShortVideo() throws {
        let words = String(repeating: "The river runs on and on past the mill. ", count: 1100)
        let storyboard = try LocalScriptWriter().material(
            for: ScriptRequest(sentence: words, pictures: [picture]))
        #expect(storyboard.notices.count == 1)
        #expect(storyboard.beats.count < 30)
        let endless = String(repeating: "word ", count: 10_000)
        let cut = try LocalScriptWriter().material(
            for: ScriptRequest(sentence: endless, pictures: [picture]))
        #expect(cut.beats.flatMap(\.sentences).allSatisfy { $0.text.count <= 220 })
        #expect(cut.beats.flatMap(\.sentences).count < 60)
        let solid = String(repeating: "x", count: 100_000)
        #expect(try LocalScriptWriter().material(
            for: ScriptRequest(sentence: "", ownText: solid, pictures: [picture])).beats.count < 150)
    }

    @Test(arguments: ["", "   \n", "…!?"])
    func emptyTextIsRefused(text: String) {
        #expect(throws: ScriptError.self) {
            try LocalScriptWriter().material(
                for: ScriptRequest(sentence: "", ownText: text, pictures: [picture]))
        }
    }

    @Test func noPictureIsRefused() {
        #expect(throws: ScriptError.self) {
            try LocalScriptWriter().material(for: ScriptRequest(sentence: "x", pictures: []))
        }
    }

    @Test func unknownLanguageGetsEnglishAndANotice() throws {
        let storyboard = try LocalScriptWriter().material(
            for: ScriptRequest(
                sentence: ScriptCases.canonical, pictures: [picture], language: "fr"))
        #expect(storyboard.language == "en")
        #expect(storyboard.notices.count == 1)
        #expect(storyboard.notices[0].contains("\"fr\""))
    }

    @Test func emptySentenceFollowsTheFacts() throws {
        func ids(_ verdict: PictureFacts.Verdict) throws -> [String] {
            try LocalScriptWriter().material(
                for: ScriptRequest(sentence: "", pictures: [Specimen.facts(verdict)])
            ).essential().beats.map(\.id)
        }
        #expect(try ids(.generatedDeclared).contains("denoise"))
        for verdict in [PictureFacts.Verdict.nothingEmbedded, .cameraDataPresent] {
            #expect(try !ids(verdict).contains("denoise"))
            #expect(try ids(verdict).contains("colours"))
        }
    }

    @Test func themeBecomesTheTitle() throws {
        let storyboard = try LocalScriptWriter().material(
            for: ScriptRequest(sentence: "Golden hour in the Alps", pictures: [picture]))
        #expect(storyboard.title == "Golden hour in the Alps")
        guard case .hook(_, _, let title) = storyboard.beats[0].visual else {
            Issue.record("no title")
            return
        }
        #expect(title == "Golden hour in the Alps")
    }

    @Test func storyboardPrintsTimesVisualsAndSentences() throws {
        let beats = [
            Beat(
                id: "one", chapter: "First", sentences: [.init("Twenty-six characters, see")],
                visual: .facts(
                    picture: 0, kicker: "Card", rows: [.init("Tool", "ComfyUI")],
                    footnote: "Declared."), leastDuration: 5000),
            Beat(id: "two", sentences: [.init("End.")], visual: .end(picture: 0, takeaway: "End.")),
        ]
        var storyboard = Storyboard(title: "Demo", language: "en", beats: beats)
        storyboard.notices = ["Something."]
        #expect(
            storyboard.text() == """
                Demo (en, about 7.8 s)

                # First
                0:00.0–0:05.3  one: card, “Card”
                      Tool: ComfyUI
                      (Declared.)
                    Twenty-six characters, see

                0:05.3–0:07.8  two: end card “End.”
                    End.

                note: Something.

                """)
    }
}
