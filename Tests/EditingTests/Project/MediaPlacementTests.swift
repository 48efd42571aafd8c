import Planning
import Testing

@testable import Editing

/// Where files go on the timeline.
@Suite struct MediaPlacementTests {
    private static let lengths = ["assets/long.mp3": 60_000, "assets/short.mp3": 4_000]

    private func placed(
        _ draft: Draft = Draft(id: "d"), _ files: (String, ProjectMedia)...
    ) -> MediaPlacement {
        var placement = MediaPlacement(draft, DraftClock { Self.lengths[$0] })
        placement.add(files.map { (source: "assets/\($0.0)", media: $0.1) })
        return placement
    }

    @Test func picturesFollowEachOtherWithAMoveAndFilmsWithTheirLength() {
        let result = placed(
            Draft(id: "d"), ("a.png", .still), ("b.mp4", .film(milliseconds: 1234)),
            ("c.png", .still))
        let segments = result.draft.tracks[0].segments
        #expect(result.draft.tracks.count == 1)
        #expect(result.draft.tracks[0].role == .main)
        #expect(segments.map(\.start) == [0, 5000, 6234])
        #expect(segments.map(\.duration) == [5000, 1234, 5000])
        #expect(segments.map(\.source) == ["assets/a.png", "assets/b.mp4", "assets/c.png"])
        #expect(segments.map(\.kenBurns) == [.preset(.auto), nil, .preset(.auto)])
        #expect(segments.map(\.id) == ["picture-1", "picture-2", "picture-3"])
        #expect(
            result.changes == [
                "Picture 1: a.png added (0-5s)", "Picture 2: b.mp4 added (5-6.2s)",
                "Picture 3: c.png added (6.2-11.2s)",
            ])
    }

    @Test func identitiesAreThoseThatNothingHas() {
        var draft = Draft(
            id: "d", tracks: [Draft.Track(.picture, id: "picture-2", role: .main)])
        draft.tracks[0].segments = [Draft.Segment(id: "picture-1", start: 0, duration: 10)]
        let result = placed(draft, ("a.png", .still))
        #expect(result.draft.tracks[0].segments.map(\.id) == ["picture-1", "picture-3"])
    }

    @Test func pictureGoesToTheMainTrackAndNeverOntoOverlays() {
        let overlay = Draft.Track(.picture, id: "o", role: .overlay)
        let result = placed(Draft(id: "d", tracks: [overlay]), ("a.png", .still))
        #expect(result.draft.tracks.map(\.role) == [.main, .overlay])
        #expect(result.draft.tracks.map(\.segments.count) == [1, 0])
        let plain = Draft.Track(.picture, id: "p")
        let main = Draft.Track(.picture, id: "m", role: .main)
        let other = placed(Draft(id: "d", tracks: [plain, overlay, main]), ("a.png", .still))
        #expect(other.draft.tracks.map(\.segments.count) == [0, 0, 1])
    }

    @Test func firstSoundIsMusicUnderTheWholeWhateverTheOrder() {
        for result in [
            placed(
                Draft(id: "d"), ("short.mp3", .sound(milliseconds: 4000)), ("a.png", .still)),
            placed(
                placed(Draft(id: "d"), ("short.mp3", .sound(milliseconds: 4000))).draft,
                ("a.png", .still)),
        ] {
            let music = result.draft.tracks.first { $0.role == .bgm }?.segments
            #expect(music?.count == 1)
            #expect(music?[0].start == 0)
            #expect(music?[0].duration == 5000)
            #expect(music?[0].loop == true)
            #expect(music?[0].volume == 0.35)
            #expect(music?[0].fadeOut == 1500)
        }
    }

    @Test func longMusicIsCutAndGrowsWithThePictures() {
        let first = placed(
            Draft(id: "d"), ("a.png", .still), ("long.mp3", .sound(milliseconds: 60_000)))
        #expect(first.draft.tracks[1].segments[0].duration == 5000)
        #expect(first.draft.tracks[1].segments[0].loop == nil)
        let second = placed(first.draft, ("b.png", .still))
        #expect(second.draft.tracks[1].segments[0].duration == 10_000)
        #expect(second.draft.tracks[1].segments[0].loop == nil)
        #expect(second.changes.last == "Music: 0-5s → 0-10s")
    }

    @Test func musicThatWasThereFirstIsCutToThePicturesAlsoBesideEffects() {
        let sounds = placed(
            Draft(id: "d"), ("long.mp3", .sound(milliseconds: 60_000)),
            ("ding.wav", .sound(milliseconds: 300)))
        #expect(sounds.draft.tracks.map(\.segments[0].duration) == [60_000, 300])
        let music = placed(sounds.draft, ("a.png", .still)).draft.tracks.filter { $0.role == .bgm }
        #expect(music.map(\.segments[0].duration) == [5000])
    }

    @Test func musicThatEndsElsewhereStays() {
        var first = placed(
            Draft(id: "d"), ("a.png", .still), ("long.mp3", .sound(milliseconds: 60_000))
        ).draft
        first.tracks[1].segments[0].duration = 3000
        #expect(placed(first, ("b.png", .still)).draft.tracks[1].segments[0].duration == 3000)
    }

    @Test func furtherSoundsAreEffectsThatEndWithThePictures() {
        let result = placed(
            Draft(id: "d"), ("a.png", .still), ("long.mp3", .sound(milliseconds: 60_000)),
            ("ding.wav", .sound(milliseconds: 300)), ("long.mp3", .sound(milliseconds: 60_000)))
        let effects = result.draft.tracks.filter { $0.role == .sfx }
        #expect(effects.map(\.segments[0].start) == [0, 0])
        #expect(effects.map(\.segments[0].duration) == [300, 5000])
        #expect(Set(result.draft.tracks.map(\.id)).count == 4)
    }

    @Test func writtenLengthOfTheWholeFollowsWhereItWasTheContents() {
        var draft = placed(Draft(id: "d"), ("a.png", .still)).draft
        draft.duration = 5000
        #expect(placed(draft, ("b.png", .still)).draft.duration == 10_000)
        draft.duration = 8000
        #expect(placed(draft, ("b.png", .still)).draft.duration == 8000)
    }

    @Test func lengthThatOnlyTheFileKnowsIsAskedFor() {
        var track = Draft.Track(.picture, id: "m", role: .main)
        var film = Draft.Segment(id: "f")
        film.source = "assets/long.mp3"
        film.speed = 2
        track.segments = [film]
        let known = placed(Draft(id: "d", tracks: [track]), ("a.png", .still))
        #expect(known.draft.tracks[0].segments[1].start == 30_000)
    }
}
