import Planning
import Testing

/// All problems in one go, and each use of a file.
struct SurveyTests {
    private func survey(
        _ json: String, options: Planner.Options = .init()
    ) throws -> DraftSurvey {
        try Planner(folder: "/draft", inspector: FakeInspector(), options: options)
            .survey(Array(json.utf8))
    }

    @Test func wordsAndFilesAreWrongInOneList() throws {
        let survey = try survey(
            """
            {"m": {"fps": -1},
             "t": [{"tt": 0, "sg": [
               {"src": "gone.png", "d": "x"},
               {"src": "music.m4a", "fit": "fill"},
               {"src": "clip.mp4", "ss": 9000},
               {"src": "http://a/b.png"}]},
              {"tt": 1, "sg": [{"src": "silent.mp4", "d": 1000}]}]}
            """)
        #expect(
            survey.issues.map(\.place.pointer) == [
                "/m/fps", "/t/0/sg/0/src", "/t/0/sg/0/d", "/t/0/sg/1/src", "/t/0/sg/1/fit",
                "/t/0/sg/2/ss", "/t/0/sg/3/src", "/t/1/sg/0/src",
            ])
        #expect(survey.plan == nil)
        #expect(survey.mentions.map(\.problem).allSatisfy { $0 != nil })
    }

    @Test func timelineIsNotBlamedForWordsThatCouldNotBeRead() throws {
        // Without its length, `a` would overlap `b`.
        let survey = try survey(
            pictures(#"{"id":"a","src":"hd.png","d":"1"},{"id":"b","s":900,"src":"hd.png"}"#))
        #expect(survey.issues.map(\.place.pointer) == ["/t/0/sg/0/d"])
    }

    @Test func goodDraftGivesItsPlan() throws {
        let json = pictures(#"{"src":"hd.png"}"#)
        #expect(try survey(json).plan == plan(json))
        #expect(throws: DraftError.self) { try survey("nonsense") }
    }

    @Test func eachUseIsMentionedInTheOrderOfTime() throws {
        let survey = try survey(
            #"""
            {"t":[{"tt":0,"sg":[{"s":3000,"src":"clip.mp4","ss":500,"sp":2,"d":1000,"loop":true},
                                {"s":0,"src":"hd.png","d":3000,"fx":[{"k":"lut","src":"warm.cube"}]}]},
                  {"tt":1,"sg":[{"src":"music.m4a","d":4000}]},
                  {"tt":0,"m":{"hidden":true},"sg":[{"src":"gone.png","d":100}]}]}
            """#)
        let mentions = survey.mentions
        #expect(
            mentions.map(\.path) == [
                "/draft/hd.png", "/draft/warm.cube", "/draft/clip.mp4", "/draft/music.m4a",
            ])
        #expect(mentions.map(\.kind) == [.picture, .colorTable, .picture, .sound])
        #expect(mentions.map(\.start) == [0, 0, 3000, 0])
        #expect(mentions.map(\.isHeard) == [false, false, true, true])
        #expect(mentions[1].place.pointer == "/t/0/sg/1/fx/0/src")
        let film = mentions[2]
        #expect((film.sourceStart, film.speed, film.loops) == (500, 2, true))
        #expect(film.sourceDuration == 2000)
    }

    @Test func mutedFilmIsNotHeard() throws {
        let muted = #"{"t":[{"tt":0,"m":{"mute":true},"sg":[{"src":"clip.mp4"}]}]}"#
        #expect(try survey(muted).mentions.map(\.isHeard) == [false])
        let zero = pictures(#"{"src":"clip.mp4","vol":0}"#)
        #expect(try survey(zero).mentions.map(\.isHeard) == [false])
    }

    /// Output pixels over source pixels, from the sizes alone; the canvas is 1920 x 1080.
    @Test(arguments: [
        (#"{"src":"hd.png"}"#, 0.5, 0.5, false),
        (#"{"src":"hd.png","w":0.5,"h":0.5}"#, 0.25, 0.25, false),
        (#"{"src":"tall.png","fit":"contain"}"#, 0.27, 0.27, false),
        (#"{"src":"tiny.png"}"#, 12.0, 12.0, false),
        (#"{"src":"hd.png","kb":{"from":{"z":1},"to":{"z":2}}}"#, 0.5, 1.0, false),
        (#"{"src":"clip.mp4","kb":{"from":{"z":1},"to":{"z":3}}}"#, 1.0, 2.0, true),
    ])
    func magnificationFollowsFromTheSizes(
        segment: String, least: Double, most: Double, isCapped: Bool
    ) throws {
        let mention = try #require(try survey(pictures(segment)).mentions.first)
        let range = try #require(mention.magnification)
        #expect(abs(range.lowerBound - least) < 1e-9)
        #expect(abs(range.upperBound - most) < 1e-9)
        #expect(mention.isZoomCapped == isCapped)
    }

    @Test func lookingAgainGivesNoNoticeTwice() throws {
        let json = pictures(#"{"src":"clip.mp4","kb":{"from":{"z":1},"to":{"z":3}}}"#)
        #expect(try survey(json).notices == plan(json).notices)
        #expect(try survey(json).notices.map(\.count) == [1])
    }

    @Test func standInsAreMentionedWithTheirProblem() throws {
        for policy in [SourceFailurePolicy.placeholder, .skip] {
            let survey = try survey(
                pictures(#"{"src":"gone.png","d":900},{"src":"hd.png"}"#),
                options: .init(onSourceFailure: policy))
            #expect(survey.issues == [])
            #expect(survey.plan != nil)
            #expect(
                survey.mentions.map(\.problem) == ["/draft/gone.png: no such file", nil])
            #expect(survey.mentions.map(\.duration) == [900, 5000])
        }
    }
}
