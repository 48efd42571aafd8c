/// How long people take to read a sentence, for videos without a voice.
enum ReadingPace {
    /// Characters a second, the slow end of what subtitlers allow (17 to 20).
    private static let lettersPerSecond = 17.0

    /// Chinese and Japanese characters a second.
    private static let ideographsPerSecond = 9.0

    /// Returns the seconds that `sentence` stays readable at `rate` times the pace, at least 1.
    static func seconds(_ sentence: String, rate: Double) -> Double {
        var ideographs = 0.0
        var others = 0.0
        for scalar in sentence.unicodeScalars {
            if scalar.isIdeograph { ideographs += 1 } else { others += 1 }
        }
        let seconds = ideographs / ideographsPerSecond + others / lettersPerSecond
        return max(seconds / max(rate, 0.1), 1)
    }

    /// Returns a line without sound, its words timed in proportion to their length.
    static func silentLine(_ sentence: String, rate: Double) -> Narration.Line {
        let duration = Int((seconds(sentence, rate: rate) * 1_000).rounded(.up))
        let words = TextWord.split(sentence)
        let weights = words.map { self.weight($0.text) }
        let total = weights.reduce(0, +)
        var passed = 0.0
        var start = 0
        let spoken = zip(words, weights).map { word, weight in
            passed += weight
            let end = Int(Double(duration) * passed / total)
            defer { start = end }
            return SpokenWord(start: start, duration: end - start, word: word.text)
        }
        return Narration.Line(text: sentence, path: nil, duration: duration, words: spoken)
    }

    private static func weight(_ word: String) -> Double {
        word.unicodeScalars.reduce(1.0) {
            $0 + ($1.isIdeograph ? lettersPerSecond / ideographsPerSecond : 1)
        }
    }
}
