import Foundation
import TestSupport
import Testing

/// Where files may be written, and what happens when that fails.
struct OutputTests {
    private func expectRefusal(
        _ run: Program.Run, _ status: Int32, _ says: String...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(run.status == status, sourceLocation: sourceLocation)
        for words in says {
            #expect(run.errors.contains(words), sourceLocation: sourceLocation)
        }
        #expect(!run.errors.contains(".partial"), sourceLocation: sourceLocation)
    }

    @Test(arguments: ["render", "frame", "sheet"])
    func outputThatCannotBeIsRefusedWithItsReason(command: String) throws {
        let place = try Workplace(draft(plain))
        #expect(mkfifo(place.path("pipe"), 0o600) == 0)
        let names = try place.names
        func run(_ output: String) throws -> Program.Run {
            let at = command == "frame" ? ["--at", "0"] : []
            return try Program.run(
                [command, "draft.json", "-o", output] + at, in: place.folder.url)
        }
        expectRefusal(try run("nowhere/out"), 1, "nowhere/out", "does not exist; create it")
        expectRefusal(try run("draft.json/out"), 1, "draft.json/out", "is not a folder")
        expectRefusal(try run("."), 1, "it is a folder; name a file inside it")
        expectRefusal(try run("pipe"), 1, "pipe", "it is a device or a pipe")
        expectRefusal(try run("draft.json"), 2, "draft.json: this file is an input")
        expectRefusal(
            try run("../\(place.folder.url.lastPathComponent)/draft.json"), 2, "is an input")
        #if os(Linux)
            expectRefusal(try run("/proc/out"), 1, "/proc/out", "can't")
        #endif
        #expect(try place.names == names)
        #expect(try String(decoding: place.data("draft.json"), as: UTF8.self) == draft(plain))
        var info = stat()
        #expect(stat(place.path("pipe"), &info) == 0 && info.st_mode & S_IFMT == S_IFIFO)
    }

    @Test func sourceIsNotOverwritten() throws {
        let place = try Workplace(draft(plain, sounds(#"{"d":500,"src":"tone.wav"}"#)))
        try Wave.write([Wave.sine(300, seconds: 0.5)], to: place.path("tone.wav"))
        let tone = try place.data("tone.wav")
        try FileManager.default.createSymbolicLink(
            atPath: place.path("link.mp4"), withDestinationPath: "tone.wav")
        for name in ["tone.wav", "./tone.wav", "link.mp4", place.path("tone.wav")] {
            expectRefusal(try place.render(to: name), 2, "is an input", "-o")
        }
        expectRefusal(try place.render("--poster", "tone.wav"), 2, "is an input")
        expectRefusal(try place.render("--poster", "out.mp4"), 2, "--poster")
        #expect(try place.data("tone.wav") == tone)
        #expect(try place.names == ["draft.json", "link.mp4", "tone.wav"])
    }

    @Test func fullDiskIsReportedAndLeavesWhatWasThere() throws {
        let place = try Workplace(draft(pictures(#"{"d":2000,"gen":{"k":"noise"}}"#)))
        try place.write("old", to: "out.mp4")
        try place.write("old", to: "out.png")
        let names = try place.names
        // A limit on the size of files stands for the disk; the signal that comes with it is not
        // ignored.
        var wrapper = ["/bin/bash", "-c", #"ulimit -f 4; exec "$0" "$@""#]
        #if os(Linux)
            wrapper = ["/usr/bin/env", "--default-signal=XFSZ"] + wrapper
        #endif
        let video = try Program.run(
            ["render", "draft.json", "-o", "out.mp4", "--progress", "none"], in: place.folder.url,
            wrapper: wrapper)
        expectRefusal(video, 1, "out.mp4", "File too large")
        let picture = try Program.run(
            ["frame", "draft.json", "--at", "0", "-o", "out.png"], in: place.folder.url,
            wrapper: wrapper)
        expectRefusal(picture, 1, "out.png", "File too large")
        #expect(try place.names == names)
        for name in ["out.mp4", "out.png"] {
            #expect(try String(decoding: place.data(name), as: UTF8.self) == "old")
        }
    }

    @Test func defaultNameIsTheDraftsInTheCurrentFolder() throws {
        let place = try Workplace(draft(plain))
        let run = try place.run("render", "draft.json", "--quality", "draft", "--progress", "none")
        #expect(run.status == 0)
        #expect(try place.names == ["draft.json", "draft.mp4"])
    }

    @Test func oldFileIsReplacedByTheWholeNewOne() throws {
        let place = try Workplace(draft(plain))
        try place.write("old", to: "out.mp4")
        #expect(try place.renderCleanly().frames()?.count == 5)
        #expect(try place.names == ["draft.json", "out.mp4"])
    }
}
