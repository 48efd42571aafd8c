import Foundation

/// More or less of something.
struct Scale: Hashable, Sendable {
    var isUp: Bool
    var degree: Degree?
}

extension Scale {
    /// "bigger" as a factor.
    func multiplied(_ quality: Quality) -> Adjustment {
        let factor = DegreeTable.factor(quality, degree)
        return .multiply(isUp ? factor : 1 / factor)
    }

    /// "higher" as a step.
    func added(_ quality: Quality) -> Adjustment {
        let step = DegreeTable.step(quality, degree)
        return .add(isUp ? step : -step)
    }
}
