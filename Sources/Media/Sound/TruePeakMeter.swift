import Foundation

/// Finds the peaks of a wave between its samples, four times as fine (ITU-R BS.1770-4, annex 2).
struct TruePeakMeter: Sendable {
    /// Samples of context that a point between two samples needs on either side.
    static let reach = 12

    /// The highest factor by which a point between samples can rise over all samples around it.
    let overshoot: Float

    /// Hann-windowed sinc coefficients at a quarter, a half and three quarters of a sample.
    private let phases: [[Float]]

    init() {
        phases = [0.25, 0.5, 0.75].map(TruePeakMeter.phase)
        overshoot = phases.map { $0.reduce(0) { $0 + abs($1) } }.max() ?? 1
    }

    private static func phase(_ fraction: Double) -> [Float] {
        let taps = (0..<2 * reach).map { tap in
            let distance = Double(tap - reach + 1) - fraction
            let sinc = sin(.pi * distance) / (.pi * distance)
            return sinc * pow(cos(.pi * distance / Double(2 * reach)), 2)
        }
        let sum = taps.reduce(0, +)
        return taps.map { Float($0 / sum) }
    }

    /// Raises each of `peaks` to the highest value near its sample.
    ///
    /// `samples` holds `reach` samples of context, then one for each peak, then `reach` more.
    func measure(_ samples: [Float], into peaks: inout [Float]) {
        let (count, reach) = (peaks.count, TruePeakMeter.reach)
        for index in 0..<count { peaks[index] = max(peaks[index], abs(samples[reach + index])) }
        var between = [Float](repeating: 0, count: count + 1)
        for taps in phases {
            interpolate(samples, taps, into: &between)
            for index in 0..<count {
                peaks[index] = max(peaks[index], abs(between[index]), abs(between[index + 1]))
            }
        }
    }

    /// Computes the point after each sample from the last one of the context on.
    ///
    /// One tap at a time over all points: the compiler makes vector code of it.
    private func interpolate(_ samples: [Float], _ taps: [Float], into points: inout [Float]) {
        let count = points.count
        samples.withUnsafeBufferPointer { samples in
            points.withUnsafeMutableBufferPointer { points in
                points.update(repeating: 0)
                for (offset, tap) in taps.enumerated() {
                    for index in 0..<count { points[index] += tap * samples[index + offset] }
                }
            }
        }
    }
}
