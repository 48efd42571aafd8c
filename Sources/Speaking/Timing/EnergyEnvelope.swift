import Foundation

/// How loud a sound is over time, one value every 10 ms.
struct EnergyEnvelope: Hashable, Sendable {
    /// The level of each step in decibels of full scale, never below -120.
    let levels: [Float]

    /// The length of a step in milliseconds.
    static let step = 10

    init(_ samples: [Float], sampleRate: Int) {
        let size = max(sampleRate * Self.step / 1_000, 1)
        levels = stride(from: 0, to: samples.count, by: size).map { start in
            let piece = samples[start..<min(start + size, samples.count)]
            let power = piece.reduce(Float(0)) { $0 + $1 * $1 } / Float(piece.count)
            return power > 1e-12 ? 10 * log10(power) : -120
        }
    }

    /// The loudest step.
    var peak: Float { levels.max() ?? -120 }

    /// The level under which a step counts as a pause: relative to the loudest.
    var floor: Float { max(peak - 36, -70) }

    /// The steps from the first to the last that sound.
    var active: Range<Int> {
        guard let first = levels.firstIndex(where: { $0 > floor }),
            let last = levels.lastIndex(where: { $0 > floor })
        else { return 0..<levels.count }
        return first..<last + 1
    }

    /// Returns the runs of quiet steps between sounds that last at least `milliseconds`.
    func pauses(atLeast milliseconds: Int) -> [Range<Int>] {
        let active = active
        var pauses: [Range<Int>] = []
        var start: Int?
        for index in active {
            if levels[index] <= floor {
                if start == nil { start = index }
            } else if let first = start {
                if (index - first) * Self.step >= milliseconds { pauses.append(first..<index) }
                start = nil
            }
        }
        return pauses
    }

    /// Returns the quietest step within `reach` steps of `index`, if it is a real dip.
    ///
    /// A dip is at least 6 dB below the loudest step on either side of it.
    func dip(near index: Int, reach: Int) -> Int? {
        let window = (index - reach..<index + reach + 1).clamped(to: 0..<levels.count)
        guard let low = window.min(by: { levels[$0] < levels[$1] }) else { return nil }
        let before = levels[window.lowerBound..<low].max() ?? -120
        let after = levels[low..<window.upperBound].max() ?? -120
        return min(before, after) - levels[low] >= 6 ? low : nil
    }
}
