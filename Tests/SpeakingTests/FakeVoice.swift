import Foundation
import Speaking
import Synchronization
import TestSupport

/// A voice that hums each sentence and remembers what it was asked.
final class FakeVoice: Voice {
    let id: String
    let needsEverySentence: Bool
    private let failure: SpeechError?
    private let amplitude: Double
    private let asked = Mutex([[String]]())

    init(
        _ id: String = "fake:1", failure: SpeechError? = nil, amplitude: Double = 0.25,
        needsEverySentence: Bool = false
    ) {
        self.id = id
        self.failure = failure
        self.amplitude = amplitude
        self.needsEverySentence = needsEverySentence
    }

    /// The sentences of each run.
    var runs: [[String]] { asked.withLock { $0 } }

    func speaks(_ language: String) -> Bool { language == "en" }

    func speak(
        _ sentences: [String], in language: String, rate: Double
    ) async throws -> [Speech] {
        asked.withLock { $0.append(sentences) }
        if let failure { throw failure }
        return sentences.map { sentence in
            let seconds = Double(sentence.count) / 15
            return Speech(
                samples: Wave.sine(220, amplitude: amplitude, seconds: seconds, rate: 16_000),
                sampleRate: 16_000,
                words: [
                    SpokenWord(start: 0, duration: Int(seconds * 1_000), word: sentence)
                ])
        }
    }
}
