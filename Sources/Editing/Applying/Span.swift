import Foundation

/// When a segment shows or sounds, in milliseconds.
struct Span: Hashable {
    var start: Int
    var length: Int

    /// False where only the file knows the length, and it can't be read: then it is a guess.
    var isKnown = true

    var end: Int { start + length }
    var range: Range<Int> { start..<end }
}
