package import Foundation

/// Which voice a user asks for.
package enum VoiceChoice: Hashable, Sendable {
    /// The best that is here for the language.
    case automatic
    /// No voice: captions timed for reading.
    case none
    /// espeak-ng, in one of its variants.
    case espeak(variant: String?)
    case hibari
    /// Piper with a voice file.
    case piper(model: String)
    /// A program and its arguments, see `CommandVoice`.
    case command([String])
    /// A recording of the whole text.
    case recording(path: String)

    /// The values that `--voice` takes.
    package static let spelling = "auto, none, espeak, espeak:VARIANT, hibari, piper:MODEL.onnx"

    /// Reads a value of `--voice`.
    ///
    /// - Throws: `SpeechError` that names the values there are.
    package init(_ text: String) throws(SpeechError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts[0].lowercased()
        let detail = parts.count == 2 ? String(parts[1]) : nil
        switch (name, detail) {
        case ("auto", nil): self = .automatic
        case ("none", nil): self = .none
        case ("hibari", nil), ("hibari", "heart"): self = .hibari
        case ("espeak", nil), ("espeak-ng", nil): self = .espeak(variant: nil)
        case ("espeak", .some(let variant)), ("espeak-ng", .some(let variant)):
            guard try ESpeakLibrary.shared.hasVariant(variant) else {
                throw SpeechError(
                    "--voice",
                    "espeak-ng has no variant '\(variant)'; "
                        + "`espeak-ng --voices=variant` lists them")
            }
            self = .espeak(variant: variant)
        case ("piper", .some(let model)) where !model.isEmpty: self = .piper(model: model)
        case ("piper", _):
            throw SpeechError("--voice", "Piper needs a voice file: piper:MODEL.onnx")
        default:
            throw SpeechError("--voice", "'\(text)' is none of: \(Self.spelling)")
        }
    }

    /// Returns the voices to try for `language`, in order.
    ///
    /// Whatever was asked for, the voice that `automatic` takes stands behind it, and espeak-ng last;
    /// only `none` is silent.
    package func voices(for language: String, folder: URL = VoiceFolder.standard) -> [any Voice] {
        let hibari = HibariVoice(folder: folder.appending(path: "hibari"))
        let espeak = ESpeakVoice()
        let best: [any Voice] =
            hibari.version != nil && hibari.speaks(language) ? [hibari, espeak] : [espeak]
        switch self {
        case .automatic: return best
        case .none: return []
        case .espeak(nil): return [espeak]
        case .espeak(let variant): return [ESpeakVoice(variant: variant), espeak]
        case .hibari: return [hibari, espeak]
        case .piper(let model): return [PiperVoice(model: model)] + best
        case .command(let words): return [CommandVoice(words)] + best
        case .recording(let path): return [RecordedVoice(path: path)] + best
        }
    }
}
