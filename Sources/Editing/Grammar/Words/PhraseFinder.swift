import Foundation

/// Finds the longest known phrase at a place of a text.
enum PhraseFinder {
    /// The most words of an English phrase.
    private static let mostWords = 7

    /// Returns the length in characters and the meanings; both languages, where both know it.
    static func longest(in characters: [Character], at start: Int) -> (Int, [Meaning])? {
        let english = words(in: characters, at: start)
        let chinese = signs(in: characters, at: start)
        guard let english else { return chinese }
        guard let chinese else { return english }
        if english.0 != chinese.0 { return english.0 > chinese.0 ? english : chinese }
        return (english.0, english.1 + chinese.1.filter { !english.1.contains($0) })
    }

    static func isWordCharacter(_ character: Character) -> Bool {
        guard
            character.isLetter || character.isNumber || character == "'" || character == "-"
                || character == "_"
        else { return false }
        return !isIdeograph(character)
    }

    static func isIdeograph(_ character: Character) -> Bool {
        character.unicodeScalars.first?.properties.isIdeographic ?? false
    }

    // MARK: - English

    private static func words(in characters: [Character], at start: Int) -> (Int, [Meaning])? {
        guard start < characters.count, isWordCharacter(characters[start]),
            start == 0 || !isWordCharacter(characters[start - 1])
        else { return nil }
        var best: (Int, [Meaning])?
        var (end, phrase) = (start, "")
        for _ in 0..<mostWords {
            let word = wordEnd(in: characters, from: end)
            guard word > end else { break }
            let text = String(characters[end..<word]).lowercased()
            phrase += (phrase.isEmpty ? "" : " ") + text
            if let meanings = lookUp(phrase) { best = (word - start, meanings) }
            guard word < characters.count, characters[word] == " " else { break }
            end = word + 1
        }
        return best
    }

    private static func wordEnd(in characters: [Character], from start: Int) -> Int {
        var end = start
        while end < characters.count {
            let isWord = isWordCharacter(characters[end])
            // "b&w", "b/w" are words too.
            let isInner =
                "&/".contains(characters[end]) && end == start + 1 && end + 1 < characters.count
                && isWordCharacter(characters[end + 1])
            guard isWord || isInner else { break }
            end += 1
        }
        // A dash at the end is a dash.
        while end > start, characters[end - 1] == "-" || characters[end - 1] == "'" { end -= 1 }
        return end
    }

    private static func lookUp(_ phrase: String) -> [Meaning]? {
        let color = ColorNames.color(named: phrase).map { Meaning.color($0) }
        if let known = Lexicon.english.meanings(of: phrase) {
            return known + [color].compactMap { $0 }
        }
        if let color { return [color] }
        if phrase.hasSuffix("'s"),
            let known = Lexicon.english.meanings(of: String(phrase.dropLast(2)))
        {
            return known
        }
        guard phrase.contains("-") else { return nil }
        return Lexicon.english.meanings(of: phrase.replacing("-", with: " "))
    }

    // MARK: - Chinese

    /// Returns the lengths of all known Chinese phrases at `start`.
    static func chineseLengths(in characters: [Character], at start: Int) -> [Int] {
        let most = min(Lexicon.chinese.longest, characters.count - start)
        guard most > 0 else { return [] }
        return (1...most).filter { signs(in: characters, at: start, lengths: $0...$0) != nil }
    }

    /// Returns what the Chinese phrase of exactly `length` signs at `start` means.
    static func chinese(
        in characters: [Character], at start: Int, length: Int
    ) -> (Int, [Meaning])? {
        guard start + length <= characters.count else { return nil }
        return signs(in: characters, at: start, lengths: length...length)
    }

    private static func signs(
        in characters: [Character], at start: Int, lengths: ClosedRange<Int>? = nil
    ) -> (Int, [Meaning])? {
        let most = min(lengths?.upperBound ?? Lexicon.chinese.longest, characters.count - start)
        let least = lengths?.lowerBound ?? 1
        guard most >= least else { return nil }
        for length in stride(from: most, through: least, by: -1) {
            let phrase = String(characters[start..<start + length]).lowercased()
            guard isWhole(characters, start, length) else { continue }
            let color = isIdeograph(characters[start]) ? ColorNames.color(named: phrase) : nil
            let meanings =
                (Lexicon.chinese.meanings(of: phrase) ?? [])
                + [color].compactMap { $0 }.map(Meaning.color)
            if !meanings.isEmpty { return (length, meanings) }
        }
        return nil
    }

    /// A phrase in Latin letters counts whole only.
    private static func isWhole(_ characters: [Character], _ start: Int, _ length: Int) -> Bool {
        let end = start + length
        if isWordCharacter(characters[start]), start > 0, isWordCharacter(characters[start - 1]) {
            return false
        }
        return
            !(end < characters.count && isWordCharacter(characters[end - 1])
            && isWordCharacter(characters[end]))
    }
}
