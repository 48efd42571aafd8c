import Planning
import Testing

@testable import Editing

/// Lengths, cuts and pace, and what happens to the rest.
@Suite struct LengthTests {
    @Test func aLongerPicturePushesTheRest() throws {
        let draft = try edited(
            .story, .picture(Reference(.picture, .places([1])), .length(.add(2000))))
        #expect(draft.times(.picture) == ["city 0+7000", "robot 7000+5000", "forest 12000+5000"])
        #expect(draft.times(.caption) == ["c1 1000+3000", "c2 7500+3500", "c3 12500+3500"])
        #expect(draft.times(.title) == ["title 0+3000"])
        #expect(draft.times(.music) == ["bgm 0+17000"])
        #expect(draft.transitions.first?.duration == 500)
    }

    @Test func textsEndWithAShorterPictureAtTheLatest() throws {
        let draft = try edited(
            .story, .picture(Reference(.picture, .places([1])), .length(.set(2000))))
        #expect(draft.times(.caption) == ["c1 1000+1000", "c2 2500+3500", "c3 7500+3500"])
        #expect(draft.times(.title) == ["title 0+2000"])
        #expect(draft.times(.subtitle) == ["subtitle 500+1500"])
        #expect(draft.times(.music) == ["bgm 0+12000"])
    }

    @Test func aTransitionWithoutRoomGetsShorter() throws {
        let draft = try edited(
            .story, .picture(Reference(.picture, .places([1])), .length(.set(200))))
        #expect(draft.transitions.first?.duration == 400)
    }

    @Test func whereSomebodySpeaksOnlyPicturesMove() throws {
        let draft = try edited(
            .narrated, .picture(Reference(.picture, .places([1])), .length(.set(4000))))
        let original = try CorpusDraft.narrated.read()
        // The last picture is held until the end card is over.
        #expect(draft.times(.picture) == ["p1 0+4000", "p2 4000+5000", "p3 9000+7000"])
        #expect(draft.times(.text) == original.times(.text))
        #expect(draft.times(.narration) == original.times(.narration))
        #expect(draft.duration == 16_000)
        #expect(
            try problem(
                .narrated, .picture(Reference(.picture, .places([-1])), .length(.set(3000))))
                == .narrationGoesOn(until: 15_000))
    }

    @Test func picturesShareANewLengthInProportion() throws {
        let draft = try edited(.story, .whole(.length(.set(10_000))))
        #expect(draft.times(.picture) == ["city 0+3333", "robot 3333+3333", "forest 6666+3334"])
        #expect(draft.times(.caption) == ["c1 1000+2333", "c2 3833+2833", "c3 7166+2834"])
        #expect(draft.times(.music) == ["bgm 0+10000"])
        let clips = try edited(.clips, .whole(.length(.multiply(0.5))))
        #expect(clips.times(.picture) == ["beach 0+4000", "photo 4000+2000"])
        #expect(clips.times(.overlay) == ["logo 0+6000"])
    }

    @Test func theWholeIsNeverShorterThanTheNarration() throws {
        #expect(
            try problem(.narrated, .whole(.length(.set(12_000)))) == .narrationGoesOn(until: 15_000)
        )
        let draft = try edited(.narrated, .whole(.length(.set(15_500))))
        #expect(draft.duration == 15_500)
        #expect(draft.times(.endCard) == ["end 12000+3500"])
        #expect(draft.times(.music) == ["m1 0+15500"])
    }

    @Test func aCutLosesItsStretchOnAllTracks() throws {
        let draft = try edited(.story, .cutOut(3000..<8000))
        #expect(draft.times(.picture) == ["city 0+3000", "robot 3000+2000", "forest 5000+5000"])
        #expect(draft.times(.caption) == ["c1 1000+2000", "c2 3000+1000", "c3 5500+3500"])
        #expect(draft.times(.title) == ["title 0+3000"])
        #expect(draft.times(.music) == ["bgm 0+10000"])
        #expect(draft.segment("bgm")?.fadeOut == 1500)
        #expect(draft.transitions.first?.duration == 500)
    }

    @Test func aCutInsideAFilmMovesItsSourceOn() throws {
        let draft = try edited(.clips, .cutOut(3000..<5000))
        #expect(
            draft.times(.picture) == ["beach 0+3000", "beach-2 3000+3000", "photo 6000+4000"])
        #expect(draft.segment("beach-2")?.sourceStart == 7000)
        #expect(draft.times(.overlay) == ["logo 0+10000"])
    }

    @Test func aCutTakesNarrationAlong() throws {
        let draft = try edited(.narrated, .cutOut(2000..<7000))
        #expect(draft.duration == 11_000)
        #expect(draft.times(.narration) == ["v1 500+1500", "v2 2000+3400", "v3 6200+3800"])
        #expect(draft.segment("v2")?.sourceStart == 800)
        #expect(draft.times(.picture) == ["p1 0+2000", "p2 2000+4000", "p3 6000+5000"])
    }

    @Test func everythingTwiceAsFastTakesHalfTheTime() throws {
        let draft = try edited(.narrated, .whole(.pace(2)))
        #expect(draft.times(.picture) == ["p1 0+3000", "p2 3000+2500", "p3 5500+2500"])
        #expect(draft.times(.narration) == ["v1 250+2000", "v2 3100+2100", "v3 5600+1900"])
        #expect(draft.segment("v1")?.speed == 2)
        #expect(draft.times(.music) == ["m1 0+8000"])
        #expect(draft.segment("m1")?.speed == nil)
        #expect(draft.duration == 8000)
    }

    @Test func aFasterFilmTakesLessTime() throws {
        let draft = try edited(.clips, .picture(Reference(.picture), .speed(.multiply(1.25))))
        #expect(draft.segment("beach")?.speed == 1.25)
        #expect(draft.times(.picture) == ["beach 0+6400", "photo 6400+4000"])
        #expect(draft.times(.overlay) == ["logo 0+10400"])
        let operation = EditOperation.picture(Reference(.picture), .speed(.set(2)))
        #expect(try problem(.story, operation) == .nothingToChange(operation))
    }

    @Test func aFilmShowsAStretchOfItsSource() throws {
        let film = Reference(.picture, .places([1]))
        let draft = try edited(.clips, .picture(film, .trim(start: 3000, end: 8000)))
        #expect(draft.segment("beach")?.sourceStart == 3000)
        #expect(draft.times(.picture) == ["beach 0+5000", "photo 5000+4000"])
        let shaved = try edited(.clips, .picture(film, .shave(front: 2000, back: 0)))
        #expect(shaved.segment("beach")?.sourceStart == 4000)
        #expect(shaved.times(.picture) == ["beach 0+6000", "photo 6000+4000"])
    }

    @Test func keysThatAreAbsentStayAbsent() throws {
        let json = #"""
            {"t":[{"tt":0,"sg":[{"id":"a","src":"assets/city.jpg"},
            {"id":"b","src":"assets/lake.jpg"},{"id":"c","src":"assets/robot.png"}]}]}
            """#
        let draft = try Draft(parsing: Array(json.utf8))
        let longer = try Editor(material: FakeMaterial()).apply(
            [.picture(Reference(.picture, .places([2])), .length(.set(3000)))], to: draft)
        #expect(longer.segment("b")?.duration == 3000)
        #expect(longer.segment("b")?.start == nil)
        #expect(longer.segment("c") == draft.segment("c"))
        #expect(longer.times(.picture) == ["a 0+5000", "b 5000+3000", "c 8000+5000"])
    }

    @Test func whatOnlyTheFileKnowsIsAProblemWhereItIsNeeded() throws {
        let json = #"{"t":[{"tt":0,"sg":[{"id":"a","src":"x.mp4"},{"id":"b","src":"y.jpg"}]}]}"#
        let draft = try Draft(parsing: Array(json.utf8))
        let editor = Editor(material: NoMaterial())
        #expect(throws: EditProblem.unknownLength(name: "x")) {
            try editor.apply([.order(.reverse)], to: draft)
        }
        let gray = try editor.apply(
            [.picture(Reference(.picture), .effect(.gray, ["amount": .set(1)]))], to: draft)
        #expect(gray.tracks[0].segments[0].effects.count == 1)
    }
}
