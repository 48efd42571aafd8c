import Foundation
import Speaking

/// The voice that a draft names, and the language that it is to speak.
struct NarrationVoice: Hashable {
    /// As `--voice` takes it: "espeak", "auto", "piper:MODEL.onnx".
    var word: String

    /// A BCP 47 tag.
    var language: String

    /// Reads `text`: a voice, or `auto:zh` for the best voice of a language.
    init(_ text: String, language: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2, parts[0].lowercased() == "auto" {
            (word, self.language) = ("auto", parts[1])
        } else {
            (word, self.language) = (text, language)
        }
    }

    /// Returns the voices to try in order, and why they are not those of the draft.
    ///
    /// A voice file is looked for in `folder`, the draft's, then where the program runs.
    func voices(in folder: URL) -> (voices: [any Voice], notice: String?) {
        do throws(SpeechError) {
            var choice = try VoiceChoice(named: word)
            if case .piper(let model) = choice { choice = .piper(model: Self.path(model, folder)) }
            return (choice.voices(for: language), nil)
        } catch {
            let notice = "voice: \(error.reason); the voice for '\(language)' speaks instead"
            return (VoiceChoice.automatic.voices(for: language), notice)
        }
    }

    private static func path(_ model: String, _ folder: URL) -> String {
        let beside = URL(filePath: model, relativeTo: folder).absoluteURL.path
        return FileManager.default.fileExists(atPath: beside) ? beside : model
    }
}
