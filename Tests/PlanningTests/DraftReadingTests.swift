import Planning
import Testing

struct DraftReadingTests {
    private func read(_ json: String) throws -> Draft {
        try Draft(parsing: Array(json.utf8))
    }

    /// Reads the only segment of a track of type `kind`.
    private func segment(_ json: String, kind: Int = 0) throws -> Draft.Segment {
        let draft = try read(#"{"t":[{"tt":\#(kind),"sg":[\#(json)]}]}"#)
        return try #require(draft.tracks.first?.segments.first)
    }

    @Test(arguments: [
        #""s":7,"start":8,"start_ms":9,"ts":10,"m":{"start":11,"s":12}"#,
        #""start":7,"start_ms":9,"ts":10,"m":{"start":11,"s":12}"#,
        #""start_ms":7,"ts":10,"m":{"start":11,"s":12}"#, #""ts":7,"m":{"start":11,"s":12}"#,
        #""m":{"start":7,"s":12}"#, #""m":{"s":7}"#, #""s":null,"start":7"#,
    ])
    func firstAliasOfTheStartCounts(fields: String) throws {
        #expect(try segment(##"{"color":"#000000",\##(fields)}"##).start == 7)
    }

    @Test(arguments: [
        #""d":7,"dur":8,"duration":9,"end":10,"m":{"duration":11,"d":12}"#,
        #""dur":7,"duration":9,"end":10,"m":{"duration":11,"d":12}"#,
        #""duration":7,"end":10,"m":{"duration":11,"d":12}"#,
        #""s":3,"end":10,"m":{"duration":11,"d":12}"#, #""end":7"#,
        #""m":{"duration":7,"d":12}"#, #""m":{"d":7}"#,
    ])
    func firstAliasOfTheDurationCounts(fields: String) throws {
        #expect(try segment(##"{"color":"#000000",\##(fields)}"##).duration == 7)
    }

    @Test(arguments: ["src", "u", "url", "cdn_url", "path"])
    func sourceHasAliases(key: String) throws {
        #expect(try segment(#"{"\#(key)":"a.png","m":{"src":"b.png"}}"#).source == "a.png")
    }

    @Test(arguments: ["src", "url", "cdn_url"])
    func sourceMayStandInTheMirror(key: String) throws {
        #expect(try segment(#"{"m":{"\#(key)":"a.png"}}"#).source == "a.png")
    }

    @Test(arguments: ["tx", "txt", "text", "content"])
    func wordsHaveAliases(key: String) throws {
        #expect(try segment(#"{"\#(key)":"hi","m":{"text":"no"}}"#, kind: 7).text == "hi")
    }

    @Test(arguments: ["text", "content", "title"])
    func wordsMayStandInTheMirror(key: String) throws {
        #expect(try segment(#"{"m":{"\#(key)":"hi"}}"#, kind: 7).text == "hi")
    }

    @Test(arguments: [
        #""n":"x","name":"y""#, #""name":"x","m":{"name":"y"}"#,
        #""m":{"name":"x","title":"y"}"#, #""m":{"title":"x"}"#,
    ])
    func namesHaveAliases(fields: String) throws {
        #expect(try segment(#"{"src":"a.png",\#(fields)}"#).name == "x")
    }

    @Test(arguments: [
        (#""vol":0.35"#, 0.35), (#""vol":1.5"#, 1.5), (#""vol":3"#, 2), (#""vol":-1"#, 0),
        (#""v":35"#, 0.35), (#""volume":0.35"#, 0.35), (#""volume":35"#, 0.35),
        (#""volume":150"#, 1.5), (#""volume":900"#, 2), (#""m":{"volume":80}"#, 0.8),
    ])
    func aliasedVolumeAboveOneIsAPercentage(fields: String, volume: Double) throws {
        #expect(try segment(#"{"src":"a.wav",\#(fields)}"#, kind: 1).volume == volume)
    }

    @Test(arguments: [
        (#""tt":0"#, Draft.Track.Kind.picture), (#""tt":"1""#, .audio), (#""tt":7.0"#, .text),
        (#""tt":3"#, .other(3)), (#""type":"video""#, .picture), (#""type":"image""#, .picture),
        (#""type":"audio""#, .audio), (#""type":"music""#, .audio), (#""type":"voice""#, .audio),
        (#""type":"text""#, .text), (#""type":"subtitle""#, .text), (#""type":"title""#, .text),
        (#""tt":1,"type":"text""#, .audio),
    ])
    func trackTypeIsANumberElseAWord(fields: String, kind: Draft.Track.Kind) throws {
        #expect(try read(#"{"t":[{\#(fields)}]}"#).tracks.first?.kind == kind)
    }

    @Test(arguments: [("music", Draft.Track.Role.bgm), ("voice", .voice)])
    func musicAndVoiceAreRolesToo(word: String, role: Draft.Track.Role) throws {
        #expect(try read(#"{"t":[{"type":"\#(word)"}]}"#).tracks.first?.role == role)
        let explicit = try read(#"{"t":[{"type":"\#(word)","m":{"role":"sfx"}}]}"#)
        #expect(explicit.tracks.first?.role == .sfx)
    }

    @Test func canvasConfigGivesTheSizeThatMetadataLacks() throws {
        let draft = try read(
            #"{"m":{"width":640},"canvas_config":{"width":1,"height":480},"t":[]}"#.replacing(
                "\"width\":1,", with: "\"width\":100,"))
        #expect(draft.metadata.width == 640)
        #expect(draft.metadata.height == 480)
    }

    @Test func identitiesAreMadeOnceAndStaySo() throws {
        let json = ##"{"t":[{"tt":0,"sg":[{"id":"t1s2","color":"#000000"},{"color":"#000000"}]}]}"##
        let draft = try read(json)
        #expect(draft.tracks.first?.segments.map(\.id) == ["t1s2", "t1s2-2"])
        #expect(try read(json).id == draft.id)
        #expect(try read(json + " ").id != draft.id)
        #expect(try read(draft.text).id == draft.id)
    }

    @Test func unknownRoleIsKeptWithANotice() throws {
        let draft = try read(#"{"t":[{"tt":1,"m":{"role":"voise"}}]}"#)
        #expect(draft.tracks.first?.role?.rawValue == "voise")
        #expect(
            draft.notices.map(\.message) == [
                "unknown role \"voise\" is kept and has no effect; did you mean \"voice\"?"
            ])
        #expect(draft.notices.first?.place.pointer == "/t/0/m/role")
    }

    @Test func noticeAboutAKeyIsGivenOnceWithTheFirstPlaceAndTheCount() throws {
        let draft = try read(
            "{\"t\":[\n{\"tt\":0,\"sg\":[{\"color\":\"#000000\",\"zz\":1},{\"color\":\"#000000\",\"zz\":2}]},{\"tt\":7,\"zz\":3}]}"
        )
        #expect(draft.notices.count == 1)
        #expect(draft.notices.first?.count == 3)
        let place = DraftPlace(pointer: "/t/0/sg/0/zz", line: 2, column: 39)
        #expect(draft.notices.first?.place == place)
    }

    @Test func shadowedAliasThatDisagreesGivesANotice() throws {
        let draft = try read(
            pictures(##"{"color":"#000000","s":0,"start":5},{"color":"#000000","d":9,"dur":9}"##))
        #expect(draft.notices.map(\.message) == ["start is left out: s comes first"])
    }

    @Test func bothSidesOfEqualDraftsMayStandAnywhere() throws {
        let a = try read(#"{"id":"x","t":[{"tt":0,"id":"t","sg":[]}]}"#)
        let b = try read("{ \"t\": [ {\"sg\": [],\n \"id\":\"t\", \"tt\": 0} ],\n\n \"id\":\"x\" }")
        #expect(a == b)
    }
}
