import Foundation
import Planning

/// What a word or phrase may mean, the same for every language.
///
/// A word may mean several things ("fade": a transition, an animation, a change of level); the rule
/// that takes it decides which.
enum Meaning: Hashable, Sendable {
    case verb(Verb)
    case thing(Reference.Kind)
    /// The video as a whole.
    case whole
    /// It, them, 它.
    case pronoun
    /// "one", "张": stands for a noun.
    case stand(Reference.Kind?)

    case ordinal(Int)
    /// "2 to 4", "1 and 3" behind a noun.
    case places([Int])
    case quantity(Quantity)
    case number(Double)
    case percent(Double)
    /// Milliseconds.
    case duration(Int)
    case span(Range<Int>)
    /// From the end, in milliseconds.
    case lastSpan(Int)
    /// A moment of the timeline, in milliseconds.
    case moment(Int)
    case factor(Double)
    case decibels(Double)
    case frameRate(Double)
    case degrees(Double)
    case pixels(Int)
    case size(Int, Int)
    case ratio(Int, Int)

    case quoted(String)
    /// A file of the project, by its path in the draft.
    case file(String)
    /// A word that looks like a file which is not in the project.
    case strangeFile(String)
    /// Something of the draft that is called so.
    case name(String)

    case quality(Quality)
    /// More or less of something; without qualities of whatever is meant.
    case scale(Set<Quality>, up: Bool)
    case degree(Degree)
    case tooMuch
    case notEnough

    case color(Color)
    case theme(String)
    case font(String)
    case weight(Int)
    case italic
    case upper
    case alignment(TextStyle.Alignment)
    case row(TextPlace.Row)
    case column(TextPlace.Column)
    case corner(TextPlace)
    case direction(Direction)
    case textPart(TextPart)
    case preset(Draft.TextStyle.Preset)
    case animation(Draft.TextAnimation.Kind)

    case camera(Draft.KenBurns.Preset)
    case zoom
    case pan
    case still
    case strength(Double)
    case effect(Draft.Effect.Kind)
    case fit(PictureContent.Fit)
    case corners
    /// Half see-through and the like: an opacity.
    case opacity(Double)
    case slowMotion

    case transition(Draft.Transition.Kind)
    case transitionWord
    /// Wipe, slide, smooth: a transition that needs a direction.
    case directed(DirectedTransition)
    case hardCut

    case fade
    case fadeIn
    case fadeOut

    case loop(String)
    case another
    case voice(String)
    case language(String)
    case duck
    /// "turn off", "on".
    case switched(on: Bool)

    case shape(Int, Int)
    case resolution(Int)

    case history(HistoryWord)
    case steps

    case word(Preposition)
    case and
    case not
    /// "why", "what", "is it": the sentence asks.
    case asks
    /// Courtesy and articles: may be left over.
    case filler
}

/// What is done.
enum Verb: String, Hashable, Sendable {
    case set, add, remove, replace, move, swap, reverse, duplicate, keep, split, trim, cut
    case mute, unmute, hide, show, loop, rename, raise, lower, use, speak, append, apply, focus
    case rotate
}

enum Quantity: Hashable, Sendable { case all, others, both, only, none }

/// A side of things that may be more or less.
enum Quality: String, Hashable, Sendable, CaseIterable {
    case volume, size, length, speed, brightness, contrast, saturation, strength, height, opacity
    case color, font, position, weight, alignment, animation, spacing, lineHeight, highlight
    case transparency, start, ratio, resolution, frameRate, theme, background, language, name
    case effect, direction, order, fade, rotation, fit, focus, loudness
    case words
}

enum Degree: Hashable, Sendable { case small, large }

enum Direction: String, Hashable, Sendable { case left, right, up, down }

enum TextPart: Hashable, Sendable { case outline, shadow, box }

enum DirectedTransition: String, Hashable, Sendable { case wipe, slide, smooth }

enum HistoryWord: Hashable, Sendable { case undo, redo, startOver }

enum Preposition: String, Hashable, Sendable {
    case to, by, at, from, over, after, before, between, during, with, than, front, back, through
    case lasting
}
