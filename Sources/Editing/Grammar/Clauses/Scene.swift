import Foundation
import Planning

/// What the reading of a sentence has to know about the draft.
struct Scene: Sendable {
    /// Kinds of things that are there.
    var counts: [Reference.Kind: Int]

    /// Lower-case names and what kind of thing has them.
    var kinds: [String: Reference.Kind]

    /// What texts say, in lower case.
    var texts: Set<String> = []

    /// Milliseconds.
    var length: Int

    /// Places of the films and of the stills among the pictures, from 1.
    var films: [Int] = []
    var stills: [Int] = []

    /// What the part before was about.
    var context: [Reference] = []

    /// Whether the part before was about the whole.
    var isAboutWhole = false

    var isVertical: Bool

    /// Whether some text, some sound and so on is meant by a word that stands for it.
    func has(_ kind: Reference.Kind) -> Bool { (counts[kind] ?? 0) > 0 }

    /// The kind that "sentence" means: what is spoken, else what is written below.
    var sentenceKind: Reference.Kind { has(.narration) ? .narration : .caption }
}

extension Reference.Kind {
    var isText: Bool {
        switch self {
        case .title, .subtitle, .caption, .endCard, .text: true
        default: false
        }
    }

    var isSound: Bool {
        switch self {
        case .music, .narration, .soundEffect, .sound: true
        default: false
        }
    }

    var isPicture: Bool { self == .picture || self == .overlay }
}
