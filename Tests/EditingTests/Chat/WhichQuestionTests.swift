import Planning
import Testing

@testable import Editing

/// Answers to "which title?".
struct WhichQuestionTests {
    private let engine = EditEngine(material: NoMaterial())

    /// A picture of 9 s with three titles over it.
    private let draft: Draft = {
        var pictures = Draft.Track(.picture, id: "main", role: .main)
        pictures.segments = [Draft.Segment(id: "a", start: 0, duration: 9000)]
        var titles = Draft.Track(.text, id: "titles", role: .title)
        titles.segments = ["One", "Two", "Three"].enumerated().map { index, words in
            var segment = Draft.Segment(id: words, start: 3000 * index, duration: 2000)
            segment.text = words
            return segment
        }
        return Draft(id: "d", tracks: [pictures, titles])
    }()

    private func question(_ sentence: String) -> WhichQuestion? {
        WhichQuestion(
            in: engine.reply(to: sentence, draft: draft), language: EditLanguage(of: sentence))
    }

    private func words(_ reply: EditReply) -> [String?]? {
        reply.draft?.tracks.last?.segments.map(\.text)
    }

    @Test(arguments: [
        ("2", Reference.Choice.places([2])), ("the second", .places([2])), ("second", .places([2])),
        ("the second one", .places([2])), ("The last title", .places([-1])), ("all", .all),
        ("all titles", .all), ("both", .all), ("the first and the third", .places([1, 3])),
    ])
    func anAnswerNamesThings(answer: String, choice: Reference.Choice) throws {
        let question = try #require(self.question("change the title to \"X\""))
        #expect(question.kind == .title)
        #expect(question.choice(in: answer) == choice)
    }

    @Test(arguments: ["make it vertical", "the second picture", "", "hello", "-1", "0"])
    func otherWordsAreNoAnswer(words: String) throws {
        let question = try #require(self.question("change the title to \"X\""))
        #expect(question.choice(in: words) == nil)
    }

    @Test func theSentenceIsDoneWithWhatWasChosen() throws {
        let question = try #require(self.question("change the title to \"X\""))
        let reply = question.reply(choosing: .places([2]), draft: draft, engine: engine)
        #expect(words(reply) == ["One", "X", "Three"])
        let none = question.reply(choosing: .places([7]), draft: draft, engine: engine)
        #expect(none.draft == nil && none.question != nil)
    }

    @Test func chineseIsAnsweredInChinese() throws {
        let question = try #require(self.question("把标题改成“甲”"))
        #expect(question.choice(in: "第三个") == .places([3]))
        #expect(question.choice(in: "最后一个标题") == .places([-1]))
    }

    @Test func otherQuestionsAreNone() {
        #expect(question("make it flurbish") == nil)
        #expect(question("music louder") == nil)
        #expect(question("make it square") == nil)
    }
}
