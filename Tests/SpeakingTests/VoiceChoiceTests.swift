import Foundation
import Speaking
import TestSupport
import Testing

@testable import Speaking

@Suite struct VoiceChoiceTests {
    @Test(arguments: [
        ("auto", VoiceChoice.automatic), ("none", .none), ("espeak", .espeak(variant: nil)),
        ("espeak:f3", .espeak(variant: "f3")), ("hibari", .hibari), ("Hibari", .hibari),
        ("piper:a/b.onnx", .piper(model: "a/b.onnx")),
    ])
    func everyValueIsRead(text: String, choice: VoiceChoice) throws {
        #expect(try VoiceChoice(text) == choice)
    }

    @Test(arguments: ["", "alexa", "piper", "piper:", "espeak:nobody", "none:x", "auto:1"])
    func otherValuesAreRefused(text: String) {
        #expect(throws: SpeechError.self) { _ = try VoiceChoice(text) }
    }

    @Test func espeakStandsBehindEveryVoiceButNone() throws {
        let folder = try TemporaryFolder()
        let choices: [VoiceChoice] = [
            .automatic, .espeak(variant: nil), .espeak(variant: "f3"), .hibari,
            .piper(model: "x.onnx"), .command(["x"]), .recording(path: "x.wav"),
        ]
        for choice in choices {
            let last = choice.voices(for: "en", folder: folder.url).last
            #expect(last?.id.hasPrefix("espeak-ng-") == true, "\(choice)")
        }
        #expect(VoiceChoice.none.voices(for: "en", folder: folder.url).isEmpty)
    }

    @Test func hibariThatIsNotInstalledIsSaidWhenAskedFor() async throws {
        let folder = try TemporaryFolder()
        let voices = VoiceChoice.hibari.voices(for: "en", folder: folder.url)
        let narration = try await Narrator(voices: voices, folder: folder.url)
            .narrate(["Hello."], language: "en", rate: 1)
        #expect(narration.voice?.hasPrefix("espeak-ng") == true)
        #expect(narration.notices.first?.contains("run scripts/setup") == true)
    }

    @Test func theCatalogSaysWhatIsMissingAndHowToGetIt() throws {
        let folder = try TemporaryFolder()
        let catalog = VoiceCatalog.here(folder: folder.url)
        let espeak = try #require(catalog.entries.first { $0.name == "espeak" })
        #expect(espeak.isReady)
        let hibari = try #require(catalog.entries.first { $0.name == "hibari" })
        #expect(!hibari.isReady && hibari.remark.contains("scripts/setup"))
        #expect(catalog.defaults.map(\.language) == ["en", "zh"])
    }

    @Test func voicesLieWhereTheEnvironmentSays() {
        let named = VoiceFolder.standard(["EXPLAINER_VOICES": "/v", "HOME": "/h"])
        #expect(named.path == "/v")
        #if os(Linux)
            let data = VoiceFolder.standard(["XDG_DATA_HOME": "/d", "HOME": "/h"])
            #expect(data.path == "/d/explainer/voices")
            let home = VoiceFolder.standard(["HOME": "/h"])
            #expect(home.path == "/h/.local/share/explainer/voices")
        #endif
    }
}
