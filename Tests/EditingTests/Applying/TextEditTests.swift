import Planning
import Testing

@testable import Editing

@Suite struct TextEditTests {
    private let title = Reference(.title)

    @Test func aColourChangesNothingElse() throws {
        let yellow = Color(red: 255, green: 255, blue: 0)
        let draft = try edited(.story, .text(title, .color(yellow)))
        var expected = try CorpusDraft.story.read()
        expected.tracks[2].segments[0].style?.color = yellow
        #expect(draft == expected)
        let white = EditOperation.text(Reference(.title), .color(.white))
        #expect(try problem(.narrated, white) == .already(white))
    }

    @Test func sizesCountFromThePresets() throws {
        // A title has 104, a caption 44.
        let draft = try edited(
            .story, .text(title, .size(.multiply(1.25))),
            .text(Reference(.caption), .size(.multiply(1.1))))
        #expect(draft.segment("title")?.style?.size == 130)
        #expect(draft.segment("c2")?.style?.size == 48.4)
        let huge = EditOperation.text(title, .size(.set(3000)))
        #expect(try problem(.story, huge) == .outOfBounds(huge, allowed: 1...2000))
    }

    @Test func wordsTakeThePlaceOfWords() throws {
        let draft = try edited(
            .story, .text(title, .words("City")),
            .text(Reference(.caption), .replace(old: "The", new: "A")),
            .text(title, .append("by night")), .text(title, .append("!")))
        #expect(draft.segment("title")?.text == "City by night!")
        #expect(draft.segment("c1")?.text == "A city never sleeps.")
        #expect(draft.segment("c2")?.text == "A robot walks home.")
        #expect("城市".continued(with: "之夜") == "城市之夜")
        let absent = EditOperation.text(Reference(.caption), .replace(old: "moon", new: "sun"))
        #expect(try problem(.story, absent) == .nothingToChange(absent))
    }

    @Test func placesHaveTheirFractions() throws {
        let top = try edited(.story, .text(title, .place(TextPlace(row: .top))))
        #expect(top.segment("title")?.y == 0.12)
        #expect(top.segment("title")?.x == nil)
        let left = try edited(.story, .text(title, .place(TextPlace(row: .bottom, column: .left))))
        #expect(left.segment("title")?.y == 0.88)
        #expect(left.segment("title")?.x == 0.275)
        #expect(left.segment("title")?.width == 0.45)
        #expect(left.segment("title")?.style?.alignment == .left)
        let center = try Editor(material: FakeMaterial()).apply(
            [.text(title, .place(TextPlace(column: .center)))], to: left)
        #expect(center.segment("title")?.x == 0.5)
        #expect(center.segment("title")?.width == nil)
        #expect(center.segment("title")?.style?.alignment == .center)
        let there = EditOperation.text(Reference(.caption), .place(TextPlace(row: .bottom)))
        #expect(try problem(.story, there) == .already(there))
        let tall = try edited(
            .story, .whole(.aspect(9, 16)),
            .text(Reference(.caption), .place(TextPlace(row: .top))), there)
        #expect(tall.segment("c1")?.y == 0.70)
    }

    @Test func aNudgeCountsFromThePreset() throws {
        let draft = try edited(.story, .text(title, .nudge(dx: 0, dy: -0.06)))
        #expect(draft.segment("title")?.y == 0.4)
        #expect(draft.segment("title")?.x == nil)
    }

    @Test func outlinesShadowsAndBoxesComeAndGo() throws {
        let none = try edited(.story, .text(title, .shadow(false)))
        #expect(none.segment("title")?.style?.shadow?.color?.alpha == 0)
        let lined = try edited(.story, .text(title, .outline(color: nil, width: nil)))
        #expect(lined.segment("title")?.style?.stroke == .init(color: .black, width: 4))
        let boxed = try edited(.story, .text(title, .box(nil)), .text(title, .noBox))
        #expect(boxed == (try CorpusDraft.story.read()))
        let shadow = EditOperation.text(title, .shadow(true))
        #expect(try problem(.story, shadow) == .already(shadow))
    }

    @Test func opacityOfATextIsItsColours() throws {
        let draft = try edited(.narrated, .text(Reference(.title), .opacity(.set(0.5))))
        #expect(draft.segment("hook")?.style?.color?.hex == "#FFFFFF80")
    }

    @Test func aNewTitleIsOnATrackThatIsFree() throws {
        let draft = try edited(.story, .addText(NewText(.title, "Hello")))
        #expect(draft.segment("title-1")?.text == "Hello")
        #expect(draft.tracks.count == 6)
        #expect(draft.tracks[5].id == "titles-2")
        #expect(draft.tracks[5].role == .title)
        #expect(draft.times(.title) == ["title 0+3000", "title-1 0+3000"])
        var late = NewText(.title, "Later")
        (late.start, late.length) = (6000, 2000)
        let second = try edited(.story, .addText(late))
        #expect(second.tracks.count == 5)
        #expect(second.tracks[2].segments.map(\.id) == ["title", "title-1"])
    }

    @Test func newTextsHaveTheTimesOfTheirKind() throws {
        #expect(
            try edited(.story, .addText(NewText(.endCard, "Bye"))).times(.endCard)
                == ["end-1 12000+3000"])
        #expect(
            try edited(.narrated, .addText(NewText(.subtitle, "S"))).times(.subtitle)
                == ["subtitle-1 300+4000"])
        var label = NewText(.text, "Robot")
        label.over = Reference(.picture, .places([2]))
        let draft = try edited(.story, .addText(label))
        #expect(draft.segment("text-1")?.start == 5000)
        #expect(draft.segment("text-1")?.duration == 5000)
        #expect(draft.segment("text-1")?.style?.preset == .label)
        var caption = NewText(.caption, "C")
        (caption.start, caption.length) = (4000, 1000)
        caption.changes = [.weight(700)]
        let captioned = try edited(.story, .addText(caption))
        #expect(captioned.tracks[4].segments.map(\.id) == ["c1", "caption-1", "c2", "c3"])
        #expect(captioned.segment("caption-1")?.style?.weight == 700)
    }

    @Test func aTextIsMovedAndStretched() throws {
        let draft = try edited(
            .story, .timing(title, start: .set(1000), length: .set(3000)))
        #expect(draft.times(.title) == ["title 1000+3000"])
        let longer = try edited(
            .story, .timing(Reference(.caption, .places([1])), start: nil, length: .set(6000)))
        // It would lie over the second caption, so it has a track of its own.
        #expect(longer.times(.caption) == ["c1 1000+6000", "c2 5500+3500", "c3 10500+3500"])
        #expect(longer.tracks.count == 6)
        #expect(longer.tracks[5].role == .caption)
    }

    @Test func captionsHideAndShow() throws {
        let hidden = try edited(.story, .hide(Reference(.caption), true))
        #expect(hidden.tracks[4].isHidden == true)
        let shown = try Editor(material: FakeMaterial()).apply(
            [.hide(Reference(.caption), false)], to: hidden)
        #expect(shown == (try CorpusDraft.story.read()))
        let one = try edited(.story, .hide(Reference(.caption, .places([2])), true))
        #expect(one.tracks[4].segments.map(\.id) == ["c1", "c3"])
        #expect(one.tracks[5].segments.map(\.id) == ["c2"])
        #expect(one.tracks[5].isHidden == true)
    }

    @Test func removingTheLastTextOfATrackRemovesTheTrack() throws {
        let draft = try edited(.story, .remove(title))
        #expect(draft.tracks.map(\.id) == ["pictures", "music", "subtitles", "captions"])
    }
}
