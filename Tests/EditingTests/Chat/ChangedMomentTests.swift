import Planning
import Testing

@testable import Editing

/// When an edit can be seen.
struct ChangedMomentTests {
    /// Three pictures of 2 s without starts, a title from 1 to 3 s, music under all.
    private let draft: Draft = {
        var pictures = Draft.Track(.picture, id: "main", role: .main)
        pictures.segments = ["a", "b", "c"].map { Draft.Segment(id: $0, duration: 2000) }
        var texts = Draft.Track(.text, id: "titles", role: .title)
        texts.segments = [Draft.Segment(id: "t", start: 1000, duration: 2000)]
        var music = Draft.Track(.audio, id: "music", role: .bgm)
        music.segments = [Draft.Segment(id: "m", start: 0, duration: 6000)]
        return Draft(id: "d", tracks: [pictures, music, texts])
    }()

    private func time(_ change: (inout Draft) -> Void) -> Int? {
        var new = draft
        change(&new)
        return ChangedMoment.time(from: draft, to: new) { _ in nil }
    }

    @Test func itIsTheMiddleOfWhatLooksDifferent() {
        #expect(time { $0.tracks[0].segments[1].opacity = 0.5 } == 3000)
        #expect(time { $0.tracks[2].segments[0].text = "Hello" } == 2000)
    }

    @Test func ofSeveralTheFirstInTimeCounts() {
        let change = time {
            $0.tracks[0].segments[2].opacity = 0.5
            $0.tracks[2].segments[0].text = "Hello"
        }
        #expect(change == 2000)
    }

    @Test func aChangeOfTheWholeShowsInItsMiddle() {
        #expect(time { $0.metadata.width = 100 } == 3000)
        #expect(time { $0.tracks[0].segments.removeLast() } == 2000)
    }

    @Test func soundAloneShowsNowhere() {
        #expect(time { $0.tracks[1].segments[0].volume = 0.2 } == nil)
        #expect(time { _ in } == nil)
    }

    @Test func whereNothingIsSeenThereIsNoMoment() {
        #expect(time { $0.tracks = [$0.tracks[1]] } == nil)
    }
}
