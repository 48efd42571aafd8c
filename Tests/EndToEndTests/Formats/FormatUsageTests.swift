import Foundation
import TestSupport
import Testing

/// What a format can't be.
struct FormatUsageTests {
    @Test(arguments: [
        (["-o", "x.avi"], "ending .avi"), (["-o", "x.mp5"], "mp4, mov, webm, mkv, gif"),
        (["-o", "x.mp4", "--format", "gif"], "--format says gif"),
        (["-o", "x%d.png", "--format", "jpg"], "--format says jpg"),
        (["--format", "avi"], "invalid for '--format"), (["-o", "x.png"], "frames/%04d.png"),
        (["-o", "x.jpg"], "frames/%04d.jpg"), (["-o", "%d-%d.png"], "one place for its number"),
        (["-o", "%d/%d.png"], "one place for its number"), (["-o", "x/"], "--format png"),
        (["-o", "x.wav", "--no-audio"], "sound alone"),
        (["-o", "x.gif", "--quality", "lossless"], "never lossless"),
        (["-o", "%d.jpg", "--quality", "lossless"], "never lossless"),
        (["-o", "x.gif", "--fps", "60"], "at most 50"),
        (["-o", "%d.png", "--poster", "1.png"], "--poster and --out name the same file"),
    ])
    func contradictionIsAUsageErrorThatSaysHow(arguments: [String], words: String) throws {
        let place = try Workplace(draft(plain))
        let run = try Program.run(["render", "draft.json"] + arguments, in: place.folder.url)
        #expect(run.status == 2)
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(run.output == "")
        #expect(try place.names == ["draft.json"])
    }

    @Test func formatMakesTheNameAndNamesMakeTheFormat() throws {
        let place = try Workplace(draft(plain))
        for arguments in [
            ["--format", "mkv"], ["-o", "a.MOV"], ["-o", "plain"],
            ["-o", "b.v2", "--format", "webm"],
        ] {
            let run = try Program.run(
                ["render", "draft.json", "--progress", "none", "--quality", "draft"] + arguments,
                in: place.folder.url)
            #expect(run.status == 0, "\(run.errors)")
        }
        #expect(try place.names == ["a.MOV", "b.v2", "draft.json", "draft.mkv", "plain"])
        let matroska: [UInt8] = [0x1A, 0x45, 0xDF, 0xA3]
        #expect(try place.data("draft.mkv").starts(with: matroska))
        #expect(try place.data("b.v2").starts(with: matroska))
        #expect(try place.data("a.MOV")[4..<12] == Data("ftypqt  ".utf8))
        #expect(try place.data("plain")[4..<8] == Data("ftyp".utf8))
    }

    @Test func doctorTellsTheFormats() throws {
        let run = try Workplace().run("doctor")
        #expect(
            run.output.contains("formats: mp4, mov, webm, mkv, gif, webp, png, jpg, wav, m4a"))
    }

    @Test(arguments: ["mov", "mkv", "webm", "gif", "webp", "wav", "m4a"])
    func fullDiskIsReportedAndLeavesWhatWasThere(format: String) throws {
        let place = try Workplace(
            draft(width: 320, height: 180, pictures(#"{"d":2000,"gen":{"k":"noise"}}"#)))
        try place.write("old", to: "out.\(format)")
        let names = try place.names
        var wrapper = ["/bin/bash", "-c", #"ulimit -f 4; exec "$0" "$@""#]
        #if os(Linux)
            wrapper = ["/usr/bin/env", "--default-signal=XFSZ"] + wrapper
        #endif
        let run = try Program.run(
            ["render", "draft.json", "-o", "out.\(format)", "--progress", "none"],
            in: place.folder.url, wrapper: wrapper)
        // Two seconds of silence as AAC fit in.
        guard format != "m4a" else { return }
        #expect(run.status == 1)
        #expect(run.errors.contains("out.\(format)") && run.errors.contains("File too large"))
        #expect(!run.errors.contains(".partial"))
        #expect(try place.names == names)
        #expect(try place.data("out.\(format)") == Data("old".utf8))
    }

    @Test func makeWritesOtherFormatsAndNoSequence() throws {
        let place = try Workplace()
        let dusk = Fixtures.checkout.appending(path: "samples/dusk.png").path
        func make(_ output: String) throws -> Program.Run {
            try Program.run(
                [
                    "make", dusk, "what is an AI image", "-o", output, "--voice", "none", "--music",
                    "none", "--duration", "6", "--size", "160x90", "--fps", "5", "--quality",
                    "draft", "--progress", "none",
                ], in: place.folder.url)
        }
        #expect(try make("%d.png").status == 2)
        #expect(try make("film.avi").status == 2)
        #expect(try place.names == [])
        for format in ["webm", "gif"] {
            let run = try make("\(format).\(format)")
            #expect(run.status == 0, "\(run.errors)")
            #expect(try place.data("\(format).\(format)").count > 2_000)
        }
        #expect(try place.names.contains("webm.json"))
    }
}
