import Foundation
import TestSupport
import Testing

/// Ctrl-C and a polite kill in the middle of a long render.
struct InterruptionTests {
    @Test(arguments: [SIGINT, SIGTERM])
    func interruptedRenderLeavesNothingAndWhatWasThere(signal: Int32) throws {
        // An hour of noise: it ends because of the signal and for no other reason.
        let place = try Workplace(
            draft(width: 320, height: 180, pictures(#"{"d":3600000,"gen":{"k":"noise"}}"#)))
        try place.write("old", to: "out.mp4")
        let render = try Running(
            [
                "render", "draft.json", "-o", "out.mp4", "--quality", "max", "--progress", "json",
                "--jobs", "2",
            ], in: place.folder.url)
        render.wait { render.written().contains(#""frame":"#) }
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
