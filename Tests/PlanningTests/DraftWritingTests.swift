import Planning
import Testing

struct DraftWritingTests {
    private func rewritten(_ json: String) throws -> String {
        try Draft(parsing: Array(json.utf8)).text
    }

    @Test func keysAreShortAndInTheOrderOfTheFormat() throws {
        let text = try rewritten(
            #"{"tr":[{"b":"b","a":"a","k":"fade"}],"t":[{"sg":[{"duration":500,"url":"a.png","id":"a","start":0,"kb":{"to":{"z":2,"x":0.5}}},{"id":"b","src":"b.png"}],"id":"t","type":"image"}],"id":"x","d":900}"#
        )
        #expect(
            text == """
                {
                  "v": 1,
                  "id": "x",
                  "d": 900,
                  "t": [
                    {
                      "tt": 0,
                      "sg": [
                        {
                          "id": "a",
                          "s": 0,
                          "d": 500,
                          "src": "a.png",
                          "kb": {
                            "to": {
                              "x": 0.5,
                              "z": 2
                            }
                          }
                        },
                        {
                          "id": "b",
                          "src": "b.png"
                        }
                      ],
                      "id": "t"
                    }
                  ],
                  "tr": [
                    {
                      "k": "fade",
                      "a": "a",
                      "b": "b"
                    }
                  ]
                }

                """)
    }

    @Test func unknownKeysKeepTheirDigitsAtEveryLevel() throws {
        let text = try rewritten(
            #"{"q1":1.50,"m":{"q2":1e3},"d":1,"t":[{"tt":7,"q3":{"x":[0.10]},"m":{"q4":-0},"sg":[{"tx":"a","q5":1,"m":{"q6":2},"st":{"q7":3,"box":{"q8":4}},"anim":{"q9":5}}]},{"tt":0,"sg":[{"src":"hd.png","kb":{"q10":6,"to":{"q11":7}},"ak":{"q12":[]},"fx":[{"k":"dim","to":0.50}]}]}],"tr":[{"k":"fade","a":"a","b":"b","q13":8}]}"#
        )
        for kept in [
            "\"q1\": 1.50", "\"q2\": 1e3", "[0.10]", "\"q4\": -0", "\"q5\": 1", "\"q6\": 2",
            "\"q7\": 3",
            "\"q8\": 4", "\"q9\": 5", "\"q10\": 6", "\"q11\": 7", "\"q12\": []", "\"to\": 0.50",
            "\"q13\": 8",
        ] {
            #expect(text.contains(kept), "\(kept) is lost")
        }
    }

    @Test func tracksThatAreNotRenderedAreKeptWhole() throws {
        let text = try rewritten(
            #"{"d":1,"t":[{"tt":4,"sg":[{"id":"s","d":"odd","s":-1,"m":7,"what":[1,{"x":2}]}]}]}"#)
        for kept in ["\"tt\": 4", "\"d\": \"odd\"", "\"s\": -1", "\"m\": 7", "\"x\": 2"] {
            #expect(text.contains(kept), "\(kept) is lost")
        }
        #expect(try rewritten(text) == text)
    }

    @Test func mirrorsFollowAnEdit() throws {
        var draft = try Draft(
            parsing: Array(
                #"{"t":[{"tt":0,"sg":[{"src":"a.png","m":{"start":0.0,"duration":900,"url":"https://h.example/a.png","src":"a.png","name":"a","extra":1}}]}]}"#
                    .utf8))
        #expect(draft.text.contains("\"start\": 0.0"))
        draft.tracks[0].segments[0].start = 250
        draft.tracks[0].segments[0].duration = 500
        draft.tracks[0].segments[0].source = "b.png"
        let text = draft.text
        for line in [
            "\"s\": 250", "\"d\": 500", "\"start\": 250", "\"duration\": 500", "\"src\": \"b.png\"",
            "\"url\": \"https://h.example/a.png\"", "\"extra\": 1",
        ] {
            #expect(text.contains(line), "\(line) is not there")
        }
        #expect(try Draft(parsing: Array(text.utf8)).text == text)
    }

    @Test func loudnessThatIsLeftAloneStaysNull() throws {
        #expect(
            try rewritten(#"{"m":{"loudness":null},"d":1,"t":[]}"#).contains("\"loudness\": null"))
        #expect(try !rewritten(#"{"m":{},"d":1,"t":[]}"#).contains("loudness"))
    }

    @Test func draftMadeInCodeWritesAndReadsBack() throws {
        var picture = Draft.Segment(id: "a", start: 0, duration: 4000)
        picture.source = "photo.png"
        picture.kenBurns = .move(
            .init(from: .init(zoom: 1), to: .init(x: 0.6, y: 0.4, zoom: 1.1), easing: .inOut))
        picture.animationKeys = [
            .opacity: [.init(time: 0, value: 0.25, easing: .out), .init(time: 500, value: 1)]
        ]
        var words = Draft.Segment(id: "b")
        words.text = "Ünïcode \"quoted\"\nline"
        words.style = Draft.TextStyle(.caption)
        words.words = [.init(start: 0, duration: 300, word: "Ünïcode")]
        var draft = Draft(
            id: "made",
            tracks: [
                .init(.picture, id: "p", role: .main, segments: [picture]),
                .init(.text, id: "t", segments: [words]),
            ])
        draft.metadata.frameRate = FrameRate(30_000, 1001)
        draft.metadata.background = Color(red: 1, green: 2, blue: 0xAB)
        let again = try Draft(parsing: Array(draft.text.utf8))
        #expect(again == draft)
        #expect(again.notices.isEmpty)
    }
}
