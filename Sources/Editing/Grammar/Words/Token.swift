import Foundation

/// A word or phrase of a sentence with all that it may mean; empty for words that are not known.
struct Token: Hashable, Sendable {
    var text: String
    var meanings: [Meaning]

    /// Ends a part of the sentence: a comma, "then"; softly where it may also join words: "and".
    var separator: Separator?

    enum Separator: Hashable, Sendable { case hard, soft }

    init(_ text: String, _ meanings: [Meaning], separator: Separator? = nil) {
        self.text = text
        self.meanings = meanings
        self.separator = separator
    }

    var isFiller: Bool { meanings.contains(.filler) }

    /// Whether it may be left over once all else is understood.
    var isSoft: Bool {
        meanings.contains { meaning in
            switch meaning {
            case .filler, .and, .pronoun, .word(.to), .word(.at), .word(.with), .word(.over),
                .word(.by), .word(.during), .word(.than), .word(.lasting), .verb(.set),
                .verb(.apply):
                true
            default: false
            }
        }
    }
}
