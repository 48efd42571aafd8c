import Foundation

/// How long the phases of a piece of work took.
struct PhaseClock {
    private(set) var laps: [(name: String, seconds: Double)] = []
    private var last = ContinuousClock.now

    /// Ends a phase that began with the one before it.
    mutating func lap(_ name: String) {
        let now = ContinuousClock.now
        laps.append((name, (now - last) / .seconds(1)))
        last = now
    }

    var total: Double { laps.reduce(0) { $0 + $1.seconds } }

    /// "21.3 s: read 0.2, script 0.0, voice 1.4, frames 19.7".
    var text: String {
        let parts = laps.map { "\($0.name) \(String(format: "%.1f", $0.seconds))" }
        return String(format: "%.1f s", total) + ": " + parts.joined(separator: ", ")
    }
}
