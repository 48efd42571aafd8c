import Foundation

/// The words of one language and what they mean.
struct Lexicon: Sendable {
    /// One meaning and the words and phrases for it, divided by bars.
    typealias Row = (Meaning, String)

    private var meanings: [String: [Meaning]] = [:]

    /// The most characters of a phrase.
    private(set) var longest = 0

    init(_ tables: [[Row]]) {
        for (meaning, phrases) in tables.joined() {
            for phrase in phrases.split(separator: "|") { add(meaning, String(phrase)) }
        }
    }

    private mutating func add(_ meaning: Meaning, _ phrase: String) {
        guard meanings[phrase]?.contains(meaning) != true else { return }
        meanings[phrase, default: []].append(meaning)
        longest = max(longest, phrase.count)
    }

    /// Returns what `phrase` means, nil where it is not known; in lower case, one space between words.
    func meanings(of phrase: String) -> [Meaning]? { meanings[phrase] }

    static let english = Lexicon([
        englishThings, englishVerbs, englishScales, englishLooks, englishMoves, englishSounds,
        englishLittleWords,
    ])

    static let chinese = Lexicon([
        chineseThings, chineseVerbs, chineseScales, chineseLooks, chineseMoves, chineseSounds,
        chineseLittleWords,
    ])
}
