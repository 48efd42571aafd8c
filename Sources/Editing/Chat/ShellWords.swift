import Foundation

/// Words with the quotes and backslashes that terminals put around paths that are dropped.
package enum ShellWords {
    /// Returns the words of `line`; nil where a quote is not closed.
    package static func split(_ line: String) -> [String]? {
        let (words, isOpen) = read(line)
        return isOpen ? nil : words.map(\.text)
    }

    /// Returns the last word and all that stands before it; nil inside of quotes.
    static func last(of line: String) -> (start: String, word: String)? {
        let (words, isOpen) = read(line)
        guard !isOpen else { return nil }
        let isEnded = line.last.map { $0.isWhitespace && !line.hasSuffix("\\ ") } ?? true
        guard let last = words.last, !isEnded else { return (line, "") }
        return (String(line[..<last.start]), last.text)
    }

    /// Returns `path` with backslashes where a shell would read something else.
    static func escaped(_ path: String) -> String {
        path.reduce(into: "") { text, character in
            if " \t\\'\"“”‘’".contains(character) { text.append("\\") }
            text.append(character)
        }
    }

    private static func read(
        _ line: String
    ) -> (words: [(start: String.Index, text: String)], isOpen: Bool) {
        var words: [(start: String.Index, text: String)] = []
        var (word, start) = ("", String.Index?.none)
        var (quote, isEscaped) = (Character?.none, false)
        for index in line.indices {
            let character = line[index]
            if start == nil, quote == nil, !isEscaped, character.isWhitespace { continue }
            start = start ?? index
            if isEscaped {
                word.append(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if character == quote {
                quote = nil
            } else if quote == nil, character == "'" || character == "\"" {
                quote = character
            } else if quote == nil, character.isWhitespace, let first = start {
                words.append((first, word))
                (word, start) = ("", nil)
            } else {
                word.append(character)
            }
        }
        if let start { words.append((start, word)) }
        return (words, quote != nil)
    }
}
