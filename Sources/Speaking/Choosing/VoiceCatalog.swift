package import Foundation
import Running

/// The voices there are, and whether they work here.
package struct VoiceCatalog: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        /// What `--voice` takes for it.
        package var name: String

        /// The engine and what it is, in a few words.
        package var engine: String

        /// In words: "English", "128 languages".
        package var languages: String

        package var isReady: Bool

        /// Its version, or how to get it.
        package var remark: String
    }

    package var entries: [Entry]

    /// Languages as BCP 47 tags, and the voice that `--voice auto` takes for each.
    package var defaults: [Default]

    package struct Default: Hashable, Sendable {
        package var language: String
        package var voice: String
    }

    /// Looks at this machine; nothing is started and nothing is fetched.
    package static func here(folder: URL = VoiceFolder.standard) -> VoiceCatalog {
        VoiceCatalog(
            entries: [
                espeak(), hibari(folder), piper(),
                Entry(
                    name: "--voice-command \"PROGRAM ARGUMENTS\"", engine: "any program",
                    languages: "its own", isReady: true,
                    remark: "text on standard input or as {text}, sound on standard output or "
                        + "to {out}"),
                Entry(
                    name: "--voice-file FILE", engine: "a recording", languages: "any",
                    isReady: true, remark: "aligned to the sentences by its pauses"),
                Entry(
                    name: "none", engine: "no voice", languages: "any", isReady: true,
                    remark: "captions timed for reading"),
            ],
            defaults: ["en", "zh"].map { language in
                let voice = VoiceChoice.automatic.voices(for: language, folder: folder).first
                return Default(language: language, voice: voice?.id ?? "none")
            })
    }

    private static func espeak() -> Entry {
        let known: Set<String>
        do throws(SpeechError) {
            known = try Set(ESpeakLibrary.shared.voices().keys)
        } catch {
            return Entry(
                name: "espeak", engine: "espeak-ng, in process", languages: "over 100",
                isReady: false, remark: error.reason)
        }
        let languages = Set(known.compactMap { $0.split(separator: "-").first })
        return Entry(
            name: "espeak", engine: "espeak-ng, in process",
            languages: "\(languages.count) languages", isReady: true,
            remark: "version \(ESpeakLibrary.version), exact word times")
    }

    private static func hibari(_ folder: URL) -> Entry {
        let version = HibariVoice(folder: folder.appending(path: "hibari")).version
        return Entry(
            name: "hibari", engine: "hibari-tts, a neural voice", languages: "English",
            isReady: version != nil,
            remark: version.map { "version \($0)" } ?? "run scripts/setup to get it")
    }

    private static func piper() -> Entry {
        let path = Executable.find("piper")
        return Entry(
            name: "piper:MODEL.onnx", engine: "Piper, neural voices",
            languages: "the voice file's", isReady: path != nil,
            remark: path.map { "\($0), needs a voice file" }
                ?? "put the command `piper` on PATH and name a voice file")
    }
}
