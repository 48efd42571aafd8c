import Planning
import Testing

/// What people read when a draft is wrong: the place, what was expected, what was found, the cure.
struct DraftErrorTests {
    @Test(arguments: [
        // Types and ranges.
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","d":"abc"}]}]}"#,
            "draft.json:1:41 /t/0/sg/0/d: expected a positive integer (milliseconds, 24 hours at most), found \"abc\"."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","d":"900"}]}]}"#,
            "draft.json:1:41 /t/0/sg/0/d: expected a positive integer (milliseconds, 24 hours at most), found \"900\". Write the number without quotes."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","d":0}]}]}"#,
            "draft.json:1:41 /t/0/sg/0/d: expected a positive integer (milliseconds, 24 hours at most), found 0."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","m":{"duration":1.5}}]}]}"#,
            "draft.json:1:53 /t/0/sg/0/m/duration: expected a positive integer (milliseconds, 24 hours at most), found 1.5."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","start_ms":-1}]}]}"#,
            "draft.json:1:48 /t/0/sg/0/start_ms: expected an integer of at least 0 (milliseconds, 24 hours at most), found -1."
        ),
        (
            #"{"d":0,"t":[]}"#,
            "draft.json:1:6 /d: expected a positive integer (milliseconds, 24 hours at most), found 0."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":7}]}]}"#,
            "draft.json:1:28 /t/0/sg/0/src: expected a file's path, found 7."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"color":"red"}]}]}"#,
            "draft.json:1:30 /t/0/sg/0/color: expected a colour, #RRGGBB or #RRGGBBAA, found \"red\"."
        ),
        (
            ##"{"t":[{"tt":0,"sg":[{"color":"#12345"}]}]}"##,
            "draft.json:1:30 /t/0/sg/0/color: expected a colour, #RRGGBB or #RRGGBBAA, found \"#12345\"."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","sp":8}]}]}"#,
            "draft.json:1:42 /t/0/sg/0/sp: expected a number from 0.25 to 4, found 8."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","loop":1}]}]}"#,
            "draft.json:1:44 /t/0/sg/0/loop: expected true or false, found 1."
        ),
        (
            #"{"t":[{"tt":7,"sg":[{"tx":"a","st":{"weight":1000}}]}]}"#,
            "draft.json:1:46 /t/0/sg/0/st/weight: expected an integer from 100 to 900, found 1000."
        ),
        (
            #"{"t":[{"tt":7,"sg":[{"tx":"a","st":{"shadow":{"blur":-1}}}]}]}"#,
            "draft.json:1:54 /t/0/sg/0/st/shadow/blur: expected a number from 0 to 500, found -1."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","kb":{"from":{"z":0}}}]}]}"#,
            "draft.json:1:55 /t/0/sg/0/kb/from/z: expected a number of at least 1, found 0."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","kb":[1]}]}]}"#,
            "draft.json:1:42 /t/0/sg/0/kb: expected an object or the name of a preset, found an array."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","ak":{"x":[[0,0.5],[9]]}}]}]}"#,
            "draft.json:1:56 /t/0/sg/0/ak/x/1: expected [ms, value] or [ms, value, ease], found 1 items."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","ak":{"x":[[9,0.5],[0,1]]}}]}]}"#,
            "draft.json:1:56 /t/0/sg/0/ak/x/1: expected a time of at least 9 ms, the key before it, found an array."
        ),
        (
            #"{"m":{"width":8},"t":[]}"#,
            "draft.json:1:15 /m/width: expected an integer from 16 to 8192 (pixels), found 8."
        ),
        (
            #"{"m":{"fps":0},"d":9,"t":[]}"#,
            "draft.json:1:13 /m/fps: expected a number of frames a second from 1 to 240, or \"30000/1001\", found 0."
        ),
        (
            #"{"m":{"fps":"30"},"d":9,"t":[]}"#,
            "draft.json:1:13 /m/fps: expected a number of frames a second from 1 to 240, or \"30000/1001\", found \"30\". Write the number without quotes."
        ),
        (#"{"t":7}"#, "draft.json:1:6 /t: expected an array of tracks, found 7."),
        (#"{"t":[7]}"#, "draft.json:1:7 /t/0: expected a track, found 7."),
        (#"[]"#, "draft.json:1:1: expected an object with a draft, found an array."),
        // Missing.
        (#"{}"#, "draft.json:1:1 /t: missing; expected an array of tracks."),
        (
            #"{"t":[{}]}"#,
            "draft.json:1:7 /t/0/tt: missing; expected a track type: 0 picture, 1 audio, 7 text."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{}]}]}"#,
            "draft.json:1:21 /t/0/sg/0/src: missing; expected one of src, color and gen."
        ),
        (
            #"{"t":[{"tt":1,"sg":[{"d":9}]}]}"#,
            "draft.json:1:21 /t/0/sg/0/src: missing; expected a sound's path (or tx and voice)."
        ),
        (
            #"{"t":[{"tt":7,"sg":[{"d":9}]}]}"#,
            "draft.json:1:21 /t/0/sg/0/tx: missing; expected the words to show."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"gen":{}}]}]}"#,
            "draft.json:1:28 /t/0/sg/0/gen/k: missing; expected one of gradient, noise, bars, palette."
        ),
        (
            #"{"t":[]}"#,
            "draft.json:1:1: the draft has no length. Add a picture, or give d in milliseconds."
        ),
        (
            #"{"v":2,"d":9,"t":[]}"#,
            "draft.json:1:6 /v: the draft has version 2, this program reads up to version 1. Use a newer version of this program."
        ),
        // Words.
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","fit":"cove"}]}]}"#,
            "draft.json:1:43 /t/0/sg/0/fit: unknown word \"cove\". Did you mean \"cover\"?"
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","fit":"zzz"}]}]}"#,
            "draft.json:1:43 /t/0/sg/0/fit: unknown word \"zzz\". It may be cover, contain, stretch, blur."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","kb":"zoomin"}]}]}"#,
            "draft.json:1:42 /t/0/sg/0/kb: unknown word \"zoomin\". Did you mean \"zoom-in\"?"
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","kb":{"ease":"inout"}}]}]}"#,
            "draft.json:1:50 /t/0/sg/0/kb/ease: unknown word \"inout\". Did you mean \"inOut\"?"
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"hd.png","fx":[{"k":"difuse"}]}]}]}"#,
            "draft.json:1:48 /t/0/sg/0/fx/0/k: unknown word \"difuse\". Did you mean \"diffuse\"?"
        ),
        (
            #"{"t":[{"tt":7,"sg":[{"tx":"a","st":{"preset":"captoin"}}]}]}"#,
            "draft.json:1:46 /t/0/sg/0/st/preset: unknown word \"captoin\". Did you mean \"caption\"?"
        ),
        (
            #"{"t":[{"tt":7,"sg":[{"tx":"a","anim":{"in":"slideup"}}]}]}"#,
            "draft.json:1:44 /t/0/sg/0/anim/in: unknown word \"slideup\". Did you mean \"slide-up\"?"
        ),
        (
            #"{"t":[{"type":"vidoe"}]}"#,
            "draft.json:1:15 /t/0/type: unknown word \"vidoe\". Did you mean \"video\"?"
        ),
        // Timeline.
        (
            ##"{"t":[{"tt":0,"sg":[{"id":"a","color":"#000000","d":900},{"id":"b","color":"#000000","m":{"start":800}}]}]}"##,
            "draft.json:1:99 /t/0/sg/1/m/start: segment \"b\" starts at 800 ms, before \"a\" ends at 900 ms. Move it, shorten the one before, or put it on a track of its own."
        ),
        (
            #"{"t":[{"tt":1,"sg":[{"src":"music.m4a","ss":10000}]}]}"#,
            "draft.json:1:45 /t/0/sg/0/ss: expected a start before the source's end at 10000 ms, found 10000."
        ),
        (
            ##"{"t":[{"tt":0,"sg":[{"s":86400000,"color":"#000000"}]}]}"##,
            "draft.json:1:21 /t/0/sg/0/d: expected an end within 24 hours, found 86405000 ms."
        ),
        // Files.
        (
            #"{"t":[{"tt":0,"sg":[{"src":"nope.png"}]}]}"#,
            "draft.json:1:28 /t/0/sg/0/src: /draft/nope.png: no such file. Check the name, or put the file there; paths count from the draft's folder."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"m":{"cdn_url":"nope.png"}}]}]}"#,
            "draft.json:1:37 /t/0/sg/0/m/cdn_url: /draft/nope.png: no such file. Check the name, or put the file there; paths count from the draft's folder."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"https://a.example/b.png"}]}]}"#,
            "draft.json:1:28 /t/0/sg/0/src: \"https://a.example/b.png\" is not a file. Download it and name the file: planning reads files only."
        ),
        (
            #"{"t":[{"tt":0,"sg":[{"src":"music.m4a"}]}]}"#,
            "draft.json:1:28 /t/0/sg/0/src: /draft/music.m4a: expected a picture, found a sound. Put it on an audio track (tt 1)."
        ),
        (
            #"{"t":[{"tt":1,"sg":[{"src":"hd.png"}]}]}"#,
            "draft.json:1:28 /t/0/sg/0/src: /draft/hd.png: expected a sound, found a picture. Put it on a picture track (tt 0), or name a file with sound."
        ),
        (
            #"{"t":[{"tt":1,"sg":[{"src":"silent.mp4"}]}]}"#,
            "draft.json:1:28 /t/0/sg/0/src: /draft/silent.mp4: expected a sound, found a film without sound. Put it on a picture track (tt 0), or name a file with sound."
        ),
    ])
    func messageNamesPlaceCauseAndCure(json: String, expected: String) throws {
        #expect(try message(json) == expected)
    }

    @Test func allIssuesAreCollectedInTheOrderOfTheText() throws {
        let json = """
            {"m": {"fps": -1},
             "t": [{"tt": 0, "sg": [
               {"src": "hd.png", "d": "x", "fit": "fill"},
               {"src": "hd.png", "op": "half"}]}],
             "tr": [{"k": "fad", "a": "x"}]}
            """
        let found = try issues(json)
        #expect(
            found.map(\.place.pointer) == [
                "/m/fps", "/t/0/sg/0/d", "/t/0/sg/0/fit", "/t/0/sg/1/op", "/tr/0/b", "/tr/0/k",
            ])
    }

    @Test func allMissingFilesAreCollectedOnceEach() throws {
        let found = try issues(
            pictures(#"{"src":"x.png"},{"src":"y.png"},{"src":"x.png"},{"src":"hd.png"}"#))
        #expect(found.map(\.place.pointer) == ["/t/0/sg/0/src", "/t/0/sg/1/src"])
    }

    @Test(arguments: [
        "http://x/a.png", "s3://b/a.png", "data:image/png;base64,AA", "file:///a.png",
    ])
    func sourcesElsewhereAreAnErrorOfTheirOwn(source: String) throws {
        let found = try issues(pictures(#"{"src":"\#(source)"}"#))
        #expect(found.map(\.problem) == [.network(source: source)])
    }

    @Test func colonInAFileNameIsNoScheme() throws {
        let plan = try plan(
            pictures(#"{"src":"a: b.png"}"#),
            files: ["a: b.png": .picture(width: 64, height: 64, warnings: [])])
        #expect(plan.notices == [])
    }

    @Test func wrongEverywhereEndsAtAHundredIssues() throws {
        let segments = Array(repeating: #"{"src":"hd.png","d":0}"#, count: 300).joined(
            separator: ",")
        #expect(try issues(pictures(segments)).count == 100)
    }

    @Test func noticesWithoutEndAreCountedTogether() throws {
        let keys = (0..<500).map { #""unknown\#($0)":0"# }.joined(separator: ",")
        let draft = try Draft(parsing: Array(#"{"d":1,"t":[],\#(keys)}"#.utf8))
        #expect(draft.notices.count == 201)
        #expect(draft.notices.last?.count == 300)
    }

    @Test(arguments: [
        ("cove", "cover"), ("COVER", "cover"), ("contian", "contain"), ("strech", "stretch"),
        ("blurr", "blur"),
    ])
    func nearWordsAreFound(word: String, meant: String) {
        #expect(
            Spelling.nearest(to: word, among: ["cover", "contain", "stretch", "blur"]) == meant)
    }

    @Test(arguments: ["", "x", "fill", "coxxr", "letterbox"])
    func farWordsAreNot(word: String) {
        #expect(Spelling.nearest(to: word, among: ["cover", "contain", "stretch", "blur"]) == nil)
    }
}
