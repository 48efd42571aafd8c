import Foundation
import TestSupport
import Testing

/// `explainer preview --terminal`: what is seen, and that the terminal is itself again.
struct TerminalPreviewTests {
    private func green(_ more: String = "") -> String {
        draft(
            pictures(
                ##"{"n":"meadow","d":500,"color":"#00FF00"}"##,
                ##"{"n":"sea","d":1500,"color":"#0000FF"}"##), more: more)
    }

    @Test func keysMoveThroughTheTimeline() throws {
        let session = try PreviewTerminal.run(
            [
                ("00:00:03  frame 3 of 20  meadow", .send("\u{1B}[C")),
                ("00:00:04  frame 4 of 20  meadow", .send("ll")),
                ("00:00:06  frame 6 of 20  sea", .send("\u{1B}[D")),
                ("00:00:05  frame 5 of 20  sea", .send("]")),
                ("00:01:05  frame 15 of 20  sea", .send("\u{1B}[1;2D")),
                ("frame 5 of 20", .send("\u{1B}[F")), ("frame 19 of 20", .send("j")),
                ("frame 5 of 20", .send("j")), ("frame 0 of 20", .send("k")),
                ("frame 5 of 20", .send("\u{1B}[H")), ("frame 0 of 20", .send("[")),
                ("frame 0 of 20", .send("?")), ("space play", .send("q")),
            ], options: ["--at", "0.3s"], in: Workplace(green()))
        guard let session else { return }
        #expect(session.missed == [])
        #expect(session.status == 0)
        #expect(session.isRaw && session.isRestored && session.isScreenGivenBack)
    }

    @Test(arguments: ["\u{3}", "\u{1B}", "q"])
    func itIsLeftByKeys(key: String) throws {
        let session = try PreviewTerminal.run(
            [("frame 0 of 20", .send(key))], in: Workplace(green()))
        guard let session else { return }
        #expect(session.missed == [])
        #expect(session.status == 0)
        #expect(session.isRestored && session.isScreenGivenBack)
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func aSignalGivesTheTerminalBack(signal: Int32) throws {
        let session = try PreviewTerminal.run(
            [("frame 0 of 20", .signal(signal))], in: Workplace(green()))
        guard let session else { return }
        #expect(session.missed == [])
        #expect(session.status == -Int(signal))
        #expect(session.isRaw && session.isRestored && session.isScreenGivenBack)
    }

    @Test func itFollowsTheFileAndABrokenOneKeepsThePicture() throws {
        let broken = "{\n  \"v\": 1,\n  \"t\": [{\"tt\": 0, \"sg\": [{\"d\": \"long\"}]}]\n}\n"
        let longer = draft(fps: "20", pictures(##"{"n":"fire","d":3000,"color":"#FF0000"}"##))
        let session = try PreviewTerminal.run(
            [
                ("frame 0 of 20", .send("]")),
                ("frame 10 of 20", .write(broken, to: "draft.json")),
                ("draft.json:3:", .send("\u{1B}[D")),
                ("frame 9 of 20", .send("\u{1B}[C")),
                ("frame 10 of 20", .write(longer, to: "draft.json")),
                // The same time at another rate.
                ("00:01:00  frame 20 of 60  fire", .send("q")),
            ], in: Workplace(green()))
        guard let session else { return }
        #expect(session.missed == [])
        #expect(session.status == 0)
        let said = session.drawings.filter { $0.contains("draft.json:3:") }
        #expect(!said.isEmpty)
        for drawing in said {
            #expect(drawing.wholeMatch(of: /(?s).*draft\.json:3:32 .*expected.*/) != nil)
            // The blue of the sea is still there.
            #expect(drawing.contains(/38;2;[0-2];[0-2];25[2-5];48;2;[0-2];[0-2];25[2-5]m▀{9}/))
        }
        let last = try #require(session.drawings.last)
        #expect(!last.contains("draft.json:3:"))
        #expect(last.contains(/38;2;25[2-5];[0-2];[0-2];48;2;25[2-5];[0-2];[0-2]m▀{9}/))
    }

    @Test func aDraftThatIsBrokenFromTheStartIsWaitedFor() throws {
        let session = try PreviewTerminal.run(
            [
                ("draft.json:1:2", .write(green(), to: "draft.json")),
                ("frame 0 of 20", .send("q")),
            ], in: Workplace("{,}"))
        guard let session else { return }
        #expect(session.missed == [])
        #expect(session.status == 0)
    }

    @Test func sourcesAreFollowedToo() throws {
        let place = try Workplace(draft(pictures(#"{"src":"a.png","d":500}"#)))
        for (name, color) in [("a", "#FF0000"), ("b", "#00FF00")] {
            try place.write(
                draft(pictures(#"{"d":100,"color":"\#(color)"}"#)), to: "one.json")
            let run = try place.run("frame", "one.json", "--at", "0f", "-o", "\(name).png")
            try #require(run.status == 0, "\(run.errors)")
        }
        let session = try PreviewTerminal.run(
            [
                ("frame 0 of 5", .copy("b.png", to: "a.png")), (";48;2;0;25", .send("q")),
            ], in: place)
        guard let session else { return }
        #expect(session.missed == [])
        #expect(session.status == 0)
    }

    @Test func playingGoesByTheClockToTheEnd() throws {
        let begin = Date()
        let session = try PreviewTerminal.run(
            [
                ("frame 0 of 20", .send(" ")), ("playing, no sound", .send("")),
                ("frame 19 of 20  sea", .send("q")),
            ], in: Workplace(green()))
        guard let session else { return }
        #expect(session.missed == [])
        #expect(Date().timeIntervalSince(begin) > 1.9)
        // One after the other, as far as they are there in time.
        let frames = session.output.matches(of: /frame (\d+) of 20/).compactMap { Int($0.1) }
        #expect(frames == frames.sorted())
    }

    @Test func snapshotsAreFullFramesAndOverwriteNothing() throws {
        let place = try Workplace(green())
        let session = try PreviewTerminal.run(
            [
                ("frame 0 of 20", .send("l")), ("frame 1 of 20", .send("s")),
                ("draft-1.png written", .send("s")), ("draft-1-2.png written", .send("q")),
            ], in: place)
        guard let session else { return }
        #expect(session.missed == [])
        _ = try place.run("frame", "draft.json", "--at", "1f", "-o", "frame.png")
        #expect(try place.names == ["draft-1-2.png", "draft-1.png", "draft.json", "frame.png"])
        #expect(try place.data("draft-1.png") == place.data("frame.png"))
        #expect(try place.data("draft-1-2.png") == place.data("frame.png"))
    }
}
