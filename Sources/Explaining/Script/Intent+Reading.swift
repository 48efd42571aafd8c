import Foundation

extension Intent {
    /// Reads `sentence`, in English or Chinese; whole words count, case does not.
    package init(reading sentence: String) {
        // What decides stands at the beginning; a book need not be searched.
        let text = String(sentence.prefix(2000))
        let isChinese = text.unicodeScalars.contains(where: \.properties.isIdeographic)
        let found = isChinese ? ChineseCues.topics(in: text) : EnglishCues(text).topics
        let isRequest =
            isChinese ? ChineseCues.isRequest(text) : EnglishCues(text).isRequest
        topics = found
        language = isChinese ? "zh-Hans" : text.contains(where: \.isLetter) ? "en" : nil
        self.isRequest = isRequest
        isOwnText = !isRequest && Self.isLong(text, isChinese: isChinese)
    }

    /// Whether a text is longer than a theme: several sentences, or more than twelve words.
    private static func isLong(_ text: String, isChinese: Bool) -> Bool {
        if SentenceSplitter.sentences(of: text).count > 1 { return true }
        if isChinese { return text.count { $0.isLetter } > 24 }
        return text.split(whereSeparator: \.isWhitespace).count > 12
    }
}
