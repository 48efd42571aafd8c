import Foundation
import Planning

extension EditWalk {
    /// Returns `value` after the change: what is set must be possible, what is relative stops at
    /// the border.
    func bounded(
        _ adjustment: Adjustment, _ value: Double, _ range: ClosedRange<Double>
    ) throws(EditProblem) -> Double {
        let new = adjustment.applied(to: value)
        let isSet = if case .set = adjustment { true } else { false }
        guard new.isFinite, !isSet || range.contains(new) else {
            throw .outOfBounds(operation, allowed: range)
        }
        return min(max(new, range.lowerBound), range.upperBound)
    }

    /// Returns a length or time in whole milliseconds after the change.
    func milliseconds(
        _ adjustment: Adjustment, _ value: Int, _ range: ClosedRange<Int>
    ) throws(EditProblem) -> Int {
        let bounds = Double(range.lowerBound)...Double(range.upperBound)
        return Int(try bounded(adjustment, Double(value), bounds).rounded())
    }

    /// Checks that a number of milliseconds is possible.
    func check(_ value: Int, _ range: ClosedRange<Int>) throws(EditProblem) {
        guard range.contains(value) else {
            throw .outOfBounds(
                operation, allowed: Double(range.lowerBound)...Double(range.upperBound))
        }
    }

    /// The shortest length that an edit gives to a segment, in milliseconds.
    static let shortestLength = 40
    static let lengths = shortestLength...Draft.longestTime
}

extension Double {
    /// The nearest number with so many decimals; halves go up, as written: 0.35 times 1.5 is 0.53.
    func rounded(places: Int) -> Double {
        let scale = pow(10, Double(places))
        // What a double is short of a written half.
        let grain = magnitude * scale * 1e-12
        return (self * scale + (self < 0 ? -grain : grain)).rounded() / scale
    }
}
