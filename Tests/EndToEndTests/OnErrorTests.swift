import Foundation
import TestSupport
import Testing

/// `--on-error`: what a render does about sources that can't be used.
struct OnErrorTests {
    /// Two plain halves around a film that is cut off.
    private static let broken = draft(
        width: 320, height: 180,
        pictures(
            ##"{"id":"a","d":500,"color":"#00FF00"}"##, #"{"id":"b","d":1000,"src":"cut.mp4"}"#,
            ##"{"id":"c","d":500,"color":"#00FF00"}"##),
        sounds(#"{"d":1000,"src":"gone.wav"}"#),
        more: #","tr":[{"k":"fade","a":"a","b":"b","d":200}]"#)

    private func place(_ draft: String = broken) throws -> Workplace {
        let place = try Workplace(draft)
        // A box of media without the index that describes it.
        let media = Data([0, 0, 0x40, 0]) + Data("mdat".utf8) + Data(repeating: 7, count: 100)
        try media.write(to: URL(filePath: place.path("cut.mp4")))
        return place
    }

    @Test func failIsTheDefault() throws {
        let place = try place()
        for options in [[], ["--on-error", "fail"]] {
            let run = try Program.run(
                ["render", "draft.json", "-o", "out.mp4"] + options, in: place.folder.url)
            #expect(run.status == 3)
            #expect(run.errors.filter { $0 == "\n" }.count == 2)
        }
        #expect(try place.names == ["cut.mp4", "draft.json"])
    }

    @Test func placeholderIsRenderedAndSaysSo() throws {
        let place = try place()
        let run = try place.render("--on-error", "placeholder")
        #expect(run.status == 0)
        let lines = run.errors.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].contains(" /t/0/sg/1/src: a placeholder stands in: "))
        #expect(lines[0].contains("its index (moov) is missing"))
        #expect(lines[1].contains(" /t/1/sg/0/src: silence stands in: "))
        let file = RenderedFile(path: place.path("out.mp4"), folder: place.folder)
        guard let frames = try file.frames(width: 320, height: 180) else { return }
        #expect(frames.count == 20)
        // Green of BT.709 is Y 173; the card is dark, with a sign in its middle.
        #expect(abs(Int(frames[0].bytes[0]) - 173) < 4)
        #expect((25...70).contains(frames[10].bytes[0]))
        let luma = frames[10].luma
        #expect(luma.count { $0 > 90 } > 200)
        #expect(abs(Int(frames[18].bytes[0]) - 173) < 4)
        let strict = try place.render("--on-error", "placeholder", "--strict", to: "strict.mp4")
        #expect(strict.status == 3)
    }

    @Test func skippedSegmentLeavesItsTimeEmpty() throws {
        let place = try place()
        let run = try place.render("--on-error", "skip")
        #expect(run.status == 0)
        #expect(run.errors.contains("its segment is left out: "))
        #expect(run.errors.contains("a transition of a segment that is left out falls away"))
        let file = RenderedFile(path: place.path("out.mp4"), folder: place.folder)
        guard let frames = try file.frames(width: 320, height: 180) else { return }
        #expect(frames.count == 20)
        #expect([4, 5, 14, 15].map { frames[$0].bytes[0] > 100 } == [true, false, false, true])
    }

    @Test func otherCommandsTakeTheOptionToo() throws {
        let place = try place()
        for arguments in [
            ["frame", "draft.json", "--at", "1s", "-o", "a.png"],
            ["sheet", "draft.json", "-o", "b.png"],
            ["check", "draft.json"], ["plan", "draft.json"],
        ] {
            let run = try Program.run(
                arguments + ["--on-error", "placeholder"], in: place.folder.url)
            #expect(run.status == 0, "\(run.errors)")
        }
        let plan = try place.run("plan", "draft.json", "--on-error", "placeholder")
        #expect(plan.output.contains(#"placeholder "cut.mp4""#))
        #expect(try place.run("check", "draft.json", "--on-error", "never").status == 2)
    }

    /// A PNG whose header is good and whose pixels are missing shows its trouble in time.
    @Test func pictureThatOnlyDecodingRefusesIsSeenByThePlanner() throws {
        guard let cut = Fixtures.shared("media/third_party/pngsuite/xdtn0g01.png") else { return }
        let place = try place(draft(pictures(#"{"d":500,"src":"\#(cut.path)"}"#)))
        let run = try place.run("plan", "draft.json", "--on-error", "placeholder")
        #expect(run.status == 0)
        #expect(run.output.contains(#"placeholder "xdtn0g01.png""#))
    }

    // A film that is removed while the noise before it is rendered.
    private func runRemovingTheFilm(_ policy: String) throws -> (Program.Run, Workplace)? {
        guard let film = Fixtures.shared("media/video/plain_30.mp4") else { return nil }
        let place = try Workplace(
            draft(
                width: 640, height: 360, fps: "60",
                pictures(
                    #"{"d":8000,"gen":{"k":"noise"}}"#, #"{"d":1000,"src":"film.mp4","vol":0}"#)))
        try FileManager.default.copyItem(atPath: film.path, toPath: place.path("film.mp4"))
        let render = try Running(
            [
                "render", "draft.json", "-o", "out.mp4", "--quality", "high", "--progress", "json",
                "--jobs", "1", "--no-audio", "--on-error", policy,
            ], in: place.folder.url)
        render.wait { render.written().contains(#""frame":"#) }
        try FileManager.default.removeItem(atPath: place.path("film.mp4"))
        return (render.finish(), place)
    }

    @Test func filmThatIsRemovedMeanwhileEndsTheRender() throws {
        guard let (run, place) = try runRemovingTheFilm("fail") else { return }
        #expect(run.status == 3)
        #expect(run.errors.contains(" /t/0/sg/1/src: "))
        #expect(run.errors.contains("no such file"))
        #expect(try place.names == ["draft.json"])
    }

    @Test func filmThatIsRemovedMeanwhileIsReplacedWhereAsked() throws {
        guard let (run, place) = try runRemovingTheFilm("placeholder") else { return }
        #expect(run.status == 0)
        #expect(run.errors.contains(" /t/0/sg/1/src: "))
        #expect(run.errors.contains("film.mp4: it broke; a placeholder stands in: "))
        #expect(try place.names == ["draft.json", "out.mp4"])
    }
}
