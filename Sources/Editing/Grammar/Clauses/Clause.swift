import Foundation
import Planning

/// A part of a sentence whose tokens are taken one by one: what is left over was not understood.
///
/// An edit is done only where nothing that means something is left. That is what keeps a sentence
/// from doing what it does not say.
struct Clause: Sendable {
    let tokens: [Token]
    private(set) var used: [Bool]

    init(_ tokens: [Token]) {
        self.tokens = tokens
        used = tokens.map { _ in false }
    }

    /// Whether all that means something was taken.
    var isSpent: Bool { zip(tokens, used).allSatisfy { $1 || $0.isSoft } }

    /// The words that were not taken and mean something.
    var rest: [String] {
        zip(tokens, used).filter { !$1 && !$0.isSoft }.map { $0.0.text }
    }

    /// Takes the first unused token of which `pick` makes something.
    mutating func take<Value>(_ pick: (Meaning) -> Value?) -> Value? {
        guard let (index, value) = first(pick) else { return nil }
        used[index] = true
        return value
    }

    /// Takes the first unused token that may mean `meaning`.
    mutating func take(_ meaning: Meaning) -> Bool {
        take { $0 == meaning ? true : nil } ?? false
    }

    /// Takes every unused token that may mean `meaning`.
    @discardableResult
    mutating func takeAll(_ meaning: Meaning) -> Bool {
        var isFound = false
        while take(meaning) { isFound = true }
        return isFound
    }

    mutating func take(at index: Int) { used[index] = true }

    /// Returns the first unused token of which `pick` makes something, and its place.
    func first<Value>(
        in range: Range<Int>? = nil, _ pick: (Meaning) -> Value?
    ) -> (index: Int, value: Value)? {
        for index in range ?? tokens.indices where !used[index] {
            for meaning in tokens[index].meanings {
                if let value = pick(meaning) { return (index, value) }
            }
        }
        return nil
    }

    func has(_ meaning: Meaning) -> Bool { first { $0 == meaning ? true : nil } != nil }

    /// Whether the unused token at `index` may mean `meaning`.
    func token(at index: Int, means meaning: Meaning) -> Bool {
        tokens.indices.contains(index) && !used[index] && tokens[index].meanings.contains(meaning)
    }

    /// The part from `range`, with what was taken of it.
    func part(_ range: Range<Int>) -> Clause {
        var part = Clause(Array(tokens[range]))
        for (offset, index) in range.enumerated() where used[index] { part.take(at: offset) }
        return part
    }
}

// MARK: - Simple things

extension Clause {
    mutating func takeVerb(_ verbs: Verb...) -> Verb? {
        take { if case .verb(let verb) = $0, verbs.contains(verb) { verb } else { nil } }
    }

    func hasVerb(_ verbs: Verb...) -> Bool {
        first { if case .verb(let verb) = $0, verbs.contains(verb) { true } else { nil } } != nil
    }

    mutating func takeQuoted() -> String? {
        take { if case .quoted(let text) = $0 { text } else { nil } }
    }

    mutating func takeAllQuoted() -> [String] {
        var texts: [String] = []
        while let text = takeQuoted() { texts.append(text) }
        return texts
    }

    mutating func takeFiles() -> [String] {
        var files: [String] = []
        while let file = take({ if case .file(let path) = $0 { path } else { nil } }) {
            files.append(file)
        }
        return files
    }

    mutating func takeDuration() -> Int? {
        take { if case .duration(let time) = $0 { time } else { nil } }
    }

    mutating func takeSpan() -> Range<Int>? {
        take { if case .span(let span) = $0 { span } else { nil } }
    }

    mutating func takeMoment() -> Int? {
        take { if case .moment(let time) = $0 { time } else { nil } }
    }

    mutating func takeQuality(_ qualities: Quality...) -> Quality? {
        take {
            if case .quality(let quality) = $0, qualities.contains(quality) { quality } else { nil }
        }
    }

    func hasQuality(_ qualities: Quality...) -> Bool {
        first {
            if case .quality(let quality) = $0, qualities.contains(quality) { true } else { nil }
        } != nil
    }

    mutating func takePreposition(_ words: Preposition...) -> Preposition? {
        take { if case .word(let word) = $0, words.contains(word) { word } else { nil } }
    }

    mutating func takeColor() -> Planning.Color? {
        take { if case .color(let color) = $0 { color } else { nil } }
    }

    /// Marks whatever unused token is a quantity "all": it says no more than the plural does.
    mutating func takeAllWords() { takeAll(.quantity(.all)) }
}
