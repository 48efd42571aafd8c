import Foundation

extension TimeMap {
    /// What lies on pictures is shown for at least so long, where it was that long before.
    private static let readable = 500

    /// Returns when something is shown that goes with what lies under its start; nil where all of
    /// that is gone.
    ///
    /// It never gets longer. It ends with its picture at the latest where
    /// that gets shorter, and loses what is gone from under it.
    func carry(_ span: Range<Int>) -> Range<Int>? {
        let parts = parts(of: span)
        guard let first = parts.first else { return nil }
        let start = first.new.lowerBound
        let end = end(of: parts, length: span.count)
        let least = min(span.count, Self.readable)
        guard end - start < least else { return start..<end }
        return squeezed(start..<end, at: first.old.lowerBound, least: least)
    }

    /// Returns where the last of `parts` ends; the first may take `length` where what followed it
    /// is elsewhere now.
    private func end(of parts: [Piece], length: Int) -> Int {
        let start = parts[0].new.lowerBound
        var end = parts[0].new.upperBound
        for part in parts.dropFirst() {
            guard part.new.lowerBound >= end else { return start + length }
            end = part.new.upperBound
        }
        return min(end, start + length)
    }

    /// Returns a span of at least `least`, earlier on its piece where it takes that.
    private func squeezed(_ span: Range<Int>, at time: Int, least: Int) -> Range<Int>? {
        guard let piece = pieces.first(where: { $0.old.contains(time) }) else { return span }
        // What is cut off at its sides is short because little of it is left, and stays so.
        guard piece.new.count < piece.old.count || piece.new.isEmpty else {
            return span.isEmpty ? nil : span
        }
        let end = max(span.upperBound, min(span.lowerBound + least, piece.new.upperBound))
        let start = max(piece.new.lowerBound, min(span.lowerBound, end - least))
        return start < end ? start..<end : nil
    }
}
