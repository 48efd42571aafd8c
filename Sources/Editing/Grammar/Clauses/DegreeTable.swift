import Foundation

/// How much words of degree change things.
enum DegreeTable {
    /// A factor for "more"; "less" divides by it.
    static func factor(_ quality: Quality, _ degree: Degree?) -> Double {
        let row: (small: Double, plain: Double, large: Double) =
            switch quality {
            case .volume: (1.2, 1.5, 2)
            case .strength: (1.25, 1.5, 2)
            default: (1.1, 1.25, 1.5)
            }
        return pick(row, degree)
    }

    /// What is added for "more".
    static func step(_ quality: Quality, _ degree: Degree?) -> Double {
        let row: (small: Double, plain: Double, large: Double) =
            switch quality {
            case .brightness: (0.05, 0.1, 0.2)
            case .height: (0.03, 0.06, 0.12)
            case .opacity, .transparency: (0.1, 0.2, 0.4)
            case .loudness: (1.5, 3, 6)
            case .start: (250, 500, 1000)
            default: (0.1, 0.2, 0.4)
            }
        return pick(row, degree)
    }

    private static func pick(
        _ row: (small: Double, plain: Double, large: Double), _ degree: Degree?
    ) -> Double {
        switch degree {
        case .small: row.small
        case nil: row.plain
        case .large: row.large
        }
    }
}
