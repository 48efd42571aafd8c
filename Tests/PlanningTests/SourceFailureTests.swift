import Planning
import Testing

/// What becomes of a draft with sources that can't be used, by `--on-error`.
struct SourceFailureTests {
    private static let placeholder = Planner.Options(onSourceFailure: .placeholder)
    private static let skip = Planner.Options(onSourceFailure: .skip)

    private static func contents(_ plan: RenderPlan) -> [Clip.Content] {
        plan.tracks.flatMap(\.clips).map(\.content)
    }

    @Test func failIsTheDefaultAndTheSameAsBefore() throws {
        #expect(Planner.Options().onSourceFailure == .fail)
        #expect(try issues(pictures(#"{"src":"gone.png","d":1000}"#)).count == 1)
    }

    @Test func cardStandsInWithTheFilesNameAndItsReason() throws {
        let plan = try plan(
            pictures(#"{"src":"a/gone.png"},{"src":"hd.png"}"#), options: Self.placeholder)
        #expect(Self.contents(plan).first == .generated(.placeholder(name: "gone.png")))
        // 5000 ms where nothing says how long it is.
        #expect(plan.tracks.first?.clips.map(\.frames) == [0..<150, 150..<300])
        #expect(
            plan.notices.map { $0.message(file: "d.json") } == [
                "d.json:1:35 /t/0/sg/0/src: a placeholder stands in: /draft/a/gone.png: no such file"
            ])
        #expect(plan.onSourceFailure == .placeholder)
        #expect(plan.text.contains(#"    placeholder "gone.png""#))
    }

    @Test func cardKeepsBoxFadesAndTransitionsButNoEffects() throws {
        let plan = try plan(
            pictures(
                #"{"id":"a","src":"gone.mp4","d":2000,"x":0.25,"w":0.5,"radius":20,"fi":300,"fx":[{"k":"blur"}]},{"id":"b","src":"hd.png","d":2000}"#,
                rest: #","tr":[{"k":"wipeleft","a":"a","b":"b"}]"#),
            options: Self.placeholder)
        let clip = try #require(plan.tracks.first?.clips.first)
        #expect(clip.placement.x == .constant(480))
        #expect(clip.placement.width == .constant(960))
        #expect(clip.placement.cornerRadius == 20)
        #expect(clip.fade.entrance == 9)
        #expect(clip.effects == [])
        #expect(plan.tracks.first?.transitions.map(\.kind) == [.wipeleft])
        #expect(clip.frames == 0..<68)
    }

    /// Each is unusable for a reason of its own.
    @Test(arguments: [
        (#"{"src":"gone.png","d":1000}"#, "gone.png"),
        (#"{"src":"music.m4a","d":1000}"#, "music.m4a"),
        (#"{"src":"https://a.example/x/cat.png?size=2","d":1000}"#, "cat.png"),
        (#"{"src":"flat.png","d":1000}"#, "flat.png"),
    ])
    func everyKindOfTroubleGetsACard(segment: String, name: String) throws {
        let flat = SourceFacts.picture(width: 0, height: 9, warnings: [])
        let plan = try plan(
            pictures(segment), options: Self.placeholder, files: ["flat.png": flat])
        #expect(Self.contents(plan) == [.generated(.placeholder(name: name))])
        #expect(plan.notices.count == 1)
    }

    @Test func silenceStandsInForASound() throws {
        let plan = try plan(
            sounds(
                #"{"src":"gone.mp3","d":1000},{"src":"hd.png","wt":[[0,300,"a"],[300,400,"b"]]},{"src":"music.m4a","d":500}"#
            ), options: Self.placeholder)
        #expect(plan.sound.tracks.flatMap(\.clips).map(\.samples) == [81_600..<105_600])
        #expect(
            plan.notices.map { $0.message.prefix(17) } == [
                "silence stands in", "silence stands in",
            ])
    }

    @Test func soundOfNoKnownLengthIsLeftOut() throws {
        let plan = try plan(
            sounds(#"{"src":"gone.mp3"},{"src":"music.m4a","d":500}"#), options: Self.placeholder)
        #expect(plan.sound.tracks.flatMap(\.clips).map(\.samples) == [0..<24_000])
        #expect(plan.notices.first?.message.hasPrefix("its segment is left out") == true)
    }

    @Test func silenceDoesNotDuckMusic() throws {
        let voice = #"{"tt":1,"m":{"role":"voice"},"sg":[{"src":"gone.wav","d":1000}]}"#
        let plan = try plan(
            #"{"t":[{"tt":1,"m":{"role":"bgm"},"sg":[{"src":"music.m4a"}]},\#(voice)]}"#,
            options: Self.placeholder)
        #expect(plan.sound.tracks.map(\.ducking) == [nil])
    }

    @Test func skippedSegmentLeavesTheOthersWhereTheyWere() throws {
        let plan = try plan(
            pictures(
                #"{"id":"a","src":"hd.png","d":1000},{"id":"b","src":"gone.mp4","d":2000},{"id":"c","src":"hd.png","d":1000}"#,
                rest: #","tr":[{"a":"a","b":"b","k":"fade"},{"a":"b","b":"c","k":"fade"}]"#),
            options: Self.skip)
        #expect(plan.tracks.first?.clips.map(\.id) == ["a", "c"])
        #expect(plan.tracks.first?.clips.map(\.frames) == [0..<30, 90..<120])
        #expect(plan.tracks.first?.transitions == [])
        #expect(
            plan.notices.map(\.message) == [
                "its segment is left out: /draft/gone.mp4: no such file",
                "a transition of a segment that is left out falls away",
            ])
        #expect(plan.notices.map(\.count) == [1, 2])
    }

    @Test func lengthThatIsAssumedEndsWhereTheNextBegins() throws {
        let json = pictures(#"{"src":"gone.mp4"},{"s":3000,"src":"hd.png","d":1000}"#)
        #expect(
            try plan(json, options: Self.placeholder).tracks.first?.clips.map(\.frames)
                == [0..<90, 90..<120])
        #expect(
            try plan(json, options: Self.skip).tracks.first?.clips.map(\.frames) == [90..<120])
    }

    @Test func writtenLengthsMustNotOverlapStill() throws {
        let json = pictures(#"{"src":"gone.mp4","d":4000},{"s":3000,"src":"hd.png","d":1000}"#)
        #expect(try issues(json, options: Self.placeholder).count == 1)
    }

    @Test func nothingLeftIsAnError() throws {
        let found = try issues(pictures(#"{"src":"gone.mp4"}"#), options: Self.skip)
        #expect(found.map(\.problem) == [.empty])
    }

    @Test func colorTableIsLeftOutAndItsPictureStays() throws {
        let json = pictures(#"{"src":"hd.png","fx":[{"k":"lut","src":"gone.cube"},{"k":"gray"}]}"#)
        for options in [Self.placeholder, Self.skip] {
            let plan = try plan(json, options: options)
            #expect(plan.tracks.first?.clips.first?.effects.count == 1)
            #expect(
                plan.notices.map(\.message) == [
                    "the colour table is left out: /draft/gone.cube: no such file"
                ])
        }
    }

    @Test func sameFileTwiceIsOneNoticeOfTwoPlaces() throws {
        let plan = try plan(
            pictures(#"{"src":"gone.png"},{"src":"gone.png"}"#), options: Self.placeholder)
        #expect(plan.notices.map(\.count) == [2])
        #expect(Self.contents(plan).count == 2)
    }

    @Test func errorsOfTheDraftStayErrors() throws {
        let found = try issues(
            pictures(#"{"src":"gone.png"},{"src":"clip.mp4","ss":9999},{}"#),
            options: Self.placeholder)
        #expect(found.map(\.place.pointer) == ["/t/0/sg/1/ss", "/t/0/sg/2/src"])
    }
}
