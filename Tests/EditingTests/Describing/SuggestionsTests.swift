import Planning
import Testing

@testable import Editing

@Suite struct SuggestionsTests {
    private let story: Draft
    private let narrated: Draft
    private let clips: Draft

    init() throws {
        story = try CorpusDraft.story.read()
        narrated = try CorpusDraft.narrated.read()
        clips = try CorpusDraft.clips.read()
    }

    private func next(_ operations: [EditOperation], _ draft: Draft) -> [String] {
        Suggestions.next(after: operations, in: draft, language: .english)
    }

    private let yellow = EditOperation.text(Reference(.title), .color(.white))

    @Test func theNextStepGoesOnWithTheLast() {
        #expect(next([yellow], story) == ["title bigger", "export"])
        #expect(
            next([.text(Reference(.caption), .size(.multiply(2)))], narrated)
                == ["captions with a black outline", "crossfade between all pictures"])
        #expect(
            Suggestions.next(after: [yellow], in: story, language: .chinese) == ["标题大一点", "导出"])
    }

    @Test func whatTheDraftLacksIsSaid() {
        #expect(next([], clips) == ["crossfade between all pictures", "add calm music"])
        var draft = clips
        draft.transitions = [.init(from: "beach", to: "photo")]
        #expect(next([], draft) == ["add calm music", "slow zoom in"])
    }

    @Test func whatIsSoAlreadyIsNotSaid() {
        #expect(next([], story) == ["export", "undo"])
        #expect(
            next([.transition(.all, .remove)], narrated).first == "crossfade between all pictures")
        #expect(!next([.music(MusicChoice(.another))], story).contains("fade out the music"))
    }

    @Test func thereAreAlwaysTwo() {
        for language in EditLanguage.allCases {
            for draft in [story, narrated, clips, Draft(id: "empty")] {
                let steps = Suggestions.next(after: [], in: draft, language: language)
                #expect(Set(steps).count == 2)
            }
        }
    }

    @Test func aTitleIsOfferedWithTheVideosName() {
        var draft = story
        draft.tracks.removeAll { $0.id == "titles" }
        #expect(next([], draft) == ["add a title \"Urban Dreams\"", "export"])
    }

    @Test func examplesThatShareMostAreNearest() {
        func nearest(_ words: String, _ draft: Draft) -> [String] {
            Suggestions.nearest(to: words, in: draft, language: .english)
        }
        #expect(
            nearest("please make the titles yellowish in colour yellow", story).first
                == "title in yellow")
        #expect(nearest("turn the music down, quieter", story).first == "music quieter")
        #expect(
            nearest("swap first second", story).first == "swap the first and the second picture")
        #expect(nearest("add forest picture at end", story).first == "add forest.jpg at the end")
        #expect(
            Suggestions.nearest(to: "标题变成黄的颜色", in: story, language: .chinese).first
                == "标题改成黄色")
        #expect(
            Suggestions.nearest(to: "配乐小声", in: story, language: .chinese).first == "音乐小声一点")
    }

    @Test func examplesFitTheDraft() {
        let lines = Suggestions.nearest(to: "music quieter", in: clips, language: .english)
        #expect(lines.count == 3)
        #expect(!lines.contains("music quieter"))
        #expect(lines.contains("add calm music"))
        let shapes = Suggestions.nearest(to: "make it landscape", in: story, language: .english)
        #expect(!shapes.contains("make it landscape"))
    }

    @Test func examplesAreManyAndDiffer() {
        for language in EditLanguage.allCases {
            let sentences = EditExamples.all(in: language).map(\.sentence)
            #expect(sentences.count >= 60)
            #expect(Set(sentences).count == sentences.count)
        }
    }
}
