import Foundation
import TestSupport
import Testing

/// `make` as users run it, small and fast.
struct MakeTests {
    private static let sentence = "explain what an AI image is and how it was created"

    private static let dusk = Fixtures.checkout.appending(path: "samples/dusk.png").path

    /// Runs `make` on the sample picture.
    private func make(
        in place: Workplace, _ words: String..., sentence: String = Self.sentence,
        voice: [String] = ["--voice", "none"]
    ) throws -> Program.Run {
        try Program.run(
            ["make", Self.dusk] + (sentence.isEmpty ? [] : [sentence]) + words + voice
                + ["--size", "160x90", "--fps", "10", "--quality", "draft", "--progress", "none"],
            in: place.folder.url)
    }

    private func seconds(_ text: String) -> Double {
        let parts = text.replacing(",", with: ".").split(separator: ":").map { Double($0) ?? 0 }
        return parts.reduce(0) { $0 * 60 + $1 }
    }

    @Test func aPictureAndASentenceBecomeAVideoAndAllItWasMadeOf() throws {
        let place = try Workplace()
        let run = try make(
            in: place, "-o", "film.mp4", "--duration", "15", voice: ["--voice", "espeak"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("Timeline ("))
        #expect(run.output.contains("made in"))
        #expect(
            try place.names == [
                "film.assets", "film.json", "film.mp4", "film.poster.png", "film.srt", "film.vtt",
            ])
        let check = try place.run("check", "film.json")
        #expect(check.status == 0, "\(check.errors)")
        guard let probe = Tool.find("ffprobe") else { return }
        let facts = try Tool.run(
            probe,
            [
                "-v", "error", "-show_entries", "format=duration:stream=codec_name:chapter=start",
                "-of", "default=noprint_wrappers=1", place.path("film.mp4"),
            ]
        ).text
        for name in ["codec_name=h264", "codec_name=aac", "codec_name=mov_text", "start=0"] {
            #expect(facts.contains(name), "\(name) is missing in \(facts)")
        }
        let duration = facts.firstMatch(of: /duration=([0-9.]+)/).flatMap { Double($0.output.1) }
        #expect(abs((duration ?? 0) - 15) <= 0.5)
    }

    @Test(arguments: [12, 20, 45])
    func theLengthIsMet(seconds wanted: Int) throws {
        let run = try make(in: Workplace(), "--dry-run", "--duration", "\(wanted)")
        let length = run.output.firstMatch(of: /about ([0-9.]+) s/).flatMap { Double($0.output.1) }
        #expect(abs((length ?? 0) - Double(wanted)) <= 0.5, "\(run.output)")
    }

    @Test func captionsStandInTheSubtitleFileInOrder() throws {
        let place = try Workplace()
        #expect(try make(in: place, "-o", "a.mp4", "--duration", "12").status == 0)
        let text = String(decoding: try place.data("a.srt"), as: UTF8.self)
        let times = text.matches(of: /([0-9:,]+) --> ([0-9:,]+)/).map {
            (seconds(String($0.output.1)), seconds(String($0.output.2)))
        }
        #expect(times.count >= 2)
        for ((_, end), (start, _)) in zip(times, times.dropFirst()) { #expect(end <= start) }
        #expect(String(decoding: try place.data("a.vtt"), as: UTF8.self).hasPrefix("WEBVTT"))
    }

    @Test func aDryRunPrintsTheStoryboardAndWritesNothing() throws {
        let place = try Workplace()
        let run = try make(in: place, "--dry-run")
        #expect(run.status == 0)
        #expect(run.output.contains("dissolves into noise"))
        #expect(run.output.contains("layered mountains at dusk"))
        #expect(try place.names.isEmpty)
    }

    @Test func chineseIsSpokenOfInChinese() throws {
        let run = try make(in: Workplace(), "--dry-run", sentence: "解释什么是AI图像，它是怎么生成的")
        #expect(run.output.contains("(zh-Hans"))
        #expect(run.output.contains("噪声"))
    }

    @Test func anOwnTextIsSpokenWordForWord() throws {
        let place = try Workplace()
        try place.write("My lamp is blue. It stands on a table.", to: "text.txt")
        let run = try make(in: place, "--script", "text.txt", "-o", "a.mp4", sentence: "")
        #expect(run.status == 0, "\(run.errors)")
        let captions = String(decoding: try place.data("a.srt"), as: UTF8.self)
        #expect(captions.contains("My lamp is blue."))
        #expect(captions.contains("It stands on a table."))
    }

    @Test func anEditedDraftIsKeptBesideTheNewOne() throws {
        let place = try Workplace()
        #expect(try make(in: place, "-o", "a.mp4", "--duration", "12").status == 0)
        var edited = try place.data("a.json")
        edited.append(contentsOf: " \n".utf8)
        try edited.write(to: URL(filePath: place.path("a.json")))
        #expect(try make(in: place, "-o", "a.mp4", "--duration", "12").status == 0)
        #expect(try place.data("a.previous.json") == edited)
    }

    @Test func aVoiceThatFailsIsReplacedWithANotice() throws {
        let place = try Workplace()
        let run = try make(
            in: place, "-o", "a.mp4", "--duration", "12", voice: ["--voice-command", "false"])
        #expect(run.status == 0)
        #expect(run.errors.contains("notice: "))
        #expect(run.errors.contains("ended with code 1"))
        let draft = String(decoding: try place.data("a.json"), as: UTF8.self)
        #expect(draft.contains("\"role\": \"voice\""))
    }

    @Test func oneBrokenPictureDoesNotStopABatch() throws {
        let place = try Workplace()
        try FileManager.default.copyItem(atPath: Self.dusk, toPath: place.path("a.png"))
        try place.write("no picture", to: "b.png")
        try FileManager.default.copyItem(atPath: Self.dusk, toPath: place.path("c.png"))
        let run = try Program.run(
            [
                "make", "a.png", "b.png", "c.png", Self.sentence, "--batch", "--duration", "12",
                "--voice", "none", "--music", "none", "--size", "64x36", "--fps", "5",
                "--quality", "draft", "--progress", "none",
            ], in: place.folder.url)
        #expect(run.status == 1)
        #expect(run.output.contains("done    a.png") && run.output.contains("done    c.png"))
        #expect(run.output.contains("failed  b.png"))
        #expect(try place.names.filter { $0.hasSuffix(".mp4") }.count == 2)
    }

    @Test(
        arguments: [
            (["make"], Int32(2)), (["make", "explain this"], 2), (["make", "nowhere.png"], 3),
            (["make", "text.png", "explain"], 3), (["make", ".", "explain"], 3),
            (["make", Self.dusk, "--music", "nowhere.ogg"], 3),
            (["make", Self.dusk, "--voice-file", "nowhere.wav"], 3),
            (["make", Self.dusk, "--script", "nowhere.txt"], 3),
            (["make", Self.dusk, "--script", "."], 3), (["make", Self.dusk, "--duration", "0"], 2),
            (["make", Self.dusk, "--theme", "neon"], 2),
            (["make", Self.dusk, "--voice", "espeak", "--voice-file", "a.wav"], 2),
            (["make", Self.dusk, "-o", Self.dusk], 2), (["make", Self.dusk, "-o", "/"], 2),
            (["make", Self.dusk, "--script-backend", "openai"], 2),
        ] as [([String], Int32)])
    func badInputIsRefusedBeforeAnythingIsWritten(words: [String], status: Int32) throws {
        let place = try Workplace()
        try place.write("no picture", to: "text.png")
        let run = try Program.run(words, in: place.folder.url)
        #expect(run.status == status, "\(words): \(run.status) \(run.errors)")
        #expect(!run.errors.isEmpty)
        #expect(try place.names == ["text.png"], "\(words)")
    }
}
