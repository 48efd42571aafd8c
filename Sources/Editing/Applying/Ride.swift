import Foundation

/// How the rest of a draft goes along when the main pictures change.
struct Ride {
    var map: TimeMap

    /// When the main pictures begin.
    var start: Int

    /// When they ended and end now.
    var oldEnd: Int
    var newEnd: Int

    /// Whether words keep their times, because there is narration.
    var wordsRule: Bool

    /// Whether everything loses what the map takes away, sounds and narration too.
    var cutsAll: Bool

    /// Whether what shows in `span` spans the whole.
    func spansWhole(_ span: Span) -> Bool {
        span.start <= start && span.end >= oldEnd && oldEnd > start
    }

    /// Returns a span that ends with the whole at the latest, if it did before; nil where nothing
    /// of it is left.
    func clipped(_ span: Range<Int>, before: Range<Int>) -> Range<Int>? {
        guard before.upperBound <= oldEnd, span.upperBound > newEnd else { return span }
        return span.lowerBound < newEnd ? span.lowerBound..<newEnd : nil
    }
}
