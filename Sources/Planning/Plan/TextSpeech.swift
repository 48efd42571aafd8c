import Foundation

/// How the words of a text light up as they are spoken.
///
/// Only colours change: ahead of its time a word is dimmed, while it is spoken it has the highlight
/// colour, afterwards the text's own.
package struct TextSpeech: Hashable, Sendable {
    /// In the order of the text, which they cover without gaps; at least one.
    package var words: [Word]

    /// The colour of the word being spoken.
    package var highlight: Color

    /// The share of its opacity that a word has before it is spoken, 0...1.
    package var dimming: Double

    /// The frames that a change of colour takes, fractional.
    package var fade: Double

    /// A stretch of the text that lights up as one.
    package struct Word: Hashable, Sendable {
        /// The offset of its first character (grapheme cluster) in the text; it reaches up to the
        /// next word's.
        package var start: Int

        /// When it begins to be the current one, in frames after the start of the clip's span.
        package var from: Double

        /// When it begins to be a spoken one, in the same frames; at least `from`.
        package var until: Double

        package init(start: Int, from: Double, until: Double) {
            self.start = start
            self.from = from
            self.until = until
        }
    }

    /// How much of each colour a word has; the three sum to 1.
    package struct Mix: Hashable, Sendable {
        package var ahead: Double
        package var current: Double
        package var spoken: Double
    }

    package init(words: [Word], highlight: Color, dimming: Double, fade: Double) {
        self.words = words
        self.highlight = highlight
        self.dimming = dimming
        self.fade = fade
    }

    /// Returns the colours of a word `time` frames after the start of the clip's span.
    package func mix(of word: Word, at time: Double) -> Mix {
        func ramp(_ start: Double) -> Double {
            fade > 0 ? min(max((time - start) / fade, 0), 1) : time >= start ? 1 : 0
        }
        let (begun, done) = (ramp(word.from), ramp(word.until))
        return Mix(ahead: 1 - begun, current: begun - done, spoken: done)
    }
}
