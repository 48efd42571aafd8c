import Foundation

/// How long words last against each other: about 1 for a syllable of ordinary speech.
///
/// Vowels carry most of the time of speech, consonants less; digits are read as words.
enum WordWeights {
    /// What any word takes beyond its sounds: the seam to its neighbours.
    private static let base = 0.25

    /// Returns the weight of `word` by its spelling.
    static func byLetters(_ word: String) -> Double {
        let scalars = Array(word.unicodeScalars)
        if isAcronym(scalars) { return base + Double(scalars.count(where: \.isSpoken)) * 1.15 }
        let digit = digitWeight(scalars)
        var weight = base + separators(scalars)
        var previousIsVowel = false
        for (index, scalar) in scalars.enumerated() where scalar.isSpoken {
            let isVowel = scalar.isVowelLetter
            if scalar.isIdeograph {
                weight += 1
            } else if scalar.properties.numericType != nil {
                weight += digit
            } else if isVowel {
                weight += previousIsVowel ? 0.15 : isSilent(scalars, index) ? 0.1 : 0.65
            } else {
                weight += scalar.properties.isAlphabetic ? 0.35 : 0.9
            }
            previousIsVowel = isVowel
        }
        return weight
    }

    /// Returns the weight of a word by its phonemes, written in the IPA or an alphabet near it.
    static func byPhonemes(_ phonemes: String) -> Double {
        phonemes.unicodeScalars.reduce(base) { weight, phoneme in
            switch phoneme {
            case "A", "I", "O", "W", "Y", "Q": weight + 1.0  // Diphthongs in one sign.
            case "ə", "ᵊ", "ɪ", "ɐ", "ɚ": weight + 0.5
            case "ˈ": weight + 0.2
            case "ˌ": weight + 0.1
            case "ː": weight + 0.3
            case "a", "e", "i", "o", "u", "ɑ", "ɒ", "æ", "ɛ", "ɜ", "ɔ", "ʊ", "ʌ": weight + 0.75
            default: weight + (phoneme.properties.isAlphabetic ? 0.4 : 0)
            }
        }
    }

    /// A last `e` after a consonant says nothing in most Latin spellings.
    private static func isSilent(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard scalars[index] == "e", index >= 3 else { return false }
        return !scalars[(index + 1)...].contains(where: \.isSpoken)
    }

    /// Years are read in pairs (three syllables each), hundreds and thousands with their names.
    private static func digitWeight(_ scalars: [Unicode.Scalar]) -> Double {
        let runs = scalars.split { $0.properties.numericType == nil }.map(\.count)
        return runs.contains(3) ? 2.1 : 1.5
    }

    /// What stands between digits is read too: "thousand", "point".
    private static func separators(_ scalars: [Unicode.Scalar]) -> Double {
        scalars.indices.dropFirst().dropLast().reduce(0) { weight, index in
            let isSeparator =
                ",.:/".unicodeScalars.contains(scalars[index])
                && scalars[index - 1].properties.numericType != nil
                && scalars[index + 1].properties.numericType != nil
            return weight + (isSeparator ? 1.3 : 0)
        }
    }

    /// Whether a word is read letter by letter: capitals, and too few or too hard to be a word.
    private static func isAcronym(_ scalars: [Unicode.Scalar]) -> Bool {
        let letters = scalars.filter(\.isSpoken)
        return 2...5 ~= letters.count && letters.allSatisfy(\.properties.isUppercase)
            && (letters.count < 4 || !letters.contains(where: \.isVowelLetter))
    }
}

extension Unicode.Scalar {
    /// Whether a Latin, Greek or Cyrillic letter stands for a vowel, accents left aside.
    fileprivate var isVowelLetter: Bool {
        guard
            let letter = Character(self).lowercased().decomposedStringWithCanonicalMapping
                .unicodeScalars.first
        else { return false }
        return "aeiouyæœøαεηιουωаеёиоуыэюяіїє".unicodeScalars.contains(letter)
    }
}
