import Foundation
import Speaking
import TestSupport
import Testing

@testable import Speaking

/// Piper's interface, played by a script: one numbered file for each line of text.
@Suite struct PiperVoiceTests {
    private func fake(_ folder: TemporaryFolder, lines: String = "cat") throws -> String {
        try Wave.write([Wave.sine(200, seconds: 1)], to: folder.path("tone.wav"))
        let script = """
            #!/bin/sh
            [ "$1 $3 $5" = "--model --output_dir --length_scale" ] || exit 2
            echo "$6" > '\(folder.path("pace"))'
            n=9
            \(lines) | while read -r line; do
                cp '\(folder.path("tone.wav"))' "$4/$n.wav"; n=$((n + 1))
            done
            """
        let path = folder.path("piper")
        try Tool.makeScript(script, at: path)
        try Data("model".utf8).write(to: folder.url.appending(path: "en_US-test-medium.onnx"))
        return path
    }

    @Test func eachLineBecomesASpeechAtThePaceAskedFor() async throws {
        let folder = try TemporaryFolder()
        let voice = PiperVoice(
            model: folder.path("en_US-test-medium.onnx"), program: try fake(folder))
        let speeches = try await voice.speak(
            ["First\nof two lines.", "Second."], in: "en", rate: 1.25)
        #expect(speeches.count == 2)
        #expect(speeches.first?.words.map(\.word) == ["First", "of", "two", "lines."])
        let pace = try String(contentsOfFile: folder.path("pace"), encoding: .utf8)
        #expect(pace == "0.8\n")
    }

    @Test func aMissingFileIsAFailure() async throws {
        let folder = try TemporaryFolder()
        let voice = PiperVoice(
            model: folder.path("en_US-test-medium.onnx"),
            program: try fake(folder, lines: "head -n 1"))
        await #expect(throws: SpeechError("piper", "it wrote 1 files for 2 sentences")) {
            _ = try await voice.speak(["First.", "Second."], in: "en", rate: 1)
        }
    }

    @Test func theLanguageStandsInTheDescriptionOrTheName() throws {
        let folder = try TemporaryFolder()
        #expect(PiperVoice(model: "/x/de_DE-thorsten-low.onnx").speaks("de-AT"))
        #expect(!PiperVoice(model: "/x/de_DE-thorsten-low.onnx").speaks("en"))
        #expect(PiperVoice(model: "/x/mine.onnx").speaks("fi"))
        try #"{"language": {"code": "fi_FI"}}"#.write(
            toFile: folder.path("mine.onnx.json"), atomically: true, encoding: .utf8)
        let voice = PiperVoice(model: folder.path("mine.onnx"))
        #expect(voice.speaks("fi") && !voice.speaks("en"))
    }
}
