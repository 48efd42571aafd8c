import Foundation
import Speaking
import TestSupport
import Testing

@testable import Speaking

/// Commands stand for all engines that run as processes: they share one runner.
@Suite struct CommandVoiceTests {
    private let sentences = ["The first one is here.", "And this is the second one."]

    /// Speaks through `sh -c script`, then through a fake voice.
    private func narration(
        _ script: String, limit: Double = 30, mostBytes: Int = 10_000_000
    ) async throws -> Narration {
        let folder = try TemporaryFolder()
        let voice = CommandVoice(
            ["sh", "-c", script], limit: TimeLimit(start: limit, perSecond: 0),
            mostBytes: mostBytes)
        return try await Narrator(voices: [voice, FakeVoice()], folder: folder.url)
            .narrate(sentences, language: "en", rate: 1)
    }

    @Test(arguments: [
        ("echo broken pipe organ >&2; exit 1", "ended with code 1: broken pipe organ"),
        ("kill -SEGV $$", "crashed with signal 11"),
        ("echo this is no sound", "its sound can't be read"),
        ("true", "the file is empty"),
    ])
    func aFailingEngineIsReplacedAndNamed(script: String, cause: String) async throws {
        let narration = try await narration(script)
        #expect(narration.voice == "fake:1")
        #expect(narration.notices.first?.contains(cause) == true, "\(narration.notices)")
        #expect(narration.notices.first?.hasPrefix("command sh: ") == true)
    }

    @Test func aHangingEngineIsEndedWithItsChildren() async throws {
        let folder = try TemporaryFolder()
        let mark = folder.path("mark")
        let narration = try await narration(
            "(while date +%N > '\(mark)'; do sleep 0.05; done) & sleep 1800", limit: 0.3)
        #expect(narration.voice == "fake:1")
        #expect(narration.notices.first?.contains("not done after 0.3 s") == true)
        let beat = FileManager.default.contents(atPath: mark)
        try await Task.sleep(for: .seconds(0.4))
        #expect(FileManager.default.contents(atPath: mark) == beat)
    }

    @Test func anEngineThatWritesWithoutEndIsEnded() async throws {
        let narration = try await narration("cat /dev/zero", mostBytes: 1_000_000)
        #expect(narration.voice == "fake:1")
        #expect(narration.notices.first?.contains("more than 1 MB") == true)
    }

    @Test func aMissingProgramIsNamed() async throws {
        let folder = try TemporaryFolder()
        let narration = try await Narrator(
            voices: [CommandVoice(["no-such-program-here"])], folder: folder.url
        ).narrate(sentences, language: "en", rate: 1)
        #expect(narration.notices.first?.contains("no program 'no-such-program-here'") == true)
    }

    @Test func textGoesInAndSoundComesOutInEveryWay() async throws {
        guard let program = Tool.find("espeak-ng") else { return }
        for words in [
            [program, "--stdin", "--stdout"], [program, "-w", "{out}", "{text}"],
            [program, "--stdin", "-w", "{out}"],
        ] {
            let speeches = try await CommandVoice(words).speak(sentences, in: "en", rate: 1)
            #expect(speeches.count == 2)
            for (speech, sentence) in zip(speeches, sentences) {
                #expect(speech.words.map(\.word) == TextWord.split(sentence).map(\.text))
                let seconds = Double(speech.samples.count) / Double(speech.sampleRate)
                #expect(0.8...2.5 ~= seconds, "\(words): \(seconds)")
            }
        }
    }

    @Test func cancellingEndsTheEngineAndIsNoFailure() async throws {
        let sentences = sentences
        let task = Task {
            let folder = try TemporaryFolder()
            return try await Narrator(
                voices: [CommandVoice(["sleep", "60"]), FakeVoice()], folder: folder.url
            ).narrate(sentences, language: "en", rate: 1)
        }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
    }

    @Test func paceThatACommandCanNotBeToldIsReported() {
        #expect(CommandVoice(["say"]).shortcomings(rate: 1.5).count == 1)
        #expect(CommandVoice(["say", "-r", "{rate}"]).shortcomings(rate: 1.5).isEmpty)
        #expect(CommandVoice(["say"]).shortcomings(rate: 1).isEmpty)
    }

    @Test(arguments: [
        ("say -v Anna", ["say", "-v", "Anna"]),
        (#"say "two words" 'it''s' a\ b "#, ["say", "two words", "its", "a b"]),
        (#"a "" '\' "\"""#, ["a", "", #"\"#, "\""]),
    ])
    func commandLinesAreSplitAsAShellDoes(line: String, words: [String]) throws {
        #expect(try CommandWords.split(line) == words)
    }

    @Test(arguments: ["", "   ", "say 'open", "say \\"])
    func brokenCommandLinesAreRefused(line: String) {
        #expect(throws: SpeechError.self) { _ = try CommandWords.split(line) }
    }
}
