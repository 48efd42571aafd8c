import Planning
import Testing

/// The sound of films: on picture tracks beside the picture, on audio tracks alone.
struct FilmSoundTests {
    @Test func filmOnAnAudioTrackIsHeardAndNotSeen() throws {
        let plan = try plan(sounds(#"{"id":"a","src":"clip.mp4","ss":500,"d":2000}"#))
        #expect(plan.tracks == [])
        let clip = try #require(plan.sound.tracks.first?.clips.first)
        #expect(clip.path == "/draft/clip.mp4")
        #expect(clip.samples == 0..<96_000)
        #expect(clip.sourceStart == 24_000)
    }

    /// `late.mov` shows its first frame 50 ms after its sound begins.
    @Test func sameStartIsTheSameMomentOnBothTracks() throws {
        let segment = #"{"src":"late.mov","ss":1000,"d":1000}"#
        let seen = try plan(pictures(segment)).sound.tracks.first?.clips.first
        let heard = try plan(sounds(segment)).sound.tracks.first?.clips.first
        #expect(seen?.sourceStart == 1050 * 48)
        #expect(heard?.sourceStart == seen?.sourceStart)
    }

    @Test func silentFilmIsShownWithoutSound() throws {
        let plan = try plan(pictures(#"{"src":"silent.mp4"}"#))
        #expect(plan.frameCount == 60)
        #expect(plan.sound.tracks == [])
        #expect(plan.notices == [])
    }

    @Test func soundThatCannotBeDecodedIsANoticeAndSilence() throws {
        let facts = FilmFacts(width: 640, height: 360, milliseconds: 1000)
        let plan = try plan(
            pictures(#"{"src":"odd.avi"}"#),
            files: ["odd.avi": .film(facts, warnings: ["its sound is left out: no decoder"])])
        #expect(plan.tracks.first?.clips.count == 1)
        #expect(plan.sound.tracks == [])
        #expect(
            plan.notices.map { $0.message(file: "d.json") } == [
                "d.json:1:35 /t/0/sg/0/src: /draft/odd.avi: its sound is left out: no decoder"
            ])
    }
}
