import Planning
import Testing

@testable import Editing

/// Changes in the order and number of pictures, and what happens to the rest.
@Suite struct OrderTests {
    @Test func aRemovedPictureTakesItsCaptionAlongAndTheRestClosesUp() throws {
        let draft = try edited(.story, .remove(Reference(.picture, .places([2]))))
        #expect(draft.times(.picture) == ["city 0+5000", "forest 5000+5000"])
        #expect(draft.times(.caption) == ["c1 1000+3000", "c3 5500+3500"])
        #expect(draft.times(.title) == ["title 0+3000"])
        #expect(draft.times(.music) == ["bgm 0+10000"])
        #expect(draft.transitions.isEmpty)
    }

    @Test func whereSomebodySpeaksThePictureBeforeTakesARemovedPicturesTime() throws {
        let draft = try edited(.narrated, .remove(Reference(.picture, .places([2]))))
        let original = try CorpusDraft.narrated.read()
        #expect(draft.times(.picture) == ["p1 0+11000", "p3 11000+5000"])
        #expect(draft.times(.narration) == original.times(.narration))
        #expect(draft.times(.text) == original.times(.text))
        #expect(draft.duration == 16_000)
    }

    @Test func whereSomebodySpeaksThePictureAfterTakesTheFirstOnesTime() throws {
        let draft = try edited(.narrated, .remove(Reference(.picture, .places([1]))))
        #expect(draft.times(.picture) == ["p2 0+11000", "p3 11000+5000"])
    }

    @Test func theOnlyPictureStays() throws {
        #expect(try problem(.story, .remove(Reference(.picture, .all))) == .leavesNothing)
    }

    @Test func anAddedPictureAtTheEndMakesTheMusicLonger() throws {
        let draft = try edited(
            .story, .order(.add(sources: ["lake.jpg"], at: .end, length: nil)))
        #expect(
            draft.times(.picture) == [
                "city 0+5000", "robot 5000+5000", "forest 10000+5000", "picture-1 15000+5000",
            ])
        #expect(draft.segment("picture-1")?.source == "assets/lake.jpg")
        #expect(draft.times(.music) == ["bgm 0+20000"])
        #expect(draft.times(.caption) == ["c1 1000+3000", "c2 5500+3500", "c3 10500+3500"])
        #expect(draft.segment("bgm")?.fadeOut == 1500)
        #expect(draft.transitions.count == 1)
    }

    @Test func anAddedPictureAtTheStartPushesAllButMusic() throws {
        let draft = try edited(
            .story, .order(.add(sources: ["assets/lake.jpg"], at: .start, length: 2000)))
        #expect(draft.times(.picture).first == "picture-1 0+2000")
        #expect(draft.times(.title) == ["title 2000+3000"])
        #expect(draft.times(.caption) == ["c1 3000+3000", "c2 7500+3500", "c3 12500+3500"])
        #expect(draft.times(.music) == ["bgm 0+17000"])
    }

    @Test func aMovedPictureTakesItsWordsAlong() throws {
        let draft = try edited(
            .story, .order(.move(Reference(.picture, .places([-1])), to: .start)))
        #expect(draft.times(.picture) == ["forest 0+5000", "city 5000+5000", "robot 10000+5000"])
        #expect(draft.times(.caption) == ["c3 500+3500", "c1 6000+3000", "c2 10500+3500"])
        #expect(draft.times(.title) == ["title 5000+3000"])
        #expect(draft.transitions.map(\.from) == ["city"])
        #expect(draft.times(.music) == ["bgm 0+15000"])
    }

    @Test func reversedPicturesHaveNoTransitionThatRunsBackwards() throws {
        let draft = try edited(.story, .order(.reverse))
        #expect(draft.times(.picture) == ["forest 0+5000", "robot 5000+5000", "city 10000+5000"])
        #expect(draft.transitions.isEmpty)
    }

    @Test func swappedPicturesKeepTheirLengths() throws {
        let draft = try edited(
            .clips,
            .order(.swap(Reference(.picture, .places([1])), Reference(.picture, .places([2])))))
        #expect(draft.times(.picture) == ["photo 0+4000", "beach 4000+8000"])
        #expect(draft.times(.overlay) == ["logo 0+12000"])
    }

    @Test func aCopyComesRightAfterItsOriginal() throws {
        let draft = try edited(.story, .order(.duplicate(Reference(.picture, .named("city")))))
        #expect(
            draft.times(.picture) == [
                "city 0+5000", "city-2 5000+5000", "robot 10000+5000", "forest 15000+5000",
            ])
        #expect(draft.segment("city-2")?.kenBurns == .preset(.zoomIn))
    }

    @Test func onlyTheFirstTwoAreKept() throws {
        let draft = try edited(.story, .order(.keep(Reference(.picture, .places([1, 2])))))
        #expect(draft.times(.picture) == ["city 0+5000", "robot 5000+5000"])
        #expect(draft.times(.caption) == ["c1 1000+3000", "c2 5500+3500"])
    }

    @Test func aSplitFilmGoesOnInItsSource() throws {
        let draft = try edited(.clips, .order(.split(at: 3000)))
        #expect(
            draft.times(.picture) == ["beach 0+3000", "beach-2 3000+5000", "photo 8000+4000"])
        #expect(draft.segment("beach")?.sourceStart == 2000)
        #expect(draft.segment("beach-2")?.sourceStart == 5000)
        #expect(draft.segment("beach-2")?.volume == 0.8)
    }

    @Test func aSplitPictureGivesItsTransitionToItsSecondHalf() throws {
        let draft = try edited(.story, .order(.split(at: 2000)))
        #expect(draft.transitions == [Draft.Transition(from: "city-2", to: "robot", duration: 500)])
    }

    @Test func picturesMoveByPlaces() throws {
        let first = Reference(.picture, .places([1]))
        #expect(
            try edited(.story, .order(.move(first, to: .shift(1)))).times(.picture)
                == ["robot 0+5000", "city 5000+5000", "forest 10000+5000"])
        #expect(
            try edited(.story, .order(.move(first, to: .place(-1)))).times(.picture)
                == ["robot 0+5000", "forest 5000+5000", "city 10000+5000"])
        let operation = EditOperation.order(.move(first, to: .start))
        #expect(try problem(.story, operation) == .already(operation))
    }

    @Test func aFadeOutAtTheEndStaysAtTheEnd() throws {
        let draft = try edited(
            .story, .fadeWhole(in: nil, out: 1000),
            .order(.add(sources: ["lake.jpg"], at: .end, length: nil)))
        #expect(draft.segment("forest")?.fadeOut == nil)
        #expect(draft.segment("picture-1")?.fadeOut == 1000)
        let shorter = try edited(
            .story, .fadeWhole(in: nil, out: 1000), .remove(Reference(.picture, .places([-1]))))
        #expect(shorter.segment("robot")?.fadeOut == 1000)
    }

    @Test func theFirstPictureOfAllMovesNothing() throws {
        let json = #"{"t":[{"tt":7,"sg":[{"id":"t","s":1000,"d":2000,"tx":"Hello"}]}]}"#
        let draft = try Draft(parsing: Array(json.utf8))
        let edited = try Editor(material: FakeMaterial()).apply(
            [.order(.add(sources: ["lake.jpg"], at: .end, length: 4000))], to: draft)
        #expect(edited.times(.picture) == ["picture-1 0+4000"])
        #expect(edited.times(.title) == ["t 1000+2000"])
        #expect(edited.tracks[0].role == .main)
    }

    @Test func chaptersGoWithTheirPictures() throws {
        let draft = try edited(.loose, .remove(Reference(.picture, .places([1]))))
        // The first chapter has nothing left: of two that begin together the later one stays.
        #expect(draft.metadata.chapters?.map(\.title) == ["Two", "Three"])
        #expect(draft.metadata.chapters?.map(\.start) == [0, 4000])
    }
}
