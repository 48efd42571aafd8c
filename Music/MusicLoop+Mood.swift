extension MusicLoop {
    /// The words that ask for this loop: English in lower case, and Simplified Chinese.
    package var moodWords: [String] {
        switch self {
        case .lofi:
            [
                "lofi", "chill", "chilled", "relaxed", "relaxing", "cozy", "cosy", "mellow",
                "jazzy", "casual", "laidback", "低保真", "慵懒", "放松", "惬意", "爵士",
            ]
        case .ambient:
            [
                "ambient", "atmospheric", "spacious", "dreamy", "ethereal", "mysterious",
                "meditative", "cinematic", "futuristic", "floating", "氛围", "空灵", "梦幻", "神秘",
                "冥想", "科幻", "悠远",
            ]
        case .upbeat:
            [
                "upbeat", "happy", "cheerful", "energetic", "fun", "playful", "lively",
                "uplifting", "optimistic", "dynamic", "catchy", "欢快", "轻快", "活泼", "开心",
                "动感", "明快", "活力", "有趣",
            ]
        case .calmPiano:
            [
                "calm", "piano", "gentle", "peaceful", "tender", "quiet", "soothing", "serene",
                "emotional", "thoughtful", "钢琴", "平静", "安静", "温柔", "舒缓", "宁静", "柔和",
            ]
        }
    }

    /// Returns the loop that `words` ask for: its name, moods, or a sentence with such words in it.
    ///
    /// The loop with the most words wins, the one that is named first among equals. Nil where no
    /// word says anything about a mood.
    package static func forMood(_ words: String) -> MusicLoop? {
        var text = words.lowercased()
        for (written, word) in [("lo-fi", "lofi"), ("lo fi", "lofi"), ("laid-back", "laidback")] {
            text = text.replacing(written, with: word)
        }
        let spoken = text.split { !$0.isLetter }
        let found = allCases.map { loop in (loop, loop.places(in: text, spoken: spoken)) }
        return found.filter { !$0.1.isEmpty }.max { a, b in
            (a.1.count, b.1.min() ?? 0) < (b.1.count, a.1.min() ?? 0)
        }?.0
    }

    /// Returns how far into `text` each mood word of the loop stands.
    ///
    /// English words count whole; Chinese ones wherever they stand, because nothing divides them.
    private func places(in text: String, spoken: [Substring]) -> [Int] {
        moodWords.compactMap { word in
            let place =
                word.first?.isASCII == true
                ? spoken.first { $0 == word }?.startIndex
                : text.firstRange(of: word)?.lowerBound
            return place.map { text.utf8.distance(from: text.startIndex, to: $0) }
        }
    }
}
