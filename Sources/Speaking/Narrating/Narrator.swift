package import Foundation
import Media

/// Has sentences spoken: by the first voice that can, once, and keeps what was said.
package struct Narrator: Sendable {
    private let voices: [any Voice]
    private let cache: SpeechCache

    /// Creates a narrator that tries `voices` in order.
    ///
    /// None at all means a silent narration, timed for reading. `folder` is where the WAV files are kept; it is made when needed.
    package init(voices: [any Voice], folder: URL) {
        self.voices = voices
        cache = SpeechCache(folder: folder.absoluteURL)
    }

    /// Returns `sentences` spoken in `language`, `rate` (0.5...2) times as fast as usual.
    ///
    /// One voice speaks all of them. Only those that are not kept yet go to its engine, in one
    /// run. A voice that can't is replaced by the next, and a notice says so.
    ///
    /// - Throws: `MediaError` where files can't be written, `CancellationError`.
    package func narrate(
        _ sentences: [String], language: String, rate: Double
    ) async throws -> Narration {
        let request = Request(
            sentences: sentences, language: language,
            rate: rate.isFinite ? min(max(rate, 0.5), 2) : 1)
        var notices: [String] = []
        if request.rate != rate {
            notices.append("the pace \(rate) is not 0.5...2: \(request.rate) is used")
        }
        notices += request.mute.map { "“\($0)” has nothing to say: it is shown without a voice" }
        var failures: [SpeechError] = []
        for voice in voices {
            do {
                let lines = try await lines(request, by: voice)
                notices += failures.map { "\($0.engine): \($0.reason); \(voice.id) speaks instead" }
                notices += voice.shortcomings(rate: request.rate)
                return Narration(lines: lines, voice: voice.id, notices: notices)
            } catch let error as SpeechError {
                failures.append(error)
            }
        }
        notices += failures.map { "\($0.engine): \($0.reason)" }
        if !voices.isEmpty {
            notices.append("no voice could speak: the narration is silent, timed for reading")
        }
        return Narration(lines: request.silentLines, voice: nil, notices: notices)
    }

    /// What was asked for.
    private struct Request {
        var sentences: [String]
        var language: String
        var rate: Double

        /// Sentences of nothing but punctuation.
        var mute: [String] { sentences.filter { !Self.isSpeakable($0) } }

        var silentLines: [Narration.Line] {
            sentences.map { ReadingPace.silentLine($0, rate: rate) }
        }

        static func isSpeakable(_ sentence: String) -> Bool { !TextWord.split(sentence).isEmpty }
    }

    private func lines(_ request: Request, by voice: any Voice) async throws -> [Narration.Line] {
        guard voice.speaks(request.language) else {
            throw SpeechError(voice.id, "it does not speak '\(request.language)'")
        }
        let keys = keys(request, voice)
        var entries: [SpeechCache.Key: SpeechCache.Entry] = [:]
        for key in Set(keys.compactMap(\.self)) { entries[key] = cache.entry(key) }
        var missing: [SpeechCache.Key] = []
        for key in keys.compactMap(\.self) where entries[key] == nil && !missing.contains(key) {
            missing.append(key)
        }
        if !missing.isEmpty {
            if voice.needsEverySentence { missing = keys.compactMap(\.self) }
            let gain = keys.compactMap { $0.flatMap { entries[$0]?.gain } }.first
            for (key, entry) in try await speak(missing, request, by: voice, gain: gain) {
                entries[key] = entry
            }
        }
        return zip(request.sentences, keys).map { sentence, key in
            guard let key, let entry = entries[key] else {
                return ReadingPace.silentLine(sentence, rate: request.rate)
            }
            return line(entry)
        }
    }

    /// Returns the key of each sentence, nil for those that can't be spoken.
    private func keys(_ request: Request, _ voice: any Voice) -> [SpeechCache.Key?] {
        var whole = ContentHash()
        if voice.needsEverySentence { request.sentences.forEach { whole.add($0) } }
        return request.sentences.enumerated().map { index, sentence in
            guard Request.isSpeakable(sentence) else { return nil }
            return SpeechCache.Key(
                voice: voice.id, language: request.language, rate: request.rate, text: sentence,
                context: voice.needsEverySentence ? "\(whole.hex)-\(index)" : nil)
        }
    }

    private func speak(
        _ keys: [SpeechCache.Key], _ request: Request, by voice: any Voice, gain: Int?
    ) async throws -> [(SpeechCache.Key, SpeechCache.Entry)] {
        let speeches: [Speech]
        do {
            speeches = try await voice.speak(
                keys.map(\.text), in: request.language, rate: request.rate)
        } catch let error as SpeechError {
            throw error
        } catch let error as CancellationError {
            throw error
        } catch {
            throw SpeechError(voice.id, error.localizedDescription)
        }
        guard speeches.count == keys.count else {
            throw SpeechError(
                voice.id, "it spoke \(speeches.count) of \(keys.count) sentences")
        }
        let checked = try zip(keys, speeches).map { try Self.checked($1, text: $0.text, voice.id) }
        let gain = gain ?? SpeechLevel.gain(for: checked)
        return try zip(keys, checked).map { key, speech in
            (key, try cache.store(SpeechLevel.applied(gain, to: speech), key, gain: gain))
        }
    }

    /// Returns `speech` as the rest relies on it, or says what is wrong with it.
    private static func checked(
        _ speech: Speech, text: String, _ voice: String
    ) throws(SpeechError) -> Speech {
        guard 8_000...192_000 ~= speech.sampleRate, speech.samples.allSatisfy(\.isFinite) else {
            throw SpeechError(voice, "it gave no usable sound for “\(text.prefix(40))”")
        }
        guard speech.peak > 0.001 else {
            throw SpeechError(voice, "it gave silence for “\(text.prefix(40))”")
        }
        let trimmed = speech.trimmed()
        guard trimmed.words.isEmpty else { return trimmed }
        return Speech(
            timing: text, samples: trimmed.samples, sampleRate: trimmed.sampleRate)
    }

    private func line(_ entry: SpeechCache.Entry) -> Narration.Line {
        Narration.Line(
            text: entry.key.text, path: cache.sound(entry.key).path, duration: entry.duration,
            words: entry.words.map {
                SpokenWord(start: $0.start, duration: $0.duration, word: $0.word)
            })
    }
}
