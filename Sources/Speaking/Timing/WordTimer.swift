/// Finds when each word of a spoken sentence is heard, from the sound and the text alone.
///
/// Pauses in the sound are paired with seams of the text; between them words get time by their
/// weight, and their seams move to the next dip of the energy if one is near.
struct WordTimer {
    /// A shorter quiet may be the closure of a plosive, in milliseconds.
    private static let shortestPause = 80

    /// How far a seam moves to a dip, in steps of the envelope.
    private static let reach = 4

    private let words: [TextWord]
    private let weights: [Double]
    private let time: SoundTime

    /// `weights` has one value for each word; without it they follow the spelling.
    init(
        _ words: [TextWord], weights: [Double]? = nil, samples: [Float], sampleRate: Int
    ) {
        self.words = words
        let found = weights.flatMap { $0.count == words.count ? $0 : nil }
        self.weights = (found ?? words.map { WordWeights.byLetters($0.text) }).map {
            $0.isFinite ? max($0, 0.05) : 1
        }
        time = SoundTime(
            EnergyEnvelope(samples, sampleRate: sampleRate), pausesAtLeast: Self.shortestPause)
    }

    /// Returns the words with their times, ascending and inside the sound.
    func spokenWords() -> [SpokenWord] {
        guard !words.isEmpty, !time.envelope.levels.isEmpty else { return [] }
        var words: [SpokenWord] = []
        for phrase in phrases() { words += spoken(phrase) }
        return words
    }

    /// Words that are spoken without a pause between them, and the steps they take.
    private struct Phrase {
        var words: Range<Int>
        var steps: Range<Int>
    }

    private func phrases() -> [Phrase] {
        let active = time.envelope.active
        var phrases: [Phrase] = []
        var word = 0
        var step = active.lowerBound
        for (seam, pause) in matches().enumerated() {
            guard let pause else { continue }
            let quiet = time.pauses[pause]
            phrases.append(Phrase(words: word..<seam + 1, steps: step..<quiet.lowerBound))
            word = seam + 1
            step = quiet.upperBound
        }
        phrases.append(Phrase(words: word..<words.count, steps: step..<active.upperBound))
        return phrases
    }

    /// Returns for each seam between words the index of the pause that stands there.
    private func matches() -> [Int?] {
        let secondsPerWeight = time.total / weights.reduce(0, +)
        var expected = 0.0
        let seams = words.indices.dropLast().map { index in
            expected += weights[index] * secondsPerWeight
            return PauseMatcher.Seam(time: expected, wantsPause: words[index].endsClause)
        }
        return PauseMatcher(
            seams: seams, pauses: Array(time.matchable.prefix(400)), total: time.total,
            spread: 0.04
        ).matches()
    }

    private func spoken(_ phrase: Phrase) -> [SpokenWord] {
        let total = phrase.words.reduce(0) { $0 + weights[$1] }
        var passed = 0.0
        var start = phrase.steps.lowerBound
        return phrase.words.map { index in
            passed += weights[index]
            let ideal =
                phrase.steps.lowerBound + Int(Double(phrase.steps.count) * passed / total)
            let isLast = index == phrase.words.upperBound - 1
            let end = isLast ? phrase.steps.upperBound : max(snapped(ideal), start)
            defer { start = end }
            return SpokenWord(
                start: start * EnergyEnvelope.step,
                duration: (end - start) * EnergyEnvelope.step, word: words[index].text)
        }
    }

    private func snapped(_ step: Int) -> Int {
        time.envelope.dip(near: step, reach: Self.reach) ?? step
    }
}

extension Speech {
    /// Creates a trimmed speech whose words are timed from its sound.
    init(
        timing sentence: String, weights: [Double]? = nil, samples: [Float], sampleRate: Int
    ) {
        let bare = Speech(samples: samples, sampleRate: sampleRate, words: []).trimmed()
        let timer = WordTimer(
            TextWord.split(sentence), weights: weights, samples: bare.samples,
            sampleRate: sampleRate)
        self = bare
        words = timer.spokenWords()
        self = withWordsInside()
    }

    /// Returns the speech with each word ending where a pause before the next one begins.
    func endingWordsAtPauses() -> Speech {
        let envelope = EnergyEnvelope(samples, sampleRate: sampleRate)
        let pauses = envelope.pauses(atLeast: 80).map {
            $0.lowerBound * EnergyEnvelope.step..<$0.upperBound * EnergyEnvelope.step
        }
        var speech = self
        for (index, word) in words.enumerated() {
            let end = word.start + word.duration
            // The pause that lasts until about where the word is said to end.
            guard let pause = pauses.last(where: { $0.lowerBound < end }),
                pause.upperBound > end - 60, pause.lowerBound > word.start
            else { continue }
            speech.words[index].duration = pause.lowerBound - word.start
        }
        return speech
    }
}
