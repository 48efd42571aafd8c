import Foundation

/// Cuts running text into sentences.
package enum SentenceSplitter {
    /// Abbreviations whose point ends no sentence.
    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "vs", "e.g", "i.e", "etc", "no", "fig", "approx",
    ]

    private static let wide: Set<Character> = ["。", "！", "？", "；", "…"]
    private static let narrow: Set<Character> = [".", "!", "?"]
    private static let closing: Set<Character> = ["\"", "'", "”", "’", "」", "』", "）", ")", "]"]

    /// Returns the sentences of `text`, trimmed, each with its closing punctuation.
    ///
    /// A line break ends a sentence where an empty line follows or the line has an end of its own;
    /// other breaks are spaces.
    package static func sentences(of text: String) -> [String] {
        paragraphs(of: text).flatMap(split)
    }

    private static func paragraphs(of text: String) -> [String] {
        var paragraphs = [""]
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty {
                paragraphs.append("")
            } else {
                let last = paragraphs.removeLast()
                paragraphs.append(last.isEmpty ? line : last + joint(last, line) + line)
            }
        }
        return paragraphs.filter { !$0.isEmpty }
    }

    /// Chinese lines join without a space.
    private static func joint(_ before: String, _ after: String) -> String {
        let isWide = [before.last, after.first].contains { character in
            character?.unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false
        }
        return isWide ? "" : " "
    }

    private static func split(_ paragraph: String) -> [String] {
        let characters = Array(paragraph)
        var sentences: [String] = []
        var start = 0
        var index = 0
        while index < characters.count {
            guard isEnd(characters, index, from: start) else {
                index += 1
                continue
            }
            index += 1
            while index < characters.count,
                wide.contains(characters[index]) || narrow.contains(characters[index])
                    || closing.contains(characters[index])
            { index += 1 }
            sentences.append(String(characters[start..<index]))
            start = index
        }
        sentences.append(String(characters[start...]))
        return sentences.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.contains { $0.isLetter || $0.isNumber } }
    }

    private static func isEnd(_ text: [Character], _ index: Int, from start: Int) -> Bool {
        if wide.contains(text[index]) { return true }
        guard narrow.contains(text[index]) else { return false }
        let next = index + 1
        guard next >= text.count || text[next].isWhitespace || closing.contains(text[next])
            || narrow.contains(text[next])
        else { return false }
        guard text[index] == "." else { return true }
        let word = text[start..<index].reversed().prefix { !$0.isWhitespace }.reversed()
        return !abbreviations.contains(String(word).lowercased())
            && !(word.count == 1 && word.allSatisfy(\.isUppercase))
    }
}
