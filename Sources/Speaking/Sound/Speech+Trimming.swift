extension Speech {
    /// Silence that is kept at either end, in milliseconds: a soft onset is quieter than the rest.
    static let margin = 15

    /// Returns the speech without the silence at its ends, its words moved along.
    ///
    /// At most `margin` milliseconds of silence remain. What never rises above -60 dB is left
    /// whole: the caller sees that it says nothing.
    func trimmed() -> Speech {
        let threshold = max(peak * 0.004, 0.000_5)
        guard let first = samples.firstIndex(where: { abs($0) > threshold }),
            let last = samples.lastIndex(where: { abs($0) > threshold })
        else { return self }
        let margin = sampleRate * Speech.margin / 1_000
        let start = max(first - margin, 0)
        let end = min(last + 1 + margin, samples.count)
        var speech = self
        speech.samples = Array(samples[start..<end])
        speech.words = words.map { $0.moved(by: -start * 1_000 / sampleRate) }
        return speech.withWordsInside()
    }

    /// The largest magnitude of a sample.
    var peak: Float { samples.reduce(0) { max($0, abs($1)) } }

    /// The length in milliseconds, rounded up.
    var milliseconds: Int { (samples.count * 1_000 + sampleRate - 1) / sampleRate }

    /// Returns the speech with every word inside the sound and none before its predecessor.
    func withWordsInside() -> Speech {
        var speech = self
        var earliest = 0
        let length = milliseconds
        for index in words.indices {
            let start = min(max(words[index].start, earliest), length)
            let end = min(max(words[index].start + words[index].duration, start), length)
            speech.words[index].start = start
            speech.words[index].duration = end - start
            earliest = start
        }
        return speech
    }
}

extension SpokenWord {
    fileprivate func moved(by milliseconds: Int) -> SpokenWord {
        SpokenWord(start: start + milliseconds, duration: duration, word: word)
    }
}
