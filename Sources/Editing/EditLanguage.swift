/// The language of a sentence, and of the answer to it.
package enum EditLanguage: Sendable, Hashable, CaseIterable {
    case english
    /// Simplified Chinese.
    case chinese
}

extension EditLanguage {
    /// Chinese where the sentence has ideographs outside its quotes, or nothing but them.
    package init(of sentence: String) {
        let plain = IntentWords.withoutQuotes(sentence)
        let text = plain.contains(where: \.isLetter) ? plain : sentence
        self = text.contains(where: PhraseFinder.isIdeograph) ? .chinese : .english
    }
}
