import Foundation
import Speaking
import TestSupport
import Testing

@testable import Speaking

@Suite struct NarratorTests {
    private let sentences = ["The first sentence.", "A second one, longer.", "Last."]

    private func narrate(
        _ sentences: [String], _ voices: [any Voice], _ folder: TemporaryFolder,
        language: String = "en", rate: Double = 1
    ) async throws -> Narration {
        try await Narrator(voices: voices, folder: folder.url)
            .narrate(sentences, language: language, rate: rate)
    }

    @Test func whatIsKeptIsNotSpokenAgain() async throws {
        let folder = try TemporaryFolder()
        let voice = FakeVoice()
        let first = try await narrate(sentences, [voice], folder)
        let second = try await narrate(sentences, [voice], folder)
        #expect(voice.runs == [sentences])
        #expect(first == second)
        #expect(first.voice == "fake:1" && first.notices.isEmpty)
    }

    @Test func onlyNewSentencesGoToTheEngineInOneRun() async throws {
        let folder = try TemporaryFolder()
        let voice = FakeVoice()
        _ = try await narrate(sentences, [voice], folder)
        let edited = ["New.", sentences[0], "Also new.", sentences[2], "New."]
        let narration = try await narrate(edited, [voice], folder)
        #expect(voice.runs.last == ["New.", "Also new."])
        #expect(narration.lines.map(\.text) == edited)
    }

    @Test func voiceLanguageAndRateAreTellApart() async throws {
        let folder = try TemporaryFolder()
        let voices = [FakeVoice("fake:1"), FakeVoice("fake:2")]
        for voice in voices { _ = try await narrate(["Same."], [voice], folder) }
        _ = try await narrate(["Same."], [voices[0]], folder, rate: 1.25)
        #expect(voices.map(\.runs.count) == [2, 1])
    }

    @Test func aVoiceThatNeedsTheWholeTextGetsIt() async throws {
        let folder = try TemporaryFolder()
        let voice = FakeVoice(needsEverySentence: true)
        _ = try await narrate(["Same.", "Same."], [voice], folder)
        _ = try await narrate(["Same.", "Same.", "More."], [voice], folder)
        #expect(voice.runs == [["Same.", "Same."], ["Same.", "Same.", "More."]])
    }

    @Test(arguments: ["wav", "json"])
    func damagedFilesAreMadeAnew(kind: String) async throws {
        let folder = try TemporaryFolder()
        let voice = FakeVoice()
        let whole = try await narrate(["Only one."], [voice], folder)
        let wav = try #require(whole.lines.first?.path)
        let victim = URL(filePath: wav).deletingPathExtension().appendingPathExtension(kind)
        let original = try Data(contentsOf: victim)
        try original.dropLast(3).write(to: victim)
        let again = try await narrate(["Only one."], [voice], folder)
        #expect(voice.runs.count == 2)
        #expect(again == whole)
        #expect(try Data(contentsOf: victim) == original)
    }

    @Test func wordsOutsideTheSoundAreNotBelieved() async throws {
        let folder = try TemporaryFolder()
        let voice = FakeVoice()
        let narration = try await narrate(["Only one."], [voice], folder)
        let wav = try #require(narration.lines.first?.path)
        let facts = URL(filePath: wav).deletingPathExtension().appendingPathExtension("json")
        let text = try String(contentsOf: facts, encoding: .utf8)
        try text.replacing("\"start\":0", with: "\"start\":9000000000000000000")
            .write(to: facts, atomically: true, encoding: .utf8)
        _ = try await narrate(["Only one."], [voice], folder)
        #expect(voice.runs.count == 2)
    }

    @Test func theNextVoiceSpeaksAndANoticeNamesTheCause() async throws {
        let folder = try TemporaryFolder()
        let broken = FakeVoice("broken", failure: SpeechError("broken", "it fell over"))
        let narration = try await narrate(sentences, [broken, FakeVoice()], folder)
        #expect(narration.voice == "fake:1")
        #expect(narration.notices == ["broken: it fell over; fake:1 speaks instead"])
    }

    @Test func withoutAnyVoiceTheSilenceIsAnnounced() async throws {
        let folder = try TemporaryFolder()
        let broken = FakeVoice("broken", failure: SpeechError("broken", "it fell over"))
        let narration = try await narrate(sentences, [broken], folder)
        #expect(narration.voice == nil)
        #expect(narration.lines.allSatisfy { $0.path == nil })
        #expect(narration.notices.first == "broken: it fell over")
        #expect(narration.notices.last?.contains("silent") == true)
    }

    @Test func aLanguageWithoutAVoiceIsNamed() async throws {
        let folder = try TemporaryFolder()
        let narration = try await narrate(["Qapla'"], [FakeVoice()], folder, language: "tlh")
        #expect(narration.voice == nil)
        #expect(narration.notices.contains { $0.contains("tlh") })
    }

    @Test func anEngineThatGivesSilenceIsReplaced() async throws {
        let folder = try TemporaryFolder()
        let narration = try await narrate(
            sentences, [FakeVoice("mute", amplitude: 0), FakeVoice()], folder)
        #expect(narration.voice == "fake:1")
        #expect(narration.notices.first?.contains("silence") == true)
    }

    @Test func noVoiceAtAllIsTimedForReadingWithoutANotice() async throws {
        let folder = try TemporaryFolder()
        let text = String(repeating: "word ", count: 34)  // 170 characters: 10 s at 17 a second.
        let narration = try await narrate([text, "No.", "地图显示了旧的海港口很"], [], folder)
        #expect(narration.notices.isEmpty)
        #expect(narration.lines.map(\.duration) == [10_000, 1_000, 1_223])  // 11 / 9 s.
        #expect(narration.lines[2].words.count == 11)
        let last = try #require(narration.lines[0].words.last)
        #expect(last.start + last.duration == 10_000)
    }

    @Test func punctuationAloneIsShownAndReported() async throws {
        let folder = try TemporaryFolder()
        let narration = try await narrate(["Hello.", "…"], [FakeVoice()], folder)
        #expect(narration.lines[1].path == nil)
        #expect(narration.notices.first?.contains("…") == true)
    }

    @Test(arguments: [0.01, 0.9])
    func speechIsLevelledBelowItsCeiling(amplitude: Double) async throws {
        let folder = try TemporaryFolder()
        let narration = try await narrate(sentences, [FakeVoice(amplitude: amplitude)], folder)
        let path = try #require(narration.lines.first?.path)
        let samples = try DecodedSound.mono(path, engine: "test")
        // A sine of -20 dB RMS, in whole decibels of gain.
        #expect(abs(Wave.level(samples) + 20.5) <= 0.7)
    }

    @Test func theFilesAreWavesThatOthersRead() async throws {
        guard let ffprobe = Tool.find("ffprobe") else { return }
        let folder = try TemporaryFolder()
        let narration = try await narrate(["Fifteen letters"], [FakeVoice()], folder)
        let path = try #require(narration.lines.first?.path)
        let output = try Tool.run(
            ffprobe,
            [
                "-v", "error", "-show_entries", "stream=codec_name,sample_rate,channels,duration",
                "-of", "csv=p=0", path,
            ])
        #expect(output.text.hasPrefix("pcm_s16le,16000,1,1.00"), "\(output.text)")
        #expect(output.standardError.isEmpty)
    }

    @Test func aFolderThatCanNotBeWrittenIsAnError() async throws {
        let folder = try TemporaryFolder()
        try Data().write(to: folder.url.appending(path: "file"))
        let narrator = Narrator(
            voices: [FakeVoice()], folder: folder.url.appending(path: "file/below"))
        await #expect(throws: (any Error).self) {
            _ = try await narrator.narrate(["Hi."], language: "en", rate: 1)
        }
    }
}
