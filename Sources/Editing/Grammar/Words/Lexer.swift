import Foundation
import Planning

/// Divides a sentence into tokens: words and phrases of both languages, numbers with their units,
/// quoted texts, colours and files.
struct Lexer {
    /// What a draft and its project add to the words of the languages.
    let names: NameTable

    private var characters: [Character] = []
    private var position = 0
    private var tokens: [Token] = []

    /// Lengths of the Chinese words by the place where they begin.
    private var words: [Int: Int] = [:]

    /// The most characters that are read; a longer sentence is no edit.
    static let longest = 4000

    init(names: NameTable) { self.names = names }

    /// Returns the tokens of `sentence`.
    static func tokens(of sentence: String, names: NameTable) -> [Token] {
        var lexer = Lexer(names: names)
        return lexer.run(sentence)
    }

    private mutating func run(_ sentence: String) -> [Token] {
        characters = sentence.prefix(Self.longest).map(Self.plain)
        while position < characters.count {
            if characters[position].isNewline {
                separator(.hard, length: 1)
            } else if characters[position].isWhitespace {
                position += 1
            } else {
                next()
            }
        }
        return tokens
    }

    private mutating func next() {
        if words[position] == nil, PhraseFinder.isIdeograph(characters[position]) {
            words.merge(Segmenter(characters, names: names).lengths(from: position)) { $1 }
        }
        if quoted() || colored() || named() || numbered() || worded() || punctuated() { return }
        unknown()
    }

    /// Full-width letters, digits and signs as their plain twins.
    private static func plain(_ character: Character) -> Character {
        if character == "’" { return "'" }
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
            (0xFF01...0xFF5E).contains(scalar.value), !"，；！？：（）".contains(character),
            let twin = Unicode.Scalar(scalar.value - 0xFEE0)
        else { return character }
        return Character(twin)
    }

    // MARK: - Quotes, colours, names

    static let quotes: [Character: Character] = [
        "\"": "\"", "“": "”", "”": "“", "‘": "’", "「": "」", "『": "』", "《": "》", "'": "'", "`": "`",
        "«": "»", "„": "“",
    ]

    private mutating func quoted() -> Bool {
        let opening = characters[position]
        guard let closing = Self.quotes[opening] else { return false }
        if opening == "'" || opening == "‘", position > 0, characters[position - 1].isLetter {
            return false
        }
        let closings: Set<Character> = opening == "‘" ? ["’", "'"] : [closing, Self.twin(closing)]
        var end = position + 1
        while end < characters.count {
            let isApostrophe =
                characters[end] == "'" && end + 1 < characters.count
                && characters[end + 1].isLetter && characters[end - 1].isLetter
            if closings.contains(characters[end]), !isApostrophe { break }
            end += 1
        }
        guard end < characters.count else { return false }
        let text = String(characters[position + 1..<end])
        emit(text, [.quoted(text)], length: end - position + 1)
        return true
    }

    /// The other way to close a quote that people mix up.
    private static func twin(_ closing: Character) -> Character {
        switch closing {
        case "”": "\""
        case "\"": "”"
        default: closing
        }
    }

    /// `#FFCC00`, `#FC0`; `#3` is a place.
    private mutating func colored() -> Bool {
        guard characters[position] == "#" else { return false }
        let digits = characters[(position + 1)...].prefix { $0.isHexDigit }
        let text = String(digits)
        let long = text.count == 3 ? text.map { "\($0)\($0)" }.joined() : text
        if let color = Color(hex: "#\(long)") {
            emit("#\(text)", [.color(color)], length: digits.count + 1)
        } else if let place = Int(text), (1...999).contains(place) {
            emit("#\(text)", [.ordinal(place)], length: digits.count + 1)
        } else {
            return false
        }
        return true
    }

    private mutating func named() -> Bool {
        if let (length, meaning) = names.longest(in: characters, at: position),
            words[position].map({ $0 == length }) ?? true
        {
            let text = String(characters[position..<position + length])
            var meanings = [meaning]
            if let (other, known) = phrase(), other == length {
                meanings = known + meanings
            } else if let (other, _) = phrase(), other > length {
                return false
            }
            emit(text, meanings, length: length)
            return true
        }
        // Words of a sentence without spaces are no part of the name behind them.
        let isWord =
            PhraseFinder.isIdeograph(characters[position])
            && (phrase() != nil || NumberReader(characters, at: position).read() != nil)
        guard !isWord, let length = FilePattern.length(in: characters, at: position) else {
            return false
        }
        let text = String(characters[position..<position + length])
        emit(text, [.strangeFile(text)], length: length)
        return true
    }

    // MARK: - Numbers and words

    private mutating func numbered() -> Bool {
        guard let found = NumberReader(characters, at: position).read(),
            words[position].map({ $0 == found.length }) ?? true
        else { return false }
        if let (length, known) = phrase(), length >= found.length {
            // "2k", "一点" and the like are words; "one" is both.
            emitPhrase(known + (length == found.length ? found.meanings : []), length: length)
            return true
        }
        let text = String(characters[position..<position + found.length])
        emit(text, found.meanings, length: found.length)
        return true
    }

    private mutating func worded() -> Bool {
        guard let (length, known) = phrase() else { return false }
        emitPhrase(known, length: length)
        return true
    }

    private mutating func emitPhrase(_ meanings: [Meaning], length: Int) {
        let text = String(characters[position..<position + length])
        emit(text, meanings, length: length)
        tokens[tokens.count - 1].separator = Separators.kind(of: text.lowercased())
    }

    /// Returns the longest phrase of either language at the position.
    private func phrase() -> (Int, [Meaning])? {
        if let length = words[position] {
            return PhraseFinder.chinese(in: characters, at: position, length: length)
        }
        return PhraseFinder.longest(in: characters, at: position)
    }

    private mutating func punctuated() -> Bool {
        let character = characters[position]
        switch character {
        case ",", ";", "，", "；", "。", "!", "！", ".", "…", "|":
            separator(.hard, length: 1)
        case "?", "？":
            tokens.append(Token("?", [.filler], separator: .hard))
            position += 1
        case "、", "&", "+", "/":
            tokens.append(Token(String(character), [.and], separator: .soft))
            position += 1
        case ":", "：", "=": emit(String(character), [.word(.to)], length: 1)
        case "-", "–", "—", "~", "～":
            emit(String(character), [.word(.through), .filler], length: 1)
        case "(", ")", "（", "）", "·": position += 1
        default:
            guard Self.isDecoration(character) else { return false }
            position += 1
        }
        return true
    }

    /// Emoji and the like: they say nothing.
    private static func isDecoration(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { scalar in
            scalar.properties.generalCategory == .otherSymbol || scalar.properties.isEmojiModifier
                || scalar.value == 0xFE0F || scalar.value == 0x200D
                || scalar.properties.isEmojiPresentation
        }
    }

    /// A word that nobody knows; Latin ones whole, ideographs one by one.
    private mutating func unknown() {
        let start = position
        position += 1
        if Self.isLatin(characters[start]) {
            while position < characters.count, Self.isLatin(characters[position]) { position += 1 }
        } else if characters[start].isASCII {
            while position < characters.count, characters[position].isASCII,
                !characters[position].isWhitespace, !Self.isLatin(characters[position])
            { position += 1 }
        }
        tokens.append(Token(String(characters[start..<position]), []))
    }

    private static func isLatin(_ character: Character) -> Bool {
        PhraseFinder.isWordCharacter(character)
    }

    // MARK: - Output

    private mutating func separator(_ kind: Token.Separator, length: Int) {
        tokens.append(Token(String(characters[position]), [.filler], separator: kind))
        position += length
    }

    private mutating func emit(_ text: String, _ meanings: [Meaning], length: Int) {
        tokens.append(Token(text, meanings))
        position += length
    }
}

/// Words that divide a sentence.
enum Separators {
    static func kind(of word: String) -> Token.Separator? {
        if hard.contains(word) { return .hard }
        return soft.contains(word) ? .soft : nil
    }

    private static let hard: Set<String> = [
        "then", "and then", "also", "and also", "after that", "afterwards", "plus", "next", "but",
        "然后", "接着", "并且", "并", "同时", "另外", "此外", "顺便", "而且", "随后", "最后再", "之后再",
    ]
    private static let soft: Set<String> = [
        "and", "as well as", "along with", "together with", "or", "和", "跟", "与", "以及", "及", "还有",
        "同",
    ]
}
