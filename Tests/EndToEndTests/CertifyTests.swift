import Foundation
import TestSupport
import Testing

/// Promises measured on files of ours and of ffmpeg.
struct CertifyTests {
    private struct Certificate: Decodable {
        struct Promise: Decodable {
            var id: String
            var verdict: String
        }

        var promises: [Promise]

        func ids(_ verdict: String) -> Set<String> {
            Set(promises.filter { $0.verdict == verdict }.map(\.id))
        }
    }

    private static let words = draft(
        width: 640, height: 360, fps: "25", pictures(##"{"d":2000,"color":"#204060"}"##),
        texts(#"{"d":2000,"tx":"Hello"}"#))

    private func certificate(_ run: Program.Run) throws -> Certificate {
        try JSONDecoder().decode(Certificate.self, from: Data(run.output.utf8))
    }

    @Test func anExportOfOursKeepsItsPromises() throws {
        let place = try Workplace(Self.words)
        let run = try place.run(
            "render", "draft.json", "-o", "a.mp4", "--progress", "none", "--certify")
        #expect(run.status == 0, "\(run.output) \(run.errors)")
        let json = try place.run("certify", "a.mp4", "--draft", "draft.json", "--json")
        let found = try certificate(json)
        #expect(json.status == 0 && found.ids("fail").isEmpty)
        #expect(
            found.ids("pass").isSuperset(of: [
                "codec", "pixels", "colour", "size", "rate", "frames", "start", "sound", "index",
            ]))
        // Nothing is heard, and nothing moves.
        #expect(found.ids("not-applicable").isSuperset(of: ["loudness", "tremble"]))
    }

    @Test func brokenPromisesAreNamed() throws {
        guard let ffmpeg = Tool.find("ffmpeg") else { return }
        let place = try Workplace(Self.words)
        let made = try Tool.run(
            ffmpeg,
            [
                "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=2", "-f", "lavfi",
                "-i", "sine=frequency=440:sample_rate=44100:duration=1.5", "-c:v", "libx264",
                "-profile:v", "baseline", "-pix_fmt", "yuv420p", "-c:a", "aac", "-ac", "1",
                place.path("b.mp4"),
            ])
        try #require(made.status == 0, "\(made.standardError)")
        let run = try place.run("certify", "b.mp4", "--draft", "draft.json", "--json")
        #expect(run.status == 1)
        #expect(
            try certificate(run).ids("fail").isSuperset(of: [
                "codec", "colour", "size", "sound", "ends", "index", "loudness",
            ]))
        #expect(run.errors.contains("codec"))
    }

    @Test(arguments: ["nothing.mp4", "text.mp4"]) func whatIsNoVideoIsToldAsSuch(name: String)
        throws
    {
        let place = try Workplace()
        try place.write("no video", to: "text.mp4")
        let run = try place.run("certify", name)
        #expect(run.status == 3)
        #expect(run.errors.contains(name))
    }
}
