import Foundation

/// What an edit is about: a kind of thing, and which of them.
package struct Reference: Hashable, Sendable {
    package var kind: Kind
    package var choice: Choice

    package init(_ kind: Kind, _ choice: Choice = .unspecified) {
        self.kind = kind
        self.choice = choice
    }

    /// The things of a timeline as people name them.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Stills and films of the main picture track, in order of time.
        case picture
        /// Pictures that lie over the main ones.
        case overlay
        /// Texts that are neither subtitles nor captions.
        case title
        /// Texts with the preset `subtitle`.
        case subtitle
        /// Texts on tracks with the role `caption`.
        case caption
        /// Texts with the preset `end`.
        case endCard
        /// Every text.
        case text
        case music
        case narration
        case soundEffect
        /// All that is heard.
        case sound
    }

    /// Which of the things of a kind.
    package enum Choice: Hashable, Sendable {
        /// Nothing was said: the only one; for looks and levels, all of them.
        case unspecified
        case all
        /// Places in the order of time, from 1; from the end where negative: -1 is the last.
        case places([Int])
        /// What shows or sounds during a stretch of the timeline, in milliseconds.
        case during(Range<Int>)
        /// What is called so, or whose file or text is: compared without case.
        case named(String)
        /// All but these places.
        case others([Int])
    }
}

/// How a number changes.
package enum Adjustment: Hashable, Sendable {
    case set(Double)
    case add(Double)
    case multiply(Double)

    /// Returns `value` after the change.
    package func applied(to value: Double) -> Double {
        switch self {
        case .set(let new): new
        case .add(let delta): value + delta
        case .multiply(let factor): value * factor
        }
    }
}

/// A place in the order of the pictures.
package enum Placement: Hashable, Sendable {
    case start
    case end
    case before(Reference)
    case after(Reference)
    /// The place with this number in the order of time, from 1; from the end where negative.
    case place(Int)
    /// By so many places, towards the end where positive.
    case shift(Int)
}
