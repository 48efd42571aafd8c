import Foundation

/// A text cut into words; each keeps the punctuation and the spaces that follow it.
///
/// Scripts that write no spaces (Chinese, Japanese) are cut into characters.
struct WordTokens: Hashable {
    /// The pieces in order; together they are the text without spaces at its start.
    let pieces: [String]

    /// The pieces without spaces around them.
    var words: [String] { pieces.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } }

    init(_ text: String) {
        var pieces: [String] = []
        var current = ""
        var isOpen = false  // Whether the next letter still belongs to `current`.
        for character in text {
            if character.isWhitespace {
                if !current.isEmpty { current.append(character) }
                isOpen = false
            } else if character.isIdeographic {
                if !current.isEmpty, !Self.isOpening(current) {
                    pieces.append(current)
                    current = ""
                }
                current.append(character)
                isOpen = false
            } else if Self.closes(character) || isOpen || current.isEmpty || Self.isOpening(current)
            {
                current.append(character)
                if !Self.closes(character) { isOpen = true }
            } else {
                pieces.append(current)
                current = String(character)
                isOpen = true
            }
        }
        if !current.isEmpty { pieces.append(current) }
        self.pieces = pieces
    }

    /// Whether all of a piece is punctuation that belongs to the word after it.
    private static func isOpening(_ piece: String) -> Bool {
        piece.allSatisfy { "([{«“‘（《【「『¿¡".contains($0) }
    }

    /// Whether a character stays with the word before it.
    private static func closes(_ character: Character) -> Bool {
        ",.;:!?)]}%’”»…、，。；：！？）】》”’".contains(character)
    }
}

extension Character {
    /// Han, kana and Hangul syllables: words are not kept apart by spaces.
    var isIdeographic: Bool {
        guard let scalar = unicodeScalars.first else { return false }
        switch scalar.value {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0x20000...0x323AF:
            return true
        default: return false
        }
    }
}

extension String {
    /// Whether most of the letters are ideographs.
    var isMostlyIdeographic: Bool {
        let letters = filter { $0.isLetter }
        return !letters.isEmpty && letters.count { $0.isIdeographic } * 2 > letters.count
    }
}
