import Foundation

/// What turns sentences into speech.
package protocol Voice: Sendable {
    /// Names engine, voice and version, for cache keys and the draft's `voice`: "hibari:heart".
    var id: String { get }

    /// Whether it speaks `language`, a BCP 47 tag such as "en" or "zh-Hans".
    func speaks(_ language: String) -> Bool

    /// Speaks all `sentences` in one run of the engine.
    ///
    /// `rate` is a multiple of the engine's natural pace, 0.5...2.
    ///
    /// - Returns: one speech for each sentence, in order.
    /// - Throws: `SpeechError` where the engine is missing, fails, or takes longer than its limit.
    func speak(
        _ sentences: [String], in language: String, rate: Double
    ) async throws -> [Speech]

    /// Whether `speak` must always get every sentence of the video: a recording can't be asked for
    /// one alone.
    var needsEverySentence: Bool { get }

    /// What of a request the voice leaves undone, as sentences: a recording keeps its pace.
    func shortcomings(rate: Double) -> [String]
}

extension Voice {
    package var needsEverySentence: Bool { false }

    package func shortcomings(rate: Double) -> [String] { [] }
}

/// One spoken sentence.
package struct Speech: Hashable, Sendable {
    /// Mono, -1...1, without silence at either end beyond 20 ms.
    package var samples: [Float]

    /// In hertz.
    package var sampleRate: Int

    /// The words in order, with their times; punctuation stays with its word.
    package var words: [SpokenWord]

    package init(samples: [Float], sampleRate: Int, words: [SpokenWord]) {
        self.samples = samples
        self.sampleRate = sampleRate
        self.words = words
    }
}

/// A word and when it is heard, in milliseconds from the start of its sentence.
package struct SpokenWord: Hashable, Sendable {
    package var start: Int
    package var duration: Int
    /// As it stands in the sentence, punctuation included.
    package var word: String

    package init(start: Int, duration: Int, word: String) {
        self.start = start
        self.duration = duration
        self.word = word
    }
}

/// Why an engine did not speak.
package struct SpeechError: Error, Hashable {
    /// The engine's name.
    package var engine: String
    /// What went wrong and what to do.
    package var reason: String

    package init(_ engine: String, _ reason: String) {
        self.engine = engine
        self.reason = reason
    }
}
