/// Turns the engine's word events into times of the words that readers see.
enum ESpeakWords {
    /// Returns `words` with their times; `length` is that of the sound, in milliseconds.
    ///
    /// A number raises several events ("2026": twenty, twenty, six), all at positions inside it:
    /// the first one tells where the word starts. A word ends where the next one starts. A word
    /// without an event shares the time of the one before it, by their weights.
    static func merge(
        _ events: [ESpeakLibrary.WordEvent], into words: [TextWord], length: Int
    ) -> [SpokenWord] {
        var starts = [Int?](repeating: nil, count: words.count)
        var latest = 0
        for event in events {
            guard
                let index = words.lastIndex(where: { $0.scalars.lowerBound <= event.scalar })
                    ?? words.indices.first
            else { break }
            latest = max(latest, min(event.time, length))
            if starts[index] == nil { starts[index] = latest }
        }
        let filled = fill(starts, words: words, length: length)
        return words.indices.map { index in
            let end = index + 1 < words.count ? filled[index + 1] : length
            return SpokenWord(
                start: filled[index], duration: max(end - filled[index], 0),
                word: words[index].text)
        }
    }

    private static func fill(_ starts: [Int?], words: [TextWord], length: Int) -> [Int] {
        var filled: [Int] = []
        var index = 0
        while index < starts.count {
            let start = max(starts[index] ?? 0, filled.last ?? 0)
            let next = starts[(index + 1)...].firstIndex { $0 != nil } ?? starts.count
            let end = next < starts.count ? starts[next] ?? length : length
            let weights = words[index..<next].map { WordWeights.byLetters($0.text) }
            let total = weights.reduce(0, +)
            var passed = 0.0
            for weight in weights {
                filled.append(start + Int(Double(max(end - start, 0)) * passed / total))
                passed += weight
            }
            index = next
        }
        return filled
    }
}
