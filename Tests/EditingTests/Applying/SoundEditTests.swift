import Planning
import Testing

@testable import Editing

@Suite struct SoundEditTests {
    private let music = Reference(.music)
    private let voice = Reference(.narration)

    @Test func aGainIsThatOfTrackAndSegmentTogether() throws {
        let segment = try edited(.story, .sound(music, .volume(.set(0.5))))
        #expect(segment.segment("bgm")?.volume == 0.5)
        #expect(segment.tracks[1].volume == nil)
        let track = try edited(.narrated, .sound(music, .volume(.set(0.5))))
        #expect(track.tracks[2].volume == 0.5)
        #expect(track.segment("m1")?.volume == nil)
        let louder = try edited(.story, .sound(music, .volume(.multiply(1.5))))
        // 0.525 in whole per cent.
        #expect(louder.segment("bgm")?.volume == 0.53)
    }

    @Test func gainsHaveBounds() throws {
        let set = EditOperation.sound(music, .volume(.set(3)))
        #expect(try problem(.story, set) == .outOfBounds(set, allowed: 0...2))
        #expect(
            try edited(.story, .sound(music, .volume(.multiply(100)))).segment("bgm")?.volume == 2)
        let same = EditOperation.sound(music, .volume(.set(0.35)))
        #expect(try problem(.story, same) == .already(same))
        #expect(try problem(.narrated, same) == .already(same))
    }

    @Test func allSoundIsAudioTracksAndFilms() throws {
        let muted = try edited(.clips, .sound(Reference(.sound), .mute(true)))
        #expect(muted.segment("beach")?.volume == 0)
        #expect(muted.segment("photo")?.volume == nil)
        let story = try edited(.story, .sound(music, .mute(true)))
        #expect(story.tracks[1].isMuted == true)
        let again = try Editor(material: FakeMaterial()).apply(
            [.sound(music, .mute(false))], to: story)
        #expect(again == (try CorpusDraft.story.read()))
        let one = try edited(.narrated, .sound(Reference(.narration, .places([2])), .mute(true)))
        #expect(one.segment("v2")?.volume == 0)
        #expect(one.tracks[1].isMuted == nil)
    }

    @Test func aLoopEndsWithTheVideo() throws {
        let draft = try edited(.story, .music(MusicChoice(.loop("upbeat"))))
        let music = try #require(draft.segment("bgm"))
        // 12 bars of 2144 ms are 25728: the last 15000 of them.
        #expect(music.sourceStart == 10_728)
        #expect(music.source == "assets/upbeat.ogg")
        #expect((music.start, music.duration) == (0, 15_000))
        #expect(music.loop == nil)
        #expect((music.fadeIn, music.fadeOut) == (400, 1500))
        #expect(music.volume == 0.35)
        #expect(draft.tracks[1].name == "upbeat")
        let same = EditOperation.music(MusicChoice(.loop("lo-fi")))
        #expect(try problem(.story, same) == .already(same))
    }

    @Test func otherMusicIsTheNextLoop() throws {
        let draft = try edited(.story, .music(MusicChoice(.another, volume: 0.2)))
        #expect(draft.segment("bgm")?.source == "assets/ambient.ogg")
        #expect(draft.segment("bgm")?.volume == 0.2)
    }

    @Test func musicComesWhereThereIsNone() throws {
        let draft = try edited(.clips, .music(MusicChoice(.file("song.mp3"))))
        let track = try #require(draft.tracks.last)
        #expect(track.role == .bgm)
        #expect(track.segments.map(\.id) == ["music-1"])
        #expect(track.segments[0].volume == 0.35)
        #expect(track.segments[0].duration == 12_000)
        #expect(track.segments[0].loop == nil)
        let short = try edited(.clips, .music(MusicChoice(.file("jingle.mp3"))))
        #expect(short.segment("music-1")?.loop == true)
        #expect(try problem(.clips, .music(MusicChoice(.file("no.mp3")))) == .noFile("no.mp3"))
    }

    @Test func anotherSentenceIsSpokenAnewAndItsCaptionFollows() throws {
        let second = Reference(.narration, .places([2]))
        let draft = try edited(.narrated, .sound(second, .words("It was noise.")))
        let sentence = try #require(draft.segment("v2"))
        #expect(sentence.text == "It was noise.")
        #expect(sentence.source == nil)
        #expect(sentence.voice == "hibari")
        #expect(sentence.duration == 4200)
        #expect(draft.segment("k2")?.text == "It was noise.")
        #expect(draft.segment("noise")?.text == "It starts with noise.")
    }

    @Test func anotherVoiceSpeaksAllAnew() throws {
        let draft = try edited(.narrated, .sound(voice, .voice("espeak")))
        for id in ["v1", "v2", "v3"] {
            #expect(draft.segment(id)?.voice == "espeak")
            #expect(draft.segment(id)?.source == nil)
        }
        let words = EditOperation.sound(voice, .replace(old: "moon", new: "sun"))
        #expect(try problem(.narrated, words) == .nothingToChange(words))
    }

    @Test func fasterSpeechKeepsItsStarts() throws {
        let draft = try edited(.narrated, .sound(voice, .speed(.multiply(1.1))))
        #expect(draft.segment("v1")?.speed == 1.1)
        #expect(draft.times(.narration) == ["v1 500+3636", "v2 6200+3818", "v3 11200+3455"])
    }

    @Test func slowerSpeechWaitsForTheSentenceBefore() throws {
        let draft = try edited(.narrated, .sound(voice, .speed(.set(0.5))))
        // 8000, 8400 and 7600 ms: each begins when the one before is over.
        #expect(draft.times(.narration) == ["v1 500+8000", "v2 8500+8400", "v3 16900+7600"])
        #expect(draft.times(.caption) == ["k1 500+8000", "k2 8500+8400", "k3 16900+7600"])
        #expect(draft.times(.picture).last == "p3 11000+13500")
        #expect(draft.duration == 24_500)
    }

    @Test func duckingHasDecibels() throws {
        #expect(try edited(.narrated, .sound(music, .duck(.set(0)))).tracks[2].ducking == 0)
        #expect(try edited(.narrated, .sound(music, .duck(.add(6)))).tracks[2].ducking == -18)
    }

    @Test func fadesAreSetAndTakenAway() throws {
        let draft = try edited(.narrated, .fade(music, in: 0, out: 2000))
        #expect(draft.segment("m1")?.fadeIn == nil)
        #expect(draft.segment("m1")?.fadeOut == 2000)
        let whole = try edited(.narrated, .fadeWhole(in: 500, out: 1000))
        #expect(whole.segment("p1")?.fadeIn == 500)
        #expect(whole.segment("p2")?.fadeIn == nil)
        #expect(whole.segment("p3")?.fadeOut == 1000)
        #expect(whole.segment("m1")?.fadeOut == 1000)
        #expect(whole.segment("end")?.fadeOut == 1000)
        #expect(whole.segment("hook")?.fadeIn == nil)
    }

    @Test func anEffectIsAddedAtItsTime() throws {
        let draft = try edited(.story, .addSound(source: "jingle.mp3", role: .sfx, at: 13_000))
        #expect(draft.times(.soundEffect) == ["sfx-1 13000+2000"])
    }

    @Test func aLoopThatEndsWithTheVideoEndsWithALongerOneToo() throws {
        let draft = try edited(
            .story, .music(MusicChoice(.loop("upbeat"))), .whole(.length(.set(20_000))))
        let music = try #require(draft.segment("bgm"))
        #expect(music.duration == 20_000)
        // The last 20000 of 25728.
        #expect(music.sourceStart == 5728)
    }

    @Test func volumesInMirrorsDoNotComeBack() throws {
        let draft = try edited(
            .loose, .sound(Reference(.sound, .named("z")), .volume(.set(0))),
            .sound(Reference(.sound, .named("z")), .mute(true)),
            .sound(Reference(.sound, .named("z")), .mute(false)))
        let again = try Draft(parsing: Array(draft.text.utf8))
        #expect(draft.segment("z")?.volume == nil)
        #expect(again.segment("z")?.volume == nil)
    }
}
