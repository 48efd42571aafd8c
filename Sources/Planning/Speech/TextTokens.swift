import Foundation

/// The written words of a text: what stands between spaces, and each character of the scripts that
/// write no spaces.
///
/// Punctuation belongs to the word it touches, a lone dash to the word before it.
struct TextTokens {
    /// The offset of each word's first character in the text, rising.
    private(set) var starts: [Int] = []

    /// All letters and digits in upper case.
    private(set) var letters: [Character] = []

    /// The word that each of `letters` belongs to.
    private(set) var tokenOfLetter: [Int] = []

    /// The index of each word's first letter, with the count of letters behind the last.
    var letterStarts: [Int] { firstLetters + [letters.count] }
    private var firstLetters: [Int] = []

    /// As much of a text as is ever set.
    private static let characterLimit = 20_000

    init(_ text: String) {
        var walk = Walk()
        for (offset, character) in text.prefix(Self.characterLimit).enumerated() {
            guard character.isLetter || character.isNumber else {
                walk.pass(character, at: offset)
                continue
            }
            if let start = walk.tokenStart(character, at: offset) {
                starts.append(start)
                firstLetters.append(letters.count)
            }
            for letter in character.uppercased() {
                letters.append(letter)
                tokenOfLetter.append(starts.count - 1)
            }
        }
    }

    /// The letters and digits of a spoken word, as `letters` has them.
    static func letters(_ word: String) -> [Character] {
        word.prefix(characterLimit).filter { $0.isLetter || $0.isNumber }
            .flatMap { Array($0.uppercased()) }
    }

    /// What is known at a character about the ones before it.
    private struct Walk {
        /// Where punctuation began that leads a word.
        private var lead: Int?
        private var isOpen = false
        private var isSingle = false

        /// Takes a space or a mark.
        mutating func pass(_ character: Character, at offset: Int) {
            if character.isWhitespace {
                (isOpen, lead) = (false, nil)
            } else if !isOpen || isSingle && character.opensQuote {
                (isOpen, lead) = (false, lead ?? offset)
            }
        }

        /// Takes a letter; returns where its word begins, nil where it goes on.
        mutating func tokenStart(_ character: Character, at offset: Int) -> Int? {
            let isAlone = character.isUnspaced
            let begins = !isOpen || isAlone || isSingle
            let start = lead ?? offset
            (isOpen, isSingle, lead) = (true, isAlone, nil)
            return begins ? start : nil
        }
    }
}

extension Character {
    /// Whether its script writes no spaces between words: Chinese, Japanese, Thai, Lao, Burmese,
    /// Khmer (the blocks of Unicode 16).
    fileprivate var isUnspaced: Bool {
        switch unicodeScalars.first?.value ?? 0 {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007,
            0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0xFF66...0xFF9F, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    fileprivate var opensQuote: Bool {
        switch unicodeScalars.first?.properties.generalCategory {
        case .openPunctuation, .initialPunctuation: true
        default: false
        }
    }
}
