/// A word of a sentence as a reader sees it: a stretch of its text, punctuation included.
struct TextWord: Hashable, Sendable {
    var text: String

    /// Where it stands in the sentence, counted in Unicode scalars.
    var scalars: Range<Int>

    /// Returns the words of `sentence` in order; none where nothing in it can be spoken.
    ///
    /// Spaces part words. In Chinese and Japanese, which have none, each character is a word.
    /// Punctuation stays with the word before it, opening punctuation with the word after.
    static func split(_ sentence: String) -> [TextWord] {
        let scalars = Array(sentence.unicodeScalars)
        var splitter = WordSplitter()
        for (index, scalar) in scalars.enumerated() { splitter.take(scalar, at: index) }
        return splitter.ranges().map { range in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[range])
            return TextWord(text: String(text), scalars: range)
        }
    }

    /// Whether the word ends a clause: a speaker pauses after it.
    var endsClause: Bool {
        text.unicodeScalars.reversed().prefix { !$0.isSpoken }.contains {
            ",;:.!?…—–、，。；：！？".unicodeScalars.contains($0)
        }
    }
}

/// Gathers scalars to ranges of words.
private struct WordSplitter {
    private var words: [Range<Int>] = []

    /// The start of the word that is open, and whether it holds something to speak yet.
    private var start: Int?
    private var isSpoken = false

    /// The end of what belongs to the open word, spaces after it left out.
    private var end = 0
    private var spaceCame = false

    mutating func take(_ scalar: Unicode.Scalar, at index: Int) {
        if scalar.properties.isWhitespace || scalar.value < 0x20 {
            spaceCame = true
            return
        }
        if begins(scalar) { close() }
        if start == nil { start = index }
        if scalar.isSpoken { isSpoken = true }
        lastWasIdeograph = scalar.isIdeograph || (lastWasIdeograph && !scalar.isSpoken)
        end = index + 1
        spaceCame = false
    }

    private var lastWasIdeograph = false

    /// Whether `scalar` begins a new word.
    private func begins(_ scalar: Unicode.Scalar) -> Bool {
        guard isSpoken else { return false }
        if scalar.isOpening { return spaceCame || lastWasIdeograph }
        guard scalar.isSpoken else { return false }
        return spaceCame || scalar.isIdeograph || lastWasIdeograph
    }

    private mutating func close() {
        if let start { words.append(start..<end) }
        start = nil
        isSpoken = false
        lastWasIdeograph = false
    }

    /// Returns all words; what stands before the first spoken character belongs to it.
    func ranges() -> [Range<Int>] {
        var all = self
        if isSpoken {
            all.close()
        } else if let start, let last = all.words.indices.last {
            _ = start
            all.words[last] = all.words[last].lowerBound..<end
        }
        return all.words
    }
}

extension Unicode.Scalar {
    /// Whether a voice says it: letters, digits, marks on them, and symbols that have names.
    var isSpoken: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark,
            .currencySymbol, .mathSymbol:
            true
        default: self == "&" || self == "%" || self == "@" || self == "#" || self == "°"
        }
    }

    /// Whether it stands for a syllable or a word and is written without spaces: Han and kana.
    var isIdeograph: Bool {
        switch value {
        case 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            value != 0x30FC && value != 0x30FB  // The length mark goes with what it lengthens.
        default: false
        }
    }

    /// Whether it is a Chinese character, as opposed to kana.
    var isHan: Bool { isIdeograph && value >= 0x3400 }

    /// Whether it opens a quotation or a bracket, so that it goes with what follows.
    var isOpening: Bool {
        switch properties.generalCategory {
        case .openPunctuation, .initialPunctuation: true
        default: false
        }
    }
}
