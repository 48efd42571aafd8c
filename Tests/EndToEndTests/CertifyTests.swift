import Foundation
import TestSupport
import Testing

/// Promises measured on files of ours and of ffmpeg.
struct CertifyTests {
    private struct Certificate: Decodable {
        struct Promise: Decodable {
            var id: String
            var verdict: String
            var group: String
            var value: String
            var bar: String
        }

        var promises: [Promise]

        func value(_ id: String) -> String? { promises.first { $0.id == id }?.value }

        func ids(_ verdict: String) -> Set<String> {
            Set(promises.filter { $0.verdict == verdict }.map(\.id))
        }
    }

    private static let words = draft(
        width: 320, height: 180, fps: "25",
        meta:
            #","title":"Blue","chapters":[[0,"One"],[1000,"Two"]],"source_type":"trainedAlgorithmicMedia""#,
        pictures(##"{"d":1000,"color":"#204060"},{"s":1000,"d":1000,"color":"#406020"}"##),
        #"{"tt":7,"m":{"role":"caption"},"sg":[{"s":0,"d":1500,"tx":"Hello, you"}]}"#)

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
                "length", "groups", "title", "encoder", "chapters", "captions", "disclosure",
                "picture", "colours", "matrix", "caption-lines", "caption-speed", "glyphs",
                "placement", "contrast",
            ]))
        #expect(found.value("disclosure") == "trainedAlgorithmicMedia")
        #expect(found.value("captions") == "track: 1")
        #expect(found.value("chapters") == "2")
        #expect(Set(found.promises.map(\.group)) == ["motion", "colour", "text", "sound", "file"])
        #expect(run.output.contains("Motion\n") && run.output.contains("Text\n"))
        // Nothing is heard, and nothing moves.
        #expect(found.ids("not-applicable").isSuperset(of: ["loudness", "tremble"]))
        let alone = try certificate(try place.run("certify", "a.mp4", "--json"))
        #expect(alone.ids("fail").isEmpty)
        #expect(alone.value("frames") == "needs --draft")
        #expect(alone.promises.map(\.id) == found.promises.map(\.id))
    }

    /// Light words on white: the explainer has to bring the shade that they need.
    @Test func anExplainerOfAWhitePictureCanBeRead() throws {
        let place = try Workplace(
            draft(width: 480, height: 320, fps: "25", pictures(##"{"d":1000,"color":"#FFFFFF"}"##)))
        _ = try place.run("frame", "draft.json", "--at", "0", "-o", "white.png")
        let canvas = ["--size", "960x540", "--fps", "5"]
        let made = try Program.run(
            [
                "make", "white.png", "explain what an AI image is and how it was created",
                "--duration", "12", "--voice", "none", "--music", "none", "--quality", "draft",
                "--progress", "none", "-o", "white.mp4",
            ] + canvas, in: place.folder.url)
        #expect(made.status == 0, "\(made.errors)")
        let run = try Program.run(
            ["certify", "white.mp4", "--draft", "white.json", "--json"] + canvas,
            in: place.folder.url)
        let found = try certificate(run)
        #expect(found.ids("pass").contains("contrast"), "\(found.value("contrast") ?? run.errors)")
    }

    @Test func anotherDraftsExportFails() throws {
        let place = try Workplace(Self.words)
        _ = try place.renderCleanly(to: "a.mp4")
        try place.write(
            draft(
                width: 320, height: 180, fps: "30", meta: #","title":"Red""#,
                pictures(##"{"d":3000,"color":"#802010"}"##),
                texts(#"{"d":2000,"tx":"An entirely different sentence","st":{"size":200}}"#)),
            to: "other.json")
        let run = try place.run("certify", "a.mp4", "--draft", "other.json", "--json")
        #expect(run.status == 1)
        let found = try certificate(run)
        #expect(
            found.ids("fail").isSuperset(of: [
                "frames", "length", "rate", "title", "chapters", "captions", "disclosure",
                "picture", "colours",
            ]), "\(found.ids("fail"))")
        #expect(found.value("frames") == "50")
    }

    @Test func wordsThatDoNotStandOutAreNamed() throws {
        let faint = ##"{"d":1000,"tx":"Faint","st":{"box":{"color":"#EEEEEE"},"color":"#FFFFFF"}}"##
        let place = try Workplace(
            draft(
                width: 320, height: 180, fps: "25",
                pictures(##"{"d":1000,"color":"#204060"}"##), texts(faint)))
        let run = try place.run(
            "render", "draft.json", "-o", "a.mp4", "--progress", "none", "--certify")
        #expect(run.status == 1)
        // White over #EEEEEE is 1.16:1.
        #expect(run.output.contains("BROKEN Texts stand out"), "\(run.output)")
        #expect(run.output.contains(": 1.2 to 1 at 0:00."), "\(run.output)")
        #expect(run.errors.contains("promises are broken: contrast"), "\(run.errors)")
    }

    @Test func badCaptionsBesideAFileAreNamed() throws {
        let place = try Workplace(Self.words)
        _ = try place.renderCleanly("--quality", "standard", to: "a.mp4")
        try place.write(
            """
            1
            00:00:00,000 --> 00:00:00,900
            A line of which the reader has no chance at all of reading it in time

            2
            00:00:00,800 --> 00:00:01,900
            Three
            lines
            , of them

            """, to: "a.srt")
        let run = try place.run("certify", "a.mp4", "--json")
        #expect(run.status == 1)
        let found = try certificate(run)
        #expect(
            found.ids("fail") == [
                "caption-lines", "caption-speed", "caption-length", "caption-overlap",
                "caption-breaks",
            ])
        #expect(found.value("caption-length") == "900 ms at 0:00.00")
    }

    @Test func brokenPromisesAreNamed() throws {
        guard let ffmpeg = Tool.find("ffmpeg") else { return }
        let place = try Workplace(Self.words)
        let made = try Tool.run(
            ffmpeg,
            [
                "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=2", "-f", "lavfi",
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

    @Test func whatCannotBeMeasuredIsToldInASentence() throws {
        let place = try Workplace(Self.words)
        let film = try place.renderCleanly(to: "a.mp4")
        let bytes = try film.bytes
        try bytes.prefix(bytes.count * 6 / 10).write(to: URL(filePath: place.path("cut.mp4")))
        try place.write("", to: "empty.mp4")
        _ = try place.render(to: "sound.wav")
        for (name, reason) in [
            ("cut.mp4", "cut short"), ("empty.mp4", "empty"), ("sound.wav", "no picture"),
            (".", "folder"),
        ] {
            let run = try place.run("certify", name)
            #expect(run.status == 3, "\(name): \(run.output)")
            #expect(run.errors.contains(name) && run.errors.contains(reason), "\(run.errors)")
            #expect(run.output == "")
        }
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
