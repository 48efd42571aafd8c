import Planning
import Testing

@testable import Editing

@Suite struct EditWordingTests {
    private let story: Draft
    private let narrated: Draft

    init() throws {
        story = try CorpusDraft.story.read()
        narrated = try CorpusDraft.narrated.read()
    }

    private func english(
        _ problem: EditProblem, _ draft: Draft
    ) -> (question: String, suggestions: [String]) {
        EditWording.question(for: problem, draft: draft, language: .english)
    }

    private func chinese(_ problem: EditProblem, _ draft: Draft) -> String {
        EditWording.question(for: problem, draft: draft, language: .chinese).question
    }

    @Test func severalThingsAreListedWithTheirTimes() {
        let names = ["\"What is an AI image?\"", "\"It starts with noise.\""]
        let problem = EditProblem.which(Reference(.title), names: names)
        let answer = english(problem, narrated)
        #expect(
            answer.question
                == #"Which title? 1. "What is an AI image?" (0.3-4.3 s)  "#
                + #"2. "It starts with noise." (6.3-10.3 s)  Say "the first title" or "all titles"."#
        )
        #expect(answer.suggestions == ["the first title", "all titles"])
        #expect(
            chinese(problem, narrated)
                == "哪一个标题？1. “What is an AI image?”（0.3-4.3 秒）  "
                + "2. “It starts with noise.”（6.3-10.3 秒）  请说“第一个标题”或“所有标题”。")
    }

    @Test func whatIsNotThereCanBeAdded() {
        var quiet = story
        quiet.tracks.removeAll { $0.role == .caption || $0.role == .bgm }
        #expect(
            english(.none(Reference(.caption)), quiet).question
                == #"There are no captions. Say: caption "Hello" from 0 to 3 s"#)
        #expect(
            english(.none(Reference(.music)), quiet).question
                == #"There is no music. Say "add calm music"."#)
        #expect(chinese(.none(Reference(.music)), quiet) == "没有背景音乐。请说“添加平静的音乐”。")
    }

    @Test func aWrongNameBringsTheRightOnes() {
        let problem = EditProblem.none(Reference(.picture, .named("lake")))
        #expect(
            english(problem, story).question
                == #"There is no picture called "lake". "#
                + "1. city (0-5 s)  2. robot (5-10 s)  3. forest (10-15 s).")
    }

    @Test func tooFewThingsAreCounted() {
        let problem = EditProblem.noSuch(Reference(.picture, .places([7])), count: 3)
        #expect(
            english(problem, story).question
                == "There are only 3 pictures. 1. city (0-5 s)  2. robot (5-10 s)  "
                + "3. forest (10-15 s).")
        #expect(chinese(problem, story).hasPrefix("只有 3 张图片。1. city（0-5 秒）"))
    }

    @Test func boundsHaveTheUnitOfWhatIsBound() {
        #expect(
            english(
                .outOfBounds(.picture(Reference(.picture), .speed(.set(9))), allowed: 0.25...4),
                story
            ).question == "The speed has to be from 0.25× to 4×.")
        #expect(
            english(
                .outOfBounds(.whole(.length(.set(9))), allowed: 300...86_400_000), story
            ).question == "The length has to be at least 0.3 s.")
        #expect(
            chinese(
                .outOfBounds(.sound(Reference(.music), .volume(.set(9))), allowed: 0...2), story)
                == "音量必须在 0% 到 200% 之间。")
    }

    @Test func whatIsSoAlreadyIsSaid() {
        #expect(
            english(.already(.whole(.aspect(16, 9))), story).question
                == "The video is 16:9 already. Nothing was changed.")
        #expect(
            english(.already(.text(Reference(.caption), .italic(false))), story).question
                == "The captions are so already. Nothing was changed.")
        #expect(
            english(.already(.sound(Reference(.music), .mute(false))), story).question
                == "The music is so already. Nothing was changed.")
    }

    @Test func otherProblemsSayWhatToDo() {
        #expect(
            english(.narrationGoesOn(until: 15000), narrated).question
                == "The narration goes on until 15 s, so the video can't be shorter. "
                + #"Say "narration 10 % faster" or "remove the narration"."#)
        #expect(
            english(.noFile("lake.jpg"), story).question
                == #"There is no file "lake.jpg" in the project. "#
                + "Add the file first, then say it again.")
        #expect(
            english(.nothingToChange(.transition(.all, .remove)), narrated).question
                == #"There are no transitions to change. Say "crossfade between all pictures"."#)
    }

    @Test func stillsHaveNoSpeed() {
        let operation = EditOperation.picture(Reference(.picture), .speed(.multiply(2)))
        #expect(
            english(.nothingToChange(operation), story).question
                == "Only clips have sound, speed and a start of their own, and these pictures "
                + "are stills.")
    }

    @Test func creditsAreFree() {
        #expect(
            StatusWording.credits(in: .english)
                == "Credits: local rendering is free; no credits are used.")
        #expect(StatusWording.credits(in: .chinese) == "积分：本地渲染免费，不消耗积分。")
    }
}
