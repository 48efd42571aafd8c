/// One place of a draft that uses a file.
package struct SourceMention: Hashable, Sendable {
    /// What the file is used as.
    package enum Kind: Hashable, Sendable {
        case picture, sound
        /// The table of a `lut` effect.
        case colorTable
    }

    package var kind: Kind

    /// The absolute path; what is written where that is no file.
    package var path: String

    /// Where the draft names it.
    package var place: DraftPlace

    /// When it begins on the timeline, in milliseconds.
    package var start: Int

    /// How long it lasts there, in milliseconds; nil where a problem leaves that open.
    package var duration: Int?

    /// Why it can't be used, in words; nil where it can.
    package var problem: String?

    /// Where in the file it begins, in milliseconds; 0 for what has no length.
    package var sourceStart = 0

    /// Milliseconds of the file in a millisecond of the timeline, 0.25...4.
    package var speed = 1.0

    /// Whether it starts over at its end.
    package var loops = false

    /// Output pixels for a pixel of the picture, the least and the most; nil for what is not seen.
    package var magnification: ClosedRange<Double>?

    /// Whether its Ken Burns move asks for more zoom than the picture has pixels for.
    package var isZoomCapped = false

    /// Whether its sound goes into the mix.
    package var isHeard = false

    /// Milliseconds of the file that are used, beyond its end where it is too short.
    package var sourceDuration: Double { Double(duration ?? 0) * speed }
}
