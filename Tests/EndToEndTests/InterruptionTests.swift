import Foundation
import TestSupport
import Testing

/// Ctrl-C and a polite kill in the middle of a long render.
struct InterruptionTests {
    @Test(arguments: [SIGINT, SIGTERM])
    func interruptedRenderLeavesNothingAndWhatWasThere(signal: Int32) throws {
        // 14 400 frames of noise: it ends because of the signal and for no other reason.
        try expectEnd(by: signal, milliseconds: 60_000, after: #""frame":"#)
    }

    @Test func interruptionDoesNotWaitForSound() throws {
        // A day of silence is measured first, in one piece.
        try expectEnd(by: SIGINT, milliseconds: 86_000_000, after: #""phase":"read""#)
    }

    private func expectEnd(by signal: Int32, milliseconds: Int, after words: String) throws {
        let place = try Workplace(
            draft(
                width: 320, height: 180, fps: "240",
                pictures(#"{"d":\#(milliseconds),"gen":{"k":"noise"}}"#)))
        try place.write("old", to: "out.mp4")
        let render = try Running(
            [
                "render", "draft.json", "-o", "out.mp4", "--quality", "max", "--progress", "json",
                "--jobs", "2",
            ], in: place.folder.url)
        render.wait { render.written().contains(words) }
        try #require(render.isRunning)
        render.send(signal)
        let run = render.finish()
        #expect(run.status == 130)
        #expect(run.errors == "interrupted; nothing was written\n")
        #expect(!run.output.contains("done"))
        #expect(try place.names == ["draft.json", "out.mp4"])
        #expect(try String(decoding: place.data("out.mp4"), as: UTF8.self) == "old")
    }
}
