import Foundation
import Planning
import Testing

@testable import Editing

@Suite struct DraftChangesTests {
    private let story: Draft
    private let narrated: Draft
    private let clips: Draft

    init() throws {
        story = try CorpusDraft.story.read()
        narrated = try CorpusDraft.narrated.read()
        clips = try CorpusDraft.clips.read()
    }

    private func english(_ old: Draft, _ change: (inout Draft) -> Void) -> [String] {
        var new = old
        change(&new)
        return DraftChanges(from: old, to: new).lines(in: .english)
    }

    private func chinese(_ old: Draft, _ change: (inout Draft) -> Void) -> [String] {
        var new = old
        change(&new)
        return DraftChanges(from: old, to: new).lines(in: .chinese)
    }

    private let yellow = Color(red: 255, green: 255, blue: 0)

    @Test func equalDraftsHaveNoLines() {
        for draft in [story, narrated, clips] {
            for language in EditLanguage.allCases {
                #expect(DraftChanges(from: draft, to: draft).lines(in: language).isEmpty)
            }
        }
    }

    @Test func aThingsChangesShareALine() {
        let change: (inout Draft) -> Void = {
            $0.editSegment("title") {
                $0.style?.color = yellow
                $0.style?.size = 130
            }
        }
        #expect(
            english(story, change) == [
                #"Title "Urban Dreams": colour white → yellow, size 104 → 130"#
            ])
        #expect(chinese(story, change) == ["标题“Urban Dreams”：颜色 白色 → 黄色，字号 104 → 130"])
    }

    @Test func theSameChangeOfAllIsSaidOnce() {
        let change: (inout Draft) -> Void = {
            $0.edit("captions") { for i in $0.indices { $0[i].style?.color = yellow } }
        }
        #expect(english(story, change) == ["All 3 captions: colour white → yellow"])
        #expect(chinese(story, change) == ["全部 3 条字幕：颜色 白色 → 黄色"])
    }

    @Test func theSameChangeOfSomeNamesThem() {
        let lines = english(story) {
            $0.edit("captions") { for i in [0, 2] { $0[i].style?.color = yellow } }
        }
        #expect(lines == ["Captions 1 and 3: colour white → yellow"])
    }

    @Test func whiteIsWhiteToTheLastDigit() {
        let lines = english(story) { $0.editSegment("title") { $0.style?.color = .white } }
        #expect(lines == [#"Title "Urban Dreams": colour #FFFFFFF5 → #FFFFFF"#])
    }

    @Test func levelsAndFadesOfMusic() {
        #expect(
            english(story) {
                $0.editSegment("bgm") {
                    $0.volume = 0.5
                    $0.fadeOut = nil
                    $0.fadeIn = 1250
                }
            } == ["BGM: 35 % → 50 %, fade-in 1.25 s added, fade-out 1.5 s removed"])
        #expect(
            chinese(story) {
                $0.editSegment("bgm") {
                    $0.volume = 0.5; $0.fadeOut = 2000
                }
            }
                == ["背景音乐：35% → 50%，淡出 1.5 秒 → 2 秒"])
    }

    @Test func aTracksGainIsHeardInItsSegments() {
        #expect(english(narrated) { $0.tracks[2].volume = 0.2 } == ["BGM: 35 % → 20 %"])
        #expect(
            english(narrated) { $0.tracks[1].volume = 0.8 }
                == ["All 3 narration parts: 100 % → 80 %"])
        #expect(english(narrated) { $0.tracks[2].isMuted = true } == ["BGM: muted"])
        #expect(english(narrated) { $0.tracks[4].isHidden = true } == ["Captions: hidden"])
    }

    @Test func theWholeHasItsOwnLines() {
        let change: (inout Draft) -> Void = {
            $0.metadata.width = 1080
            $0.metadata.height = 1920
            $0.metadata.frameRate = FrameRate(60)
            $0.metadata.theme = "paper"
        }
        #expect(
            english(story, change) == [
                "Canvas: 1920×1080 → 1080×1920 (16:9 → 9:16)", "Frame rate: 30 fps → 60 fps",
                "Theme: none → paper",
            ])
        #expect(
            chinese(story, change) == [
                "画布：1920×1080 → 1080×1920（16:9 → 9:16）", "帧率：30 帧/秒 → 60 帧/秒", "主题：无 → paper",
            ])
        #expect(
            english(clips) { ($0.metadata.width, $0.metadata.height) = (1280, 720) }
                == ["Canvas: 1920×1080 → 1280×720 (16:9)"])
    }

    @Test func aRemovedPictureTakesOthersAlong() {
        let change: (inout Draft) -> Void = {
            $0.edit("pictures") {
                $0.remove(at: 1)
                $0[1].start = 5000
            }
            $0.edit("captions") {
                $0.remove(at: 1)
                $0[1].start = 5500
            }
            $0.editSegment("bgm") { $0.duration = 10000 }
            $0.transitions = []
        }
        #expect(
            english(story, change) == [
                "Length: 15 s → 10 s", #"Picture 2 "robot" removed"#,
                "Transition city → robot: fade 0.5 s removed",
                #"Caption 2 "A robot walks home." removed"#, "BGM: time 0-15 s → 0-10 s",
                "1 caption moved with its picture",
            ])
        #expect(
            chinese(story, change) == [
                "时长：15 秒 → 10 秒", "第 2 张图片“robot”已删除", "转场 city → robot：去掉淡化 0.5 秒",
                "第 2 条字幕“A robot walks home.”已删除", "背景音乐：时间 0-15 秒 → 0-10 秒", "1 条字幕随图片移动",
            ])
    }

    @Test func anAddedPictureSaysWhereAndWhen() {
        var lake = Draft.Segment(id: "lake", start: 10000, duration: 5000)
        lake.source = "assets/lake.jpg"
        let change: (inout Draft) -> Void = {
            $0.edit("pictures") {
                $0[2].start = 15000
                $0.insert(lake, at: 2)
            }
            $0.editSegment("c3") { $0.start = 15500 }
        }
        #expect(
            english(story, change) == [
                "Length: 15 s → 20 s", #"Picture "lake" added after "robot" (10-15 s)"#,
                "1 caption moved with its picture",
            ])
        #expect(
            chinese(story, change) == [
                "时长：15 秒 → 20 秒", "图片“lake”已添加在“robot”之后（10-15 秒）", "1 条字幕随图片移动",
            ])
    }

    @Test func anotherOrderIsOneLine() {
        let change: (inout Draft) -> Void = {
            $0.edit("pictures") {
                $0 = [$0[2], $0[0], $0[1]]
                for i in $0.indices { $0[i].start = i * 5000 }
            }
            $0.editSegment("c1") { $0.start = 6000 }
            $0.editSegment("c2") { $0.start = 10500 }
            $0.editSegment("c3") { $0.start = 500 }
        }
        #expect(
            english(story, change) == [
                "Pictures: order city, robot, forest → forest, city, robot",
                "3 captions moved with their pictures",
            ])
        #expect(
            chinese(story, change) == [
                "图片：顺序 city、robot、forest → forest、city、robot", "3 条字幕随图片移动",
            ])
    }

    @Test func longerPicturesSayTheirLengths() {
        let lines = english(story) {
            $0.edit("pictures") {
                for i in $0.indices { ($0[i].start, $0[i].duration) = (i * 4000, 4000) }
            }
        }
        #expect(lines == ["All 3 pictures: length 5 s → 4 s"])
    }

    @Test func transitionsAreNamedByTheirPictures() {
        #expect(
            english(story) {
                $0.transitions.append(.init(.fade, from: "robot", to: "forest"))
            } == ["Transition robot → forest: fade 0.5 s added"])
        #expect(
            english(story) {
                ($0.transitions[0].kind, $0.transitions[0].duration) = (.dissolve, 1000)
            }
                == ["Transition city → robot: fade → dissolve, 0.5 s → 1 s"])
        #expect(
            chinese(clips) {
                $0.transitions.append(.init(.fadeblack, from: "beach", to: "photo"))
            } == ["转场 beach → photo：新增黑场过渡 0.5 秒"])
    }

    @Test func allTransitionsAtOnce() {
        var plain = story
        plain.transitions = []
        #expect(
            english(plain) {
                $0.transitions = [
                    .init(.fade, from: "city", to: "robot", duration: 500),
                    .init(.fade, from: "robot", to: "forest", duration: 500),
                ]
            } == ["Both transitions: fade 0.5 s added"])
    }

    @Test func textsSayTheirWordsPlaceAndTime() {
        #expect(
            english(story) { $0.editSegment("title") { $0.text = "City Nights" } }
                == [#"Title: "Urban Dreams" → "City Nights""#])
        #expect(
            english(story) { $0.editSegment("title") { $0.y = 0.12 } }
                == [#"Title "Urban Dreams": position middle → top"#])
        #expect(
            english(story) { $0.editSegment("title") { $0.y = 0.4 } }
                == [#"Title "Urban Dreams": position 50 %, 46 % → 50 %, 40 %"#])
        #expect(
            english(story) { $0.editSegment("c2") { ($0.start, $0.duration) = (5000, 3500) } }
                == [#"Caption 2 "A robot walks home.": time 5.5-9 s → 5-8.5 s"#])
    }

    @Test func placesHaveNames() {
        #expect(
            chinese(clips) { $0.editSegment("logo") { ($0.x, $0.y) = (0.1, 0.9) } }
                == ["叠加图“logo”：位置 右上 → 左下"])
        #expect(
            english(clips) { $0.editSegment("logo") { ($0.width, $0.height) = (0.08, 0.08) } }
                == [#"Overlay "logo": size 10 % → 8 %"#])
    }

    @Test func narrationWithoutItsFileIsSpokenAnew() {
        #expect(
            english(narrated) {
                $0.editSegment("v2") {
                    $0.text = "Noise first."
                    $0.source = nil
                }
            } == [#"Narration 2: "It started from noise." → "Noise first.", is spoken anew"#])
    }

    @Test func movementsAreNamed() {
        #expect(
            english(story) { $0.editSegment("forest") { $0.kenBurns = .preset(.zoomIn) } }
                == [#"Picture 3 "forest": movement none → zoom in"#])
        #expect(
            english(story) {
                $0.editSegment("robot") {
                    $0.kenBurns = .move(.init(from: .init(zoom: 1), to: .init(zoom: 1.1)))
                }
            } == [#"Picture 2 "robot": movement zoom in to 1.2× at 60 %, 40 % → zoom in to 1.1×"#])
    }

    @Test func effectsAreNamed() {
        var blur = Draft.Effect(.blur)
        blur.settings.set("to", 12)
        #expect(
            english(narrated) { $0.editSegment("p1") { $0.effects = [blur] } }
                == [#"Picture 1 "robot": blur (to 12) added"#])
    }

    @Test func soundsThatComeAndGo() {
        var quiet = story
        quiet.tracks.remove(at: 1)
        #expect(
            DraftChanges(from: quiet, to: story).lines(in: .english)
                == [#"BGM "lo-fi" added (0-15 s, 35 %)"#])
        #expect(DraftChanges(from: story, to: quiet).lines(in: .english) == ["BGM removed"])
        #expect(
            english(story) { $0.tracks.removeLast() } == ["All 3 captions removed"])
    }

    @Test func anAddedTextSaysWhatIsSpecialAboutIt() {
        var title = Draft.Segment(id: "new", start: 4000, duration: 3000)
        title.text = "Hello"
        title.style = Draft.TextStyle(.title)
        title.style?.color = yellow
        title.y = 0.12
        let change: (inout Draft) -> Void = { $0.edit("titles") { $0.append(title) } }
        #expect(
            english(story, change) == [#"Title "Hello" added (4-7 s, colour yellow, position top)"#]
        )
        #expect(chinese(story, change) == ["标题“Hello”已添加（4-7 秒，颜色 黄色，位置 顶部）"])
    }

    @Test func whatIsNotRenderedIsNamedOneByOne() {
        var old = story
        old.tracks.append(
            .init(
                .other(3), id: "x", segments: [.init(id: "a", start: 0), .init(id: "b", start: 9)]))
        let lines = english(old) {
            $0.edit("x") { for i in $0.indices { $0[i].unknown.set("own", 1) } }
        }
        #expect(lines == [#"Segment "a": own 1 added"#, #"Segment "b": own 1 added"#])
    }

    @Test func unknownKeysAreSaidByName() {
        #expect(
            english(story) { $0.unknown.set("folder", "a") } == [#"folder "a" added"#])
        #expect(
            english(clips) { $0.editSegment("beach") { $0.unknown.set("tint", 3) } }
                == [#"Picture 1 "beach": tint 3 added"#])
    }

    @Test func theSameWrittenOtherwiseIsSaidToBeThat() {
        #expect(
            english(story) { $0.metadata.background = .black }
                == ["Nothing looks or sounds different; the draft is written differently"])
    }
}
