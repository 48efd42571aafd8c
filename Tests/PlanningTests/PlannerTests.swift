import Foundation
import Planning
import Testing

struct PlannerTests {
    @Test(arguments: [
        ("16:9", 1920, 1080), ("9:16", 1080, 1920), ("1:1", 1080, 1080), ("4:5", 1080, 1350),
        ("1280x720", 1280, 720), ("641X359", 641, 359),
    ])
    func canvasOptionTakesTheDraftsPlace(text: String, width: Int, height: Int) throws {
        let size = try #require(CanvasSize(parsing: text))
        let plan = try plan(
            #"{"m":{"width":320,"height":240},"d":9,"t":[]}"#, options: .init(canvas: size))
        #expect(plan.canvas.contentWidth == width)
        #expect(plan.canvas.contentHeight == height)
        #expect(plan.canvas.width % 2 == 0 && plan.canvas.height % 2 == 0)
    }

    @Test(arguments: ["", "x", "1920", "0x0", "-2x4", "16:0", "9000x100", "1000:1", "1x2x3"])
    func impossibleCanvasIsRefused(text: String) {
        #expect(CanvasSize(parsing: text) == nil)
    }

    @Test func rateOptionTakesTheDraftsPlace() throws {
        let plan = try plan(
            #"{"m":{"fps":30},"d":1000,"t":[]}"#,
            options: .init(frameRate: FrameRate(parsing: "25")))
        #expect(plan.frameCount == 25)
    }

    @Test func unknownFontIsAnErrorWithASuggestion() throws {
        let options = Planner.Options(fontFamilies: ["Inter", "Noto Sans CJK SC"])
        let json = texts(#"{"tx":"a","st":{"font":"Intr"}}"#)
        #expect(
            try message(json, options: options)
                == "draft.json:1:51 /t/0/sg/0/st/font: the font family \"Intr\" is not there. Did you mean \"Inter\"?"
        )
        let far = texts(#"{"tx":"a","st":{"font":"Helvetica"}}"#)
        #expect(try message(far, options: options).hasSuffix("There are Inter, Noto Sans CJK SC."))
        #expect(try message(far) == "")
    }

    @Test func fontIsFoundWhateverItsCase() throws {
        let plan = try plan(
            texts(#"{"tx":"a","st":{"font":"INTER"}}"#), options: .init(fontFamilies: ["Inter"]))
        guard case .text(let text)? = plan.tracks.first?.clips.first?.content else {
            Issue.record("not a text")
            return
        }
        #expect(text.style.family == "Inter")
        #expect(text.place.pointer == "/t/0/sg/0/tx")
    }

    @Test func pixelsFollowTheCanvasAndUnitsItsShorterSide() throws {
        for (width, height, unit) in [
            (1920, 1080, 1.0), (1080, 1920, 1), (1280, 720, 2.0 / 3), (640, 480, 4.0 / 9),
        ] {
            let plan = try plan(
                texts(
                    #"{"tx":"a","x":0.25,"y":0.75,"w":0.5,"st":{"size":54}}"#,
                    m: #"{"width":\#(width),"height":\#(height)}"#))
            let clip = try #require(plan.tracks.first?.clips.first)
            guard case .text(let text) = clip.content else { continue }
            #expect(abs(text.style.size - 54 * unit) < 1e-9)
            #expect(clip.placement.x == .constant(0.25 * Double(width)))
            #expect(clip.placement.y == .constant(0.75 * Double(height)))
            #expect(clip.placement.width == .constant(0.5 * Double(width)))
        }
    }

    @Test func fadeReachesOneAfterItsLengthAndZeroAtTheEnd() throws {
        let plan = try plan(
            pictures(##"{"color":"#000000","s":1000,"d":2000,"fi":500,"fo":1000}"##))
        let clip = try #require(plan.tracks.first?.clips.first)
        for frame in clip.frames {
            let t = Double(frame) / 30
            let factor = min(1, (t - 1) / 0.5, (3 - t) / 1)
            #expect(abs(clip.fade.factor(at: frame, in: clip.span) - factor) < 1e-9)
        }
    }

    @Test func animationKeysCountFromTheSegmentsStartInFrames() throws {
        let plan = try plan(
            pictures(
                ##"{"color":"#000000","s":700,"d":2000,"ak":{"x":[[0,0.25],[1000,0.75]]}}"##,
                m: #"{"fps":29.97}"#))
        let x = try #require(plan.tracks.first?.clips.first).placement.x
        // Half a second is 14.985 frames at 30000/1001.
        #expect(abs(x.value(at: 500 * 30 / 1001.0) - 960) < 1e-9)
    }

    @Test func speedAndStartOfAStillHaveNoEffect() throws {
        let plain = try plan(pictures(#"{"id":"a","src":"hd.png"}"#))
        let fast = try plan(pictures(#"{"id":"a","src":"hd.png","sp":2,"ss":900}"#))
        #expect(plain == fast)
    }

    @Test func sourcesMayBeAbsoluteOrAboveTheDraft() throws {
        let picture = SourceFacts.picture(width: 64, height: 64, warnings: [])
        let plan = try plan(
            pictures(#"{"src":"/else/a.png"},{"src":"../b.png"}"#),
            files: ["/else/a.png": picture, "../b.png": picture])
        let paths = plan.tracks.first?.clips.compactMap { clip -> String? in
            if case .picture(let picture) = clip.content { picture.path } else { nil }
        }
        #expect(paths == ["/else/a.png", "/draft/../b.png"])
    }

    @Test func benchmarkFormPlansWithoutNotices() throws {
        let url = PlanGoldenTests.folder.appending(path: "benchmark.json")
        #expect(try plan(String(contentsOf: url, encoding: .utf8)).notices.isEmpty)
    }

    @Test(arguments: [("-14", -14.0), ("-16.5", -16.5), ("null", nil)] as [(String, Double?)])
    func loudnessIsATargetOrLeftAlone(text: String, target: Double?) throws {
        #expect(try plan(#"{"m":{"loudness":\#(text)},"d":9,"t":[]}"#).sound.loudness == target)
        #expect(try plan(#"{"d":9,"t":[]}"#).sound.loudness == -14)
    }

    @Test func speechUnderMusicIsDuckedByDecibels() throws {
        let voice = #"{"tt":1,"m":{"role":"voice"},"sg":[{"src":"voice.wav","d":1000}]}"#
        for (duck, gain) in [("", 0.251189), (#","duck":6"#, 0.501187), (#","duck":-20"#, 0.1)] {
            let plan = try plan(
                #"{"t":[{"tt":1,"m":{"role":"bgm"\#(duck)},"sg":[{"src":"music.m4a"}]},\#(voice)]}"#
            )
            let ducking = try #require(plan.sound.tracks.first?.ducking)
            #expect(abs(ducking.gain - gain) < 1e-6)
            #expect(ducking.attack == 12_000)
            #expect(ducking.release == 28_800)
        }
    }

    @Test func noticesStandInTheOrderOfTheDraft() throws {
        let url = PlanGoldenTests.folder.appending(path: "unsupported.json")
        let places = try plan(String(contentsOf: url, encoding: .utf8)).notices.map(\.place)
        #expect(
            places.map { [$0.line, $0.column] }
                == places.map { [$0.line, $0.column] }.sorted { $0.lexicographicallyPrecedes($1) })
    }
}
