import Planning
import Testing

struct SummaryTests {
    private func summary(_ json: String) throws -> TimelineSummary {
        TimelineSummary(try Draft(parsing: Array(json.utf8)))
    }

    private static let threeTracks = #"""
        {"t":[{"tt":0,"sg":[{"n":"city timelapse","src":"city.mp4","d":10000}]},
        {"tt":1,"m":{"role":"bgm"},"sg":[{"n":"Lo-fi","src":"a.m4a","d":10000,"vol":0.35}]},
        {"tt":7,"m":{"role":"title"},"sg":[{"tx":"Urban Dreams","d":3000}]}]}
        """#

    @Test func lineIsExactlyTheSpecifiedOne() throws {
        #expect(
            try summary(Self.threeTracks).line
                == "Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: \"Urban Dreams\" (0-3s)"
        )
    }

    @Test func terminalHasOneTrackALine() throws {
        #expect(
            try summary(Self.threeTracks).lines == [
                "Timeline (3 tracks):", "  1. Video: city timelapse (0-10s)",
                "  2. BGM: Lo-fi (0-10s, 35%)", "  3. Title: \"Urban Dreams\" (0-3s)",
            ])
    }

    @Test(arguments: [
        (#"{"tt":0,"sg":[]}"#, "Video: (empty)"),
        (
            #"{"tt":0,"sg":[{"src":"dir/robot.final.png","s":2500,"d":2550}]}"#,
            "Video: robot.final (2.5-5.1s)"
        ),
        (#"{"tt":0,"sg":[{"src":"a.png"},{"src":"b.png"}]}"#, "Video: 2 clips (0-10s)"),
        (##"{"tt":0,"sg":[{"color":"#ff0000","d":2500}]}"##, "Video: #FF0000 (0-2.5s)"),
        (#"{"tt":0,"sg":[{"gen":{"k":"noise"}}]}"#, "Video: noise (0-5s)"),
        (
            #"{"tt":0,"sg":[{"cdn_url":"https://h.example/x/city.mp4?sig=a/b.c","d":1000}]}"#,
            "Video: city (0-1s)"
        ),
        (#"{"tt":1,"sg":[{"src":"a.m4a","d":1000}]}"#, "BGM: a (0-1s)"),
        (#"{"tt":1,"sg":[{"src":"a.m4a"}]}"#, "BGM: a (0-?s)"),
        (
            #"{"tt":1,"vol":0.5,"m":{"role":"voice"},"sg":[{"src":"a.m4a","d":1000,"vol":0.5}]}"#,
            "Voice: a (0-1s, 25%)"
        ),
        (
            #"{"tt":1,"m":{"role":"sfx"},"sg":[{"src":"a.m4a","d":500},{"src":"b.m4a","d":500,"vol":0.2}]}"#,
            "SFX: 2 clips (0-1s)"
        ),
        (
            #"{"tt":1,"m":{"role":"voice"},"sg":[{"tx":"Hello.","voice":"v","d":1000}]}"#,
            "Voice: \"Hello.\" (0-1s)"
        ),
        (
            #"{"tt":7,"m":{"role":"caption"},"sg":[{"tx":"a"},{"tx":"b"},{"tx":"c"}]}"#,
            "Captions: 3 clips (0-9s)"
        ),
        (#"{"tt":7,"sg":[{"tx":"two\nlines","n":"name"}]}"#, "Title: \"two lines\" (0-3s)"),
        (#"{"tt":3,"sg":[{"n":"star","s":0,"d":1000}]}"#, "Track type 3: star (0-1s)"),
    ])
    func oneTrackReadsAs(track: String, words: String) throws {
        #expect(try summary(#"{"t":[\#(track)]}"#).line == "Timeline (1 track): 1. \(words)")
    }
}
