import Foundation
import TestSupport
import Testing

/// `explainer check`: what files are, what is done to them, and all that is wrong, at once.
struct CheckTests {
    /// A workplace with links to fixtures; nil where they are not beside this checkout.
    private func place(
        _ draft: String?, _ links: [String: String] = [:]
    ) throws -> Workplace? {
        let place = try Workplace(draft)
        for (name, fixture) in links {
            guard let url = Fixtures.shared("media/\(fixture)") else { return nil }
            try FileManager.default.createSymbolicLink(
                atPath: place.path(name), withDestinationPath: url.path)
        }
        return place
    }

    /// Three sources, each with something that is done to it.
    private static let good = draft(
        width: 640, height: 360, fps: "30",
        pictures(
            #"{"d":2000,"src":"turned.jpg"}"#,
            #"{"d":3000,"src":"surround.mp4","ss":200,"sp":2}"#),
        sounds(#"{"d":1000,"src":"tone.m4a"}"#))

    private static let links = [
        "turned.jpg": "images/exif_6.jpg", "surround.mp4": "video/surround51.mp4",
        "tone.m4a": "audio/tone.m4a",
    ]

    @Test func eachSourceHasALineAndBelowItItsUses() throws {
        guard let place = try place(Self.good, Self.links) else { return }
        let run = try place.run("check", "draft.json")
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(
            run.output == """
                turned.jpg    picture  JPEG, 320 x 200, stored turned
                  line 1 /t/0/sg/0/src  0-2 s  turned right, enlarged 2 x
                surround.mp4  film     MP4, H.264, 320 x 200, 30 fps, 1.00 s, BT.709; AAC, 48 kHz, 5.1
                  line 1 /t/0/sg/1/src  2-5 s  played from 0.20 to 1.00 s at speed 2, last frame held 2.60 s, enlarged 2 x, mixed down from 5.1
                tone.m4a      sound    MP4, 2.00 s, AAC, 44.1 kHz, stereo
                  line 1 /t/1/sg/0/src  0-1 s  played from 0.00 to 1.00 s, resampled to 48 kHz
                draft.json: good; 640x360, 150 frames, 5.00 s, 0 notices

                """)
    }

    private static let bad = draft(
        pictures(
            #"{"d":500,"src":"nowhere.png"}"#, #"{"d":500,"src":"cut.mp4"}"#,
            #"{"src":"film.mp4","ss":99000}"#, #"{"d":500,"src":"tone.m4a"}"#,
            #"{"d":500,"src":"film.mp4","fit":"fill"}"#),
        sounds(#"{"d":500,"src":"silent.mp4"}"#, #"{"d":500,"src":"text.mp3"}"#))

    private static let badLinks = [
        "cut.mp4": "video/no_moov.mp4", "film.mp4": "video/plain_30.mp4",
        "tone.m4a": "audio/tone.m4a", "silent.mp4": "video/noaudio.mp4",
        "text.mp3": "audio/text.mp3",
    ]

    @Test func allProblemsAreListedInOneRun() throws {
        guard let place = try place(Self.bad, Self.badLinks) else { return }
        let run = try place.run("check", "draft.json")
        #expect(run.status == 3)
        let lines = run.errors.split(separator: "\n").map(String.init)
        let wanted = [
            (" /t/0/sg/0/src: ", "no such file", "Check the name"),
            (" /t/0/sg/1/src: ", "its index (moov) is missing", "copy the file again"),
            (" /t/0/sg/2/ss: ", "a start before the source's end at 2000 ms", "99000"),
            (" /t/0/sg/3/src: ", "expected a picture, found a sound", "Put it on an audio track"),
            (" /t/0/sg/4/fit: ", #"unknown word "fill""#, "It may be cover"),
            (" /t/1/sg/0/src: ", "found a film without sound", "Put it on a picture track"),
            (" /t/1/sg/1/src: ", "it is a text, whatever its name", "name the picture, film"),
        ]
        #expect(lines.count == wanted.count + 1)
        for (line, (place, cause, cure)) in zip(lines, wanted) {
            #expect(line.hasPrefix("draft.json:1:"))
            #expect(line.contains(place) && line.contains(cause) && line.contains(cure), "\(line)")
        }
        #expect(lines.last == "draft.json: 7 problems, so nothing can be rendered")
        #expect(run.output.contains("cut.mp4      -      can't be used"))
        #expect(!run.output.contains("good"))
        #expect(try place.names == (["draft.json"] + Self.badLinks.keys).sorted())
    }

    /// The documented object, as far as it is looked at here.
    private struct Report: Decodable {
        var version: Int
        var ok: Bool
        var drafts: [Draft]
        var files: [Source]

        struct Draft: Decodable {
            var draft: String
            var ok: Bool
            var width: Int?
            var frames: Int?
            var sources: [Source]
            var problems: [Remark]
            var notices: [Remark]
        }

        struct Remark: Decodable {
            var message: String
            var place: String
            var line: Int?
        }

        struct Source: Decodable {
            var file: String
            var ok: Bool
            var problem: String?
            var kind: String?
            var picture: Picture?
            var sound: Sound?
            var treatment: [String]?
            var uses: [Use]?
            var notices: [String]?
        }

        struct Picture: Decodable {
            var format: String
            var codec: String?
            var width: Int
            var height: Int
            var rotation: Int
            var fps: Double?
            var seconds: Double?
            var light: String?
        }

        struct Sound: Decodable {
            var codec: String
            var sample_rate: Int
            var channels: Int
        }

        struct Use: Decodable {
            var place: String
            var start: Int
            var duration: Int?
            var problem: String?
            var treatment: [String]
        }
    }

    private func report(_ run: Program.Run) throws -> Report {
        #expect(run.errors == "")
        return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    }

    @Test func jsonIsOneObjectWithTheSameFacts() throws {
        guard let place = try place(Self.good, Self.links) else { return }
        let run = try place.run("check", "--json", "draft.json")
        #expect(run.status == 0)
        let report = try report(run)
        #expect(report.version == 1 && report.ok && report.files.isEmpty)
        let draft = try #require(report.drafts.first)
        #expect(draft.draft == "draft.json" && draft.ok)
        #expect(draft.width == 640 && draft.frames == 150)
        #expect(draft.sources.map(\.kind) == ["picture", "film", "sound"])
        #expect(draft.sources.first?.picture?.rotation == 90)
        let film = try #require(draft.sources.dropFirst().first)
        #expect(film.picture?.codec == "h264" && film.picture?.fps == 30)
        #expect(film.sound?.channels == 6 && film.sound?.sample_rate == 48_000)
        #expect(film.uses?.first?.place == "/t/0/sg/1/src")
        #expect(film.uses?.first?.start == 2000 && film.uses?.first?.duration == 3000)
        #expect(film.treatment == ["mixed down from 5.1"])
    }

    @Test func jsonHoldsAllProblemsToo() throws {
        guard let place = try place(Self.bad, Self.badLinks) else { return }
        let run = try place.run("check", "--json", "draft.json")
        #expect(run.status == 3)
        let draft = try #require(try report(run).drafts.first)
        #expect(!draft.ok && draft.problems.count == 7)
        #expect(draft.problems.first?.place == "/t/0/sg/0/src")
        #expect(draft.sources.filter { !$0.ok }.count == 6)
        let broken = try Workplace("{")
        let syntax = try report(broken.run("check", "draft.json", "--json"))
        #expect(!syntax.ok && syntax.drafts.first?.problems.count == 1)
    }

    @Test func mediaFilesAreToldByTheirContent() throws {
        guard
            let place = try place(
                nil,
                [
                    "a.txt": "video/hdr_pq.mp4", "b.json": "audio/vbr_art.mp3",
                    "c": "images/plain.png",
                ])
        else { return }
        let run = try place.run("check", "a.txt", "b.json", "c")
        #expect(run.status == 0)
        #expect(
            run.output == """
                a.txt   film     MP4, HEVC, 320 x 200, 30 fps, 1.00 s, BT.2020, HDR (PQ), 10 bit; no sound
                  in a draft: tone-mapped from HDR (PQ)
                b.json  sound    MP3, 2.00 s, 44.1 kHz, stereo
                  in a draft: resampled to 48 kHz
                c       picture  PNG, 320 x 200

                """)
        #expect(run.errors.hasPrefix("notice: a.txt: it is high dynamic range"))
        let report = try report(place.run("check", "--json", "a.txt", "b.json", "c"))
        #expect(report.files.map(\.kind) == ["film", "sound", "picture"])
        #expect(report.files.first?.picture?.light == "HDR (PQ)")
        #expect(report.files.first?.notices?.count == 1)
        #expect(try place.run("check", "a.txt", "--strict").status == 3)
    }

    @Test func filesThatCannotBeUsedAreNamedEach() throws {
        guard
            let place = try place(
                nil, ["cut.mp4": "video/no_moov.mp4", "good.png": "images/plain.png"])
        else { return }
        try place.write("LUT_3D_SIZE 2\n" + String(repeating: "0 0 0\n", count: 8), to: "look.txt")
        try place.write("LUT_3D_SIZE 2\n0 0 0\n", to: "short.cube")
        let run = try place.run(
            "check", "cut.mp4", "good.png", "gone.wav", "look.txt", "short.cube")
        #expect(run.status == 3)
        let lines = run.errors.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("cut.mp4: can't be used: its index (moov) is missing"))
        #expect(lines[1] == "gone.wav: can't be used: there is no such file; check the name")
        #expect(lines[2].hasPrefix("short.cube: can't be used: it has 1 entries, 8 are needed"))
        #expect(lines[3] == "3 of 5 files can't be used")
        #expect(run.output.contains("look.txt    colour table  2 x 2 x 2 colours"))
    }

    @Test func draftsAndFilesMayBeMixed() throws {
        guard let place = try place(draft(plain), ["a.png": "images/plain.png"]) else { return }
        let run = try place.run("check", "a.png", "draft.json")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("a.png  picture  PNG, 320 x 200\ndraft.json: good; 96x54, "))
    }

    @Test func cutFilmsAreToldBeforeARenderShowsThem() throws {
        guard let tool = Tool.find("ffmpeg"),
            let place = try place(
                draft(pictures(#"{"d":1900,"src":"cut.mp4"}"#)), ["plain.mp4": "video/plain_30.mp4"]
            )
        else { return }
        let whole = try Tool.run(
            tool,
            [
                "-v", "error", "-i", place.path("plain.mp4"), "-an", "-c", "copy", "-movflags",
                "+faststart", place.path("whole.mp4"),
            ])
        try #require(whole.status == 0)
        let bytes = try place.data("whole.mp4")
        try bytes.prefix(bytes.count / 2).write(to: URL(filePath: place.path("cut.mp4")))
        let shallow = try place.run("check", "draft.json")
        #expect(shallow.errors.contains(" /t/0/sg/0/src: "))
        #expect(shallow.errors.contains("it is cut short: it ends after"))
        #expect(shallow.errors.contains("of 2.0 s"))
        let deep = try place.run("check", "draft.json", "--decode")
        #expect(deep.status == 0)
        #expect(deep.errors.contains("it is cut short: it ends after"))
        #expect(try place.run("check", "draft.json", "--decode", "--strict").status == 3)
        let file = try place.run("check", "cut.mp4", "--decode")
        #expect(file.errors.contains("notice: cut.mp4: it is cut short: it ends after"))
        #expect(try place.run("check", "whole.mp4", "--decode").errors == "")
    }

    @Test func decodingShowsCutPictures() throws {
        guard
            let place = try place(
                draft(pictures(#"{"d":500,"src":"a.jpg"}"#)), ["a.jpg": "images/truncated.jpg"])
        else { return }
        #expect(try place.run("check", "draft.json").errors == "")
        let deep = try place.run("check", "draft.json", "--decode")
        #expect(deep.errors.contains(" /t/0/sg/0/src: "))
    }
}
