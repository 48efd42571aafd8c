/// Splits a command line into words as a shell does, and does nothing else a shell does.
package enum CommandWords {
    /// Returns the words of `line`; quotes and backslashes keep spaces, nothing is expanded.
    ///
    /// - Throws: `SpeechError` where a quote is open or no word is there.
    package static func split(_ line: String) throws(SpeechError) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in line {
            if isEscaped {
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if quote == nil, character.isWhitespace {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        guard quote == nil, !isEscaped else {
            throw SpeechError("command", "a quote or backslash is left open in: \(line)")
        }
        if let done = word { words.append(done) }
        guard !words.isEmpty else { throw SpeechError("command", "it names no program") }
        return words
    }
}
