import Foundation

/// A number that a clause names, with how it is meant.
struct Amount: Hashable, Sendable {
    enum Unit: Hashable, Sendable {
        case plain, percent, milliseconds, factor, decibels, degrees, pixels
    }
    var value: Double
    var unit: Unit

    /// "by 5 s", "5 s more": added to what is there.
    var isDelta = false

    /// "to 5 s".
    var isTarget = false
}
