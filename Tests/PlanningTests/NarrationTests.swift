import Foundation
import Testing

@testable import Planning

/// Sentences that are laid into drafts once they are spoken.
struct NarrationTests {
    /// Reads `json` and lays sentences of these lengths, in milliseconds, into it.
    private func spoken(_ json: String, _ lengths: Int?...) throws -> Draft {
        let draft = try Draft(parsing: Array(json.utf8))
        let unspoken = draft.unspokenLines
        try #require(unspoken.count == lengths.count)
        let lines = zip(unspoken, lengths).map { place, length in
            (
                place,
                SpokenLine(
                    source: length.map { "/voices/\($0).wav" }, duration: length ?? 1000,
                    words: [.init(start: 100, duration: 400, word: "One")])
            )
        }
        return Planner(folder: "/draft", inspector: FakeInspector()).speaking(draft, lines)
    }

    /// The times of a track: `[[start, end], …]`.
    private func times(_ draft: Draft, _ track: Int) -> [[Int]] {
        draft.tracks[track].segments.map { segment in
            let start = segment.start ?? -1
            return [start, start + (segment.duration ?? -1)]
        }
    }

    /// Two pictures, a sentence on each, their captions, music and a label: 8 seconds.
    private static let show = """
        {"d":8000,"m":{"chapters":[[0,"First"],[4000,"Second"]]},"t":[
        {"tt":0,"sg":[{"id":"a","s":0,"d":4000,"color":"#112233"},
         {"id":"b","s":4000,"d":4000,"color":"#332211"}]},
        {"tt":1,"m":{"role":"voice"},"sg":[{"s":0,"d":3000,"tx":"One two.","voice":"espeak"},
         {"s":4000,"d":3000,"src":"voice.wav","tx":"Three.","voice":"espeak"}]},
        {"tt":7,"m":{"role":"caption"},"sg":[{"s":0,"d":3000,"tx":"One\\ntwo."},
         {"s":4000,"d":3000,"tx":"Three."}]},
        {"tt":1,"m":{"role":"bgm"},"sg":[{"s":0,"d":8000,"src":"music.m4a","loop":true}]},
        {"tt":1,"m":{"role":"sfx"},"sg":[{"s":1000,"d":500,"src":"voice.wav"},
         {"s":5000,"d":500,"src":"voice.wav"}]}],
        "tr":[{"k":"fade","a":"a","b":"b","d":500}]}
        """

    @Test func onlySoundsWithWordsAndAVoiceAndNoFileAreUnspoken() throws {
        let draft = try Draft(
            parsing: Array(
                sounds(
                    #"{"d":9,"tx":"a","voice":"x"},{"d":9,"tx":"b","voice":"x","src":"b.wav"},"#
                        + #"{"d":9,"src":"c.wav","tx":"c"},{"tx":"e","voice":"y"}"#
                ).utf8))
        #expect(draft.unspokenLines.map(\.text) == ["a", "e"])
        #expect(draft.unspokenLines.map(\.voice) == ["x", "y"])
        #expect(draft.unspokenLines[1].segment == 3)
        #expect(draft.unspokenLines[1].place.pointer == "/t/0/sg/3/tx")
    }

    @Test(arguments: ["mute", "hidden"])
    func whatIsNotHeardIsNotSpoken(key: String) throws {
        let json = sounds(#"{"d":9,"tx":"a","voice":"x"}"#, track: #","m":{"\#(key)":true}"#)
        #expect(try Draft(parsing: Array(json.utf8)).unspokenLines.isEmpty)
    }

    @Test func aSpokenSentenceHasItsSoundItsWordsAndItsLength() throws {
        let draft = try spoken(Self.show, 2500)
        let line = draft.tracks[1].segments[0]
        #expect(line.source == "/voices/2500.wav" && line.duration == 2500)
        #expect(line.words == [.init(start: 100, duration: 400, word: "One")])
        #expect(draft.unspokenLines.isEmpty)
    }

    @Test func aShorterSentenceMovesNothing() throws {
        let draft = try spoken(Self.show, 2000)
        #expect(draft.duration == 8000)
        #expect(times(draft, 0) == [[0, 4000], [4000, 8000]])
        #expect(times(draft, 1) == [[0, 2000], [4000, 7000]])
        #expect(times(draft, 2) == [[0, 2000], [4000, 7000]])
        #expect(times(draft, 3) == [[0, 8000]])
    }

    @Test func aSentenceThatFitsBeforeTheNextOneMovesNothing() throws {
        // The next one begins at 4000; 200 ms of the pause stay.
        let draft = try spoken(Self.show, 3800)
        #expect(times(draft, 0) == [[0, 4000], [4000, 8000]])
        #expect(times(draft, 1) == [[0, 3800], [4000, 7000]])
        #expect(times(draft, 2) == [[0, 3800], [4000, 7000]])
        #expect(draft.duration == 8000)
    }

    @Test func aSentenceThatIsTooLongMovesWhatComesAfterIt() throws {
        // 5000 of speech and 200 of pause in a room of 4000: everything moves by 1200.
        let draft = try spoken(Self.show, 5000)
        #expect(times(draft, 0) == [[0, 5200], [5200, 9200]])
        #expect(times(draft, 1) == [[0, 5000], [5200, 8200]])
        #expect(times(draft, 2) == [[0, 5000], [5200, 8200]])
        #expect(times(draft, 3) == [[0, 9200]])
        #expect(times(draft, 4) == [[1000, 1500], [6200, 6700]])
        #expect(draft.duration == 9200)
        #expect(draft.metadata.chapters?.map(\.start) == [0, 5200])
        #expect(draft.transitions.count == 1)
    }

    @Test func aShortPauseIsKeptAsItWas() throws {
        let json = """
            {"t":[{"tt":0,"sg":[{"d":4000,"color":"#112233"}]},
            {"tt":1,"m":{"role":"voice"},"sg":[{"s":0,"d":1900,"tx":"One.","voice":"x"},
            {"s":2000,"d":2000,"src":"voice.wav"}]}]}
            """
        // The pause was 100: the next begins 100 after 2500.
        let draft = try spoken(json, 2500)
        #expect(times(draft, 1) == [[0, 2500], [2600, 4600]])
        #expect(times(draft, 0) == [[0, 4600]])
    }

    @Test func severalSentencesMoveTheLaterOnesInTurn() throws {
        let json = """
            {"d":6000,"t":[{"tt":0,"sg":[{"s":0,"d":2000,"color":"#112233"},
            {"s":2000,"d":2000,"color":"#112233"},{"s":4000,"d":2000,"color":"#112233"}]},
            {"tt":1,"sg":[{"s":2000,"d":2000,"tx":"Two.","voice":"x"},
            {"s":0,"d":2000,"tx":"One.","voice":"x"},
            {"s":4000,"d":2000,"tx":"Three.","voice":"x"}]}]}
            """
        // In the order of the document: 2500 for the second, 3000 for the first, 2600 for the last.
        let draft = try spoken(json, 2500, 3000, 2600)
        #expect(times(draft, 1) == [[3000, 5500], [0, 3000], [5500, 8100]])
        #expect(times(draft, 0) == [[0, 3000], [3000, 5500], [5500, 8100]])
        #expect(draft.duration == 8100)
    }

    @Test func theLastSentenceMayGoOnToTheEndOfTheWholeAndThenHoldsIt() throws {
        let json = """
            {"t":[{"tt":0,"sg":[{"s":0,"d":6000,"color":"#112233"}]},
            {"tt":1,"m":{"role":"voice"},"sg":[{"s":1000,"d":2000,"tx":"One.","voice":"x"}]},
            {"tt":7,"m":{"role":"title"},"sg":[{"s":4000,"d":2000,"tx":"The end"}]}]}
            """
        let inside = try spoken(json, 5000)
        #expect(times(inside, 0) == [[0, 6000]] && times(inside, 2) == [[4000, 6000]])
        let over = try spoken(json, 5700)
        // 700 too long: what began after the old end at 3000 moves, the picture is held.
        #expect(times(over, 0) == [[0, 6700]] && times(over, 2) == [[4700, 6700]])
        #expect(times(over, 1) == [[1000, 6700]])
    }

    @Test func sentencesWithoutTimesFollowEachOtherAndThePictureIsHeld() throws {
        let json = """
            {"t":[{"tt":0,"sg":[{"src":"photo.png"}]},
            {"tt":1,"m":{"role":"voice"},"sg":[{"tx":"One.","voice":"x"},{"tx":"Two.","voice":"x"}]},
            {"tt":1,"m":{"role":"bgm"},"sg":[{"s":0,"d":5000,"src":"music.m4a"}]}]}
            """
        let draft = try spoken(json, 6000, 2500)
        #expect(times(draft, 1) == [[0, 6000], [6000, 8500]])
        #expect(times(draft, 0) == [[0, 8500]])
        #expect(times(draft, 2) == [[0, 8500]])
        #expect(draft.duration == nil)
    }

    @Test func aWrittenStartMovesWhereTheSentenceBeforeHasNoLengthAndRunsIntoIt() throws {
        let json = """
            {"d":5000,"t":[{"tt":0,"sg":[{"d":5000,"color":"#112233"}]},
            {"tt":1,"m":{"role":"voice"},"sg":[{"s":0,"tx":"One.","voice":"x"},
            {"s":2000,"tx":"Two.","voice":"x"}]}]}
            """
        let draft = try spoken(json, 2600, 1000)
        #expect(times(draft, 1) == [[0, 2600], [2600, 3600]])
        #expect(draft.duration == 5600 && times(draft, 0) == [[0, 5600]])
    }

    @Test func aCaptionGetsTheTimesOfWordsOnlyWhereItHadSome() throws {
        let caption = { (times: String) in
            """
            {"d":4000,"t":[{"tt":1,"m":{"role":"voice"},"sg":[
            {"s":500,"d":1000,"tx":"One two.","voice":"x"}]},
            {"tt":7,"m":{"role":"caption"},"sg":[{"s":400,"d":1100,"tx":"One two."\(times)},
            {"s":2000,"d":500,"tx":"One two."}]}]}
            """
        }
        let plain = try spoken(caption(""), 1200)
        #expect(plain.tracks[1].segments.map(\.words) == [nil, nil])
        // 200 longer, as the sentence is; the other one shows at another time.
        #expect(times(plain, 1) == [[400, 1700], [2000, 2500]])
        let karaoke = try spoken(caption(#","wt":[[0,50,"One"]]"#), 1200)
        // The sentence begins 100 after its caption.
        #expect(
            karaoke.tracks[1].segments[0].words == [.init(start: 200, duration: 400, word: "One")])
    }

    @Test func aCaptionNeverRunsIntoTheNextOne() throws {
        let json = """
            {"d":9000,"t":[{"tt":1,"m":{"role":"voice"},"sg":[
            {"s":0,"d":1000,"tx":"One.","voice":"x"}]},
            {"tt":7,"m":{"role":"caption"},"sg":[{"s":0,"d":1000,"tx":"One."},
            {"s":1500,"d":500,"tx":"More."}]}]}
            """
        #expect(times(try spoken(json, 3000), 1) == [[0, 1500], [1500, 2000]])
    }

    @Test func textsOfOtherWordsAreNoCaptionsOfTheSentence() throws {
        let json = Self.show.replacing("One\\ntwo.", with: "One, two.")
        #expect(times(try spoken(json, 2000), 2) == [[0, 3000], [4000, 7000]])
    }

    @Test func speedMakesTheSentenceShorter() throws {
        let json = sounds(#"{"d":9000,"tx":"One.","voice":"x","sp":2}"#)
        let line = try spoken(json, 3000).tracks[0].segments[0]
        #expect(line.duration == 1500)
        #expect(line.words == [.init(start: 50, duration: 200, word: "One")])
    }

    @Test func whereNoVoiceSpeaksTheWrittenLengthStays() throws {
        let draft = try spoken(Self.show, nil)
        #expect(try draft == Draft(parsing: Array(Self.show.utf8)))
        let open = try spoken(sounds(#"{"tx":"One.","voice":"none"}"#), nil).tracks[0].segments[0]
        #expect(open.source == nil && open.duration == 1000)
    }

    @Test func aPlanGuessesTheLengthOfWhatNobodyHasSpoken() throws {
        // 250 ms and 31 characters at 15.5 a second: 2250 ms, at 10 frames a second.
        let words = String(repeating: "a", count: 31)
        let json = """
            {"m":{"fps":10},"t":[{"tt":1,"sg":[{"voice":"x","tx":"\(words)"},
            {"s":10,"d":9,"voice":"x","tx":"b"}]}]}
            """
        let plan = try plan(json)
        #expect(plan.frameCount == 23)
        #expect(plan.notices.map(\.count) == [2])
    }
}
