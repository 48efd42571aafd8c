import Foundation

/// The embedded voice: libespeak-ng in process, over 100 languages, always there.
///
/// Its word events give exact times. It is not bit-repeatable within a process (the phase of its
/// echo runs on), so what it said is kept as a file.
package struct ESpeakVoice: Voice {
    static let engine = "espeak-ng"

    /// The longest sentence in seconds.
    static let longest = 600

    /// For English: of the engine's variants the one whose long-term spectrum is nearest to
    /// natural speech (5.4 dB from it, the plain voice 6.8 dB).
    static let englishVariant = "f2"

    /// The engine's name of a variant ("f2", "klatt"); nil for the best for the language.
    package let variant: String?

    package init(variant: String? = nil) {
        self.variant = variant
    }

    package var id: String { "\(Self.engine)-\(ESpeakLibrary.version):\(variant ?? "default")" }

    package func speaks(_ language: String) -> Bool {
        do throws(SpeechError) {
            let known = try ESpeakLibrary.shared.voices()
            return ESpeakLanguage.name(for: language, known: Set(known.keys)) != nil
        } catch {
            return true  // `speak` will say what is wrong with the library.
        }
    }

    package func speak(
        _ sentences: [String], in language: String, rate: Double
    ) async throws -> [Speech] {
        let library = ESpeakLibrary.shared
        let known = try library.voices()
        guard let name = ESpeakLanguage.name(for: language, known: Set(known.keys)),
            let file = known[name]
        else { throw SpeechError(Self.engine, "it has no voice for the language '\(language)'") }
        try refuseKanji(sentences, language: name)
        let settings = ESpeakLibrary.Settings(
            voice: try file + suffix(for: name),
            wordsPerMinute: Int(
                min(max(ESpeakLanguage.wordsPerMinute(name) * rate, 80), 450).rounded()))
        let (sampleRate, sounds) = try library.speak(
            sentences.map(Self.speakable), with: settings)
        return zip(sentences, sounds).map { sentence, sound in
            let words = ESpeakWords.merge(
                sound.events, into: TextWord.split(sentence),
                length: sound.samples.count * 1_000 / sampleRate)
            return Speech(samples: sound.samples, sampleRate: sampleRate, words: words)
                .trimmed().endingWordsAtPauses()
        }
    }

    private func suffix(for language: String) throws(SpeechError) -> String {
        if let variant {
            guard try ESpeakLibrary.shared.hasVariant(variant) else {
                throw SpeechError(
                    Self.engine,
                    "it has no variant '\(variant)'; `espeak-ng --voices=variant` lists them")
            }
            return "+\(variant)"
        }
        let isEnglish = language.hasPrefix("en")
        guard isEnglish, try ESpeakLibrary.shared.hasVariant(Self.englishVariant) else { return "" }
        return "+\(Self.englishVariant)"
    }

    /// espeak-ng says "Chinese letter" for each kanji: worse than no voice.
    private func refuseKanji(_ sentences: [String], language: String) throws(SpeechError) {
        guard language == "ja",
            sentences.contains(where: { $0.unicodeScalars.contains(where: \.isHan) })
        else { return }
        throw SpeechError(Self.engine, "it reads Japanese in kana only, not kanji")
    }

    /// Returns `sentence` with controls as spaces, scalar by scalar, so that positions stay.
    static func speakable(_ sentence: String) -> String {
        var text = String.UnicodeScalarView()
        text.append(
            contentsOf: sentence.unicodeScalars.prefix(20_000).map {
                $0.value < 0x20 || 0x7F...0x9F ~= $0.value ? " " : $0
            })
        return String(text)
    }
}
