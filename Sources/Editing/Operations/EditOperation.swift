import Foundation
package import Planning

/// One change of a draft, in full: nothing about it is left to be guessed.
///
/// It is what a sentence means. Times are milliseconds, lengths of text 1/1080 of the canvas'
/// shorter side, places and shares fractions.
package enum EditOperation: Hashable, Sendable {
    case whole(WholeChange)
    case picture(Reference, PictureChange)
    case order(OrderChange)
    case transition(Cuts, TransitionChange)
    case text(Reference, TextChange)
    case addText(NewText)
    case sound(Reference, SoundChange)
    case music(MusicChoice)
    /// A file, by its path in the draft, as another sound: narration, music or an effect.
    case addSound(source: String, role: Draft.Track.Role, at: Int)
    /// What is named goes.
    case remove(Reference)
    /// All that shows and sounds in a stretch of the timeline goes, and the rest closes up.
    case cutOut(Range<Int>)
    /// Fades of what is named, in milliseconds; nil leaves a side as it is, 0 takes it away.
    case fade(Reference, in: Int?, out: Int?)
    /// Fades of the whole: of the first and last pictures, of texts that touch the ends, and of sound.
    case fadeWhole(in: Int?, out: Int?)
    /// When a text, a sound or an overlay begins, and how long it lasts.
    case timing(Reference, start: Adjustment?, length: Adjustment?)
    case hide(Reference, Bool)
}

/// Changes of the draft as a whole.
package enum WholeChange: Hashable, Sendable {
    /// The canvas' shape, width to height; its shorter side stays.
    case aspect(Int, Int)
    /// The canvas' shorter side in pixels; its shape stays.
    case resolution(Int)
    case size(width: Int, height: Int)
    case frameRate(FrameRate)
    /// The length in milliseconds.
    case length(Adjustment)
    /// Everything plays at another pace: factors above 1 are faster.
    case pace(Double)
    case theme(String)
    case background(Color)
    /// `m.lang`, a BCP 47 tag.
    case language(String)
    /// `m.title`, the name of the video.
    case name(String)
    /// In LUFS, or by so many dB.
    case loudness(Adjustment)
}

/// Changes of pictures.
package enum PictureChange: Hashable, Sendable {
    case length(Adjustment)
    /// The source that takes its place: a path of the draft.
    case source(String)
    case speed(Adjustment)
    /// Shows this stretch of the source, in milliseconds; an open end is the source's.
    case trim(start: Int?, end: Int?)
    /// This much less at the front and at the back, in milliseconds.
    case shave(front: Int, back: Int)
    case move(CameraMove)
    case fit(PictureContent.Fit)
    case opacity(Adjustment)
    /// Degrees clockwise.
    case rotation(Adjustment)
    /// Corners, in 1/1080 of the shorter side.
    case radius(Double)
    /// The share of the canvas' width and height that its box takes.
    case scale(Adjustment)
    /// Where its box is: fractions of the canvas.
    case place(x: Double?, y: Double?)
    /// The gain of a film's own sound.
    case volume(Adjustment)
    case loop(Bool)
    /// Adds an effect, or changes the one of this kind.
    case effect(Draft.Effect.Kind, [String: Adjustment])
    case removeEffect(Draft.Effect.Kind?)
}

/// A Ken Burns move: how the view travels.
package enum CameraMove: Hashable, Sendable {
    /// By name; a strength is the zoom that it reaches, as 1.2.
    case preset(Draft.KenBurns.Preset, strength: Double?)
    /// The present move's amount of zoom and travel times this.
    case strength(Double)
    /// Where a zoom goes to, or comes from: fractions of the picture.
    case focus(x: Double, y: Double)
    case reverse
    case none
}

/// Changes in the order and number of pictures.
package enum OrderChange: Hashable, Sendable {
    case add(sources: [String], at: Placement, length: Int?)
    case move(Reference, to: Placement)
    case swap(Reference, Reference)
    case reverse
    case duplicate(Reference)
    /// Only these stay.
    case keep(Reference)
    /// Cuts the picture in two at this time of the timeline, in milliseconds.
    case split(at: Int)
}

/// Which cuts between pictures are meant.
package enum Cuts: Hashable, Sendable {
    case all
    case between(Reference, Reference)
    case before(Reference)
    case after(Reference)
}

package enum TransitionChange: Hashable, Sendable {
    /// A kind, nil for the present one or `fade`; a length, nil for the present one or 500 ms.
    case set(Draft.Transition.Kind?, length: Adjustment?)
    case remove
}

/// Changes of texts.
package enum TextChange: Hashable, Sendable {
    case words(String)
    /// Takes `new` for each `old` in it.
    case replace(old: String, new: String)
    case append(String)
    case preset(Draft.TextStyle.Preset)
    case color(Color)
    case size(Adjustment)
    case font(String)
    case weight(Int)
    case italic(Bool)
    case upper(Bool)
    case alignment(TextStyle.Alignment)
    case lineHeight(Adjustment)
    case spacing(Adjustment)
    /// Nil takes it away.
    case outline(color: Color?, width: Double?)
    case noOutline
    case shadow(Bool)
    /// A box behind the words; nil takes the usual colour.
    case box(Color?)
    case noBox
    case highlight(Color)
    /// Where its centre is, and how it is set there; nil leaves an axis.
    case place(TextPlace)
    /// By fractions of the canvas.
    case nudge(dx: Double, dy: Double)
    case animation(entrance: Draft.TextAnimation.Kind?, exit: Draft.TextAnimation.Kind?)
    case animationLength(Int)
    case opacity(Adjustment)
}

/// Where a text stands, as people name it.
package struct TextPlace: Hashable, Sendable {
    package enum Row: String, Hashable, Sendable { case top, middle, bottom }
    package enum Column: String, Hashable, Sendable { case left, center, right }
    package var row: Row?
    package var column: Column?

    package init(row: Row? = nil, column: Column? = nil) {
        self.row = row
        self.column = column
    }
}

/// A text that is added.
package struct NewText: Hashable, Sendable {
    package var kind: Reference.Kind
    package var words: String
    /// Nil for the time that goes with its kind.
    package var start: Int?
    package var length: Int?
    /// Over this picture, for as long as it shows.
    package var over: Reference?
    package var changes: [TextChange] = []

    package init(_ kind: Reference.Kind, _ words: String) {
        self.kind = kind
        self.words = words
    }
}

/// Changes of what is heard.
package enum SoundChange: Hashable, Sendable {
    /// The gain that is heard, track and segment together: 0.35 is 35 %.
    case volume(Adjustment)
    case mute(Bool)
    case speed(Adjustment)
    case loop(Bool)
    case source(String)
    /// dB under speech; 0 for off.
    case duck(Adjustment)
    /// What is spoken.
    case words(String)
    case replace(old: String, new: String)
    case voice(String)
    case trim(start: Int?, end: Int?)
}

/// Music that takes the place of the present one, or comes where there is none.
package struct MusicChoice: Hashable, Sendable {
    package enum Piece: Hashable, Sendable {
        /// A bundled loop, by its name.
        case loop(String)
        /// A path of the draft.
        case file(String)
        /// Any other than the present one.
        case another
    }
    package var piece: Piece
    /// Nil for the present level, or 0.35.
    package var volume: Double?

    package init(_ piece: Piece, volume: Double? = nil) {
        self.piece = piece
        self.volume = volume
    }
}
