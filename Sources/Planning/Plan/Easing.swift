import Foundation

/// How progress follows time.
///
/// `in`, `out` and `inOut` are sine curves.
package enum Easing: String, Hashable, Sendable, CaseIterable {
    case linear
    case `in`
    case out
    case inOut
    case inOutCubic

    /// Returns the eased progress for `time` in 0...1; 0 and 1 map to themselves.
    package func value(at time: Double) -> Double {
        switch self {
        case .linear: time
        case .in: 1 - cos(time * .pi / 2)
        case .out: sin(time * .pi / 2)
        case .inOut: (1 - cos(time * .pi)) / 2
        case .inOutCubic: time < 0.5 ? 4 * time * time * time : 1 - pow(2 - 2 * time, 3) / 2
        }
    }
}
