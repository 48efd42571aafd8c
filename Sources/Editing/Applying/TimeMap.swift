import Foundation

/// Where the times of a timeline go when its main pictures change.
///
/// It is made of pieces, each of which goes somewhere as a whole; what no piece covers is gone.
/// All edits that move, remove, add or resize main pictures move the rest through one of these.
struct TimeMap: Hashable {
    /// A stretch of the old timeline and where it lies in the new one.
    struct Piece: Hashable {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// In the order of the old times; they do not overlap there.
    let pieces: [Piece]

    /// Whether a piece of another length stretches what lies on it.
    ///
    /// Else what lies on it keeps its distance from the start, and a shorter piece loses its end.
    let stretches: Bool

    /// Later than all times of a draft.
    static let eternity = 1 << 40

    init(_ pieces: [Piece], stretches: Bool = false) {
        self.pieces = pieces.sorted { $0.old.lowerBound < $1.old.lowerBound }
        self.stretches = stretches
    }

    /// A stretch goes, and the rest closes up.
    static func cutting(_ range: Range<Int>) -> TimeMap {
        let rest = eternity - range.upperBound
        return TimeMap([
            Piece(old: 0..<range.lowerBound, new: 0..<range.lowerBound),
            Piece(
                old: range.upperBound..<eternity,
                new: range.lowerBound..<range.lowerBound + rest),
        ])
    }

    /// Nothing moves.
    static let identity = TimeMap([Piece(old: 0..<eternity, new: 0..<eternity)])

    /// Everything happens faster by a factor.
    static func pacing(_ factor: Double) -> TimeMap {
        let long = Int((Double(eternity) / factor).rounded())
        return TimeMap([Piece(old: 0..<eternity, new: 0..<long)], stretches: true)
    }

    /// Returns where a time goes; what is gone goes to the start of what follows.
    func image(of time: Int) -> Int {
        guard let piece = pieces.first(where: { time < $0.old.upperBound }) else { return time }
        return image(of: time, on: piece)
    }

    private func image(of time: Int, on piece: Piece) -> Int {
        let offset = max(0, time - piece.old.lowerBound)
        guard stretches else { return min(piece.new.lowerBound + offset, piece.new.upperBound) }
        let share = Double(piece.new.count) / Double(max(1, piece.old.count))
        return piece.new.lowerBound + Int((Double(offset) * share).rounded())
    }

    /// Returns the parts of `span` that stay, in the order of the old times.
    ///
    /// Parts that touch before and after are one.
    func parts(of span: Range<Int>) -> [Piece] {
        var parts: [Piece] = []
        for piece in pieces where piece.old.overlaps(span) {
            let old = piece.old.clamped(to: span)
            let start = image(of: old.lowerBound, on: piece)
            let new = start..<max(start, image(of: old.upperBound, on: piece))
            if let last = parts.last, last.old.upperBound == old.lowerBound,
                last.new.upperBound == new.lowerBound
            {
                parts[parts.count - 1] = Piece(
                    old: last.old.lowerBound..<old.upperBound,
                    new: last.new.lowerBound..<new.upperBound)
            } else {
                parts.append(Piece(old: old, new: new))
            }
        }
        return parts
    }
}
