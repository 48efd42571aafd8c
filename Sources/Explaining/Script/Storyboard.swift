import Foundation

/// What an explainer says and shows, before anything is spoken or placed.
package struct Storyboard: Hashable, Sendable {
    /// The title of the video.
    package var title: String

    /// A BCP 47 tag: "en" or "zh-Hans".
    package var language: String

    /// The beats in order; at least one.
    package var beats: [Beat]

    /// Whether the words are the user's own: they are then kept in order, and only the end is left
    /// out where time is short.
    package var isVerbatim = false

    /// What went otherwise than asked, as sentences.
    package var notices: [String] = []

    package init(title: String, language: String, beats: [Beat]) {
        self.title = title
        self.language = language
        self.beats = beats
    }
}

/// One thought: what is said, and what is seen meanwhile.
package struct Beat: Hashable, Sendable {
    /// Names the beat within its storyboard, as "hook" or "denoise"; letters, digits and hyphens.
    package var id: String

    /// The name of the chapter that starts here; nil where the beat belongs to the one before.
    package var chapter: String?

    package var sentences: [Sentence]

    package var visual: Visual

    /// The shortest time that the visual needs, in milliseconds.
    package var leastDuration: Int

    /// How soon the beat is left out where time is short: 0 never, larger numbers sooner.
    package var rank: Int

    package init(
        id: String, chapter: String? = nil, sentences: [Sentence], visual: Visual,
        leastDuration: Int = 2500, rank: Int = 0
    ) {
        self.id = id
        self.chapter = chapter
        self.sentences = sentences
        self.visual = visual
        self.leastDuration = leastDuration
        self.rank = rank
    }

    package struct Sentence: Hashable, Sendable {
        package var text: String

        /// As for beats.
        package var rank: Int

        package init(_ text: String, rank: Int = 0) {
            self.text = text
            self.rank = rank
        }
    }
}

/// What is seen during a beat.
///
/// All words are in the storyboard's language, ready to show. `picture` is an index into the
/// request's pictures.
package enum Visual: Hashable, Sendable {
    /// The picture fills the canvas; a small line over a title of at most three lines.
    case hook(picture: Int, kicker: String, title: String)

    /// The picture fills the canvas and slowly moves; an optional label of a few words.
    case picture(Int, label: String?)

    /// The picture dissolves into noise.
    case noising(picture: Int)

    /// Noise becomes the picture in visible steps, with a counter over `steps`.
    case denoising(picture: Int, steps: Int, label: String)

    /// The words of the prompt light up over the picture as it clears.
    case prompt(picture: Int, kicker: String, words: String)

    /// The picture beside rows of facts.
    case facts(picture: Int, kicker: String, rows: [FactRow], footnote: String?)

    /// The picture as a coarse grid of coloured squares that becomes fine.
    case pixels(picture: Int, label: String)

    /// A close look at a place of the picture, beside a heading and a badge.
    case spotlight(
        picture: Int, x: Double, y: Double, kicker: String, heading: String, badge: Badge?)

    /// A close look at a place, with a number and a label: the call-outs of products.
    case callout(picture: Int, x: Double, y: Double, number: Int, label: String)

    /// The main colours with their names.
    case palette(picture: Int, kicker: String, swatches: [LabelledColor])

    /// The blurred picture behind one sentence, and its palette.
    case end(picture: Int, takeaway: String)

    package struct FactRow: Hashable, Sendable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package struct Badge: Hashable, Sendable {
        package var title: String
        package var text: String

        package init(title: String, text: String) {
            self.title = title
            self.text = text
        }
    }

    package struct LabelledColor: Hashable, Sendable {
        /// `#RRGGBB`.
        package var hex: String
        package var label: String
        /// 0...1.
        package var share: Double

        package init(hex: String, label: String, share: Double) {
            self.hex = hex
            self.label = label
            self.share = share
        }
    }
}
