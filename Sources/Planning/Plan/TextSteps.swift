import Foundation

/// Pieces of a text that come one after the other, or go in the reverse order.
package struct TextSteps: Hashable, Sendable {
    /// The offset of each piece's first character (grapheme cluster) in the text, rising from 0; at
    /// least one.
    package var starts: [Int]

    /// Frames from the start of one piece to that of the next, fractional.
    package var interval: Double

    /// Frames in which a piece fades in; 0 where it is there at once.
    package var fade: Double

    package init(starts: [Int], interval: Double, fade: Double) {
        self.starts = starts
        self.interval = interval
        self.fade = fade
    }

    /// Returns how much of a piece there is, 0...1, `time` frames after the first began to come, or
    /// before the last is gone.
    ///
    /// It fades with a cubic ease out.
    package func share(of piece: Int, at time: Double) -> Double {
        let age = time - Double(piece) * interval
        guard fade > 0 else { return age >= 0 ? 1 : 0 }
        let rest = 1 - min(max(age / fade, 0), 1)
        return 1 - rest * rest * rest
    }

    /// Whether all pieces are there at `time`.
    package func isComplete(at time: Double) -> Bool {
        time >= Double(starts.count - 1) * interval + fade
    }
}
