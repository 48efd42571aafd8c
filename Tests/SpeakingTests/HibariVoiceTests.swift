import Foundation
import Speaking
import TestSupport
import Testing

@testable import Speaking

@Suite struct HibariVoiceTests {
    @Test func theInstalledVoiceSpeaksTheSameTwice() async throws {
        let voice = HibariVoice()
        guard voice.version != nil else {
            print("skipped: hibari is not installed, scripts/setup gets it")
            return
        }
        let sentences = ["In 2026, 1,234 pixels moved.", "The old harbour lay quiet, at dusk."]
        let first = try await voice.speak(sentences, in: "en", rate: 1)
        let second = try await voice.speak(sentences, in: "en", rate: 1)
        #expect(first == second)
        for (speech, sentence) in zip(first, sentences) {
            #expect(speech.words.map(\.word) == TextWord.split(sentence).map(\.text))
            let seconds = Double(speech.samples.count) / Double(speech.sampleRate)
            #expect(1...6 ~= seconds)
        }
    }

    @Test func anInstallationThatFailsIsNamed() async throws {
        let folder = try TemporaryFolder()
        let bin = folder.url.appending(path: "bin")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
        try Tool.makeScript(
            "#!/bin/sh\necho no module named hibari >&2\nexit 1\n",
            at: bin.appending(path: "python").path)
        try "0.0.0\n".write(
            to: folder.url.appending(path: "explainer-stamp"), atomically: true, encoding: .utf8)
        let voice = HibariVoice(folder: folder.url)
        #expect(voice.id == "hibari-0.0.0:heart")
        await #expect(throws: SpeechError("hibari", "it ended with code 1: no module named hibari"))
        {
            _ = try await voice.speak(["Hi."], in: "en", rate: 1)
        }
    }

    @Test func onlyEnglishIsSpoken() {
        #expect(HibariVoice().speaks("en-GB"))
        #expect(!HibariVoice().speaks("zh"))
    }
}
