import Foundation
import Speaking
import TestSupport
import Testing

@testable import Speaking

@Suite struct WordTimerTests {
    /// espeak-ng's own events are the truth here; the timer sees only text and sound.
    @Test func wordsStartWithinATenthOfASecondOfTheEnginesEvents() async throws {
        let sentences = [
            "The old harbour lay quiet under a pale morning sky, and boats rocked gently.",
            "A map shows where ships once came from; it also explains why the town grew.",
            "In 2026, more than 1,234 people visited the museum, which opened at noon.",
            "Light travels fast. Sound is slower, so thunder follows lightning.",
            "Why do leaves turn red? Because the green fades, and what was hidden appears.",
            "Engineers at NASA measured the distance, twice, before anyone believed them.",
        ]
        let speeches = try await ESpeakVoice().speak(sentences, in: "en", rate: 1)
        var errors: [Int] = []
        for (sentence, speech) in zip(sentences, speeches) {
            let timed = WordTimer(
                TextWord.split(sentence), samples: speech.samples, sampleRate: speech.sampleRate
            ).spokenWords()
            #expect(timed.map(\.word) == speech.words.map(\.word))
            errors += zip(timed, speech.words).map { abs($0.start - $1.start) }
        }
        let median = errors.sorted()[errors.count / 2]
        let worst = errors.sorted()[errors.count * 95 / 100]
        print("word timer: median \(median) ms, 95th percentile \(worst) ms")
        #expect(median <= 120)
        #expect(worst <= 400)
    }

    @Test func eachToneIsAWordWhereTheSoundHasPauses() {
        // Three tones of known places: 0...0.4, 0.6...1.0, 1.3...1.9 s.
        let samples = Recording.tones([(0.4, 0.2), (0.4, 0.3), (0.6, 0)])
        let words = WordTimer(
            TextWord.split("One, two, three."), samples: samples, sampleRate: 16_000
        ).spokenWords()
        let starts = words.map(\.start)
        for (start, truth) in zip(starts, [0, 600, 1_300]) { #expect(abs(start - truth) <= 20) }
        for (word, truth) in zip(words, [400, 400, 600]) {
            #expect(abs(word.duration - truth) <= 20)
        }
    }

    @Test func aPauseWithoutAWordIsSwallowed() {
        let samples = Recording.tones([(0.5, 0.15), (0.5, 0)])
        let words = WordTimer(
            TextWord.split("Ouagadougou"), samples: samples, sampleRate: 16_000
        ).spokenWords()
        #expect(words.map(\.word) == ["Ouagadougou"])
        #expect(abs((words.first?.duration ?? 0) - 1_150) <= 20)
    }

    @Test func silenceAndNothingGiveNoTrouble() {
        let words = TextWord.split("One two three")
        let silent = WordTimer(
            words, samples: [Float](repeating: 0, count: 1_600), sampleRate: 16_000
        ).spokenWords()
        #expect(silent.count == 3)
        #expect(WordTimer(words, samples: [], sampleRate: 16_000).spokenWords().isEmpty)
        #expect(WordTimer([], samples: [0.5], sampleRate: 16_000).spokenWords().isEmpty)
    }

    @Test func moreWordsThanSoundStayInOrder() {
        let sentence = Array(repeating: "word,", count: 500).joined(separator: " ")
        let samples = Recording.tones([(0.3, 0.1), (0.3, 0)])
        let words = WordTimer(
            TextWord.split(sentence), samples: samples, sampleRate: 16_000
        ).spokenWords()
        #expect(words.count == 500)
        #expect(zip(words, words.dropFirst()).allSatisfy { $0.start <= $1.start })
    }
}

/// Sounds of tones and pauses.
enum Recording {
    /// Each tone lasts its first number of seconds and is followed by silence of the second.
    static func tones(_ parts: [(Double, Double)], rate: Int = 16_000) -> [Float] {
        parts.flatMap { tone, pause in
            Wave.sine(200, seconds: tone, rate: rate)
                + [Float](repeating: 0, count: Int(pause * Double(rate)))
        }
    }
}
