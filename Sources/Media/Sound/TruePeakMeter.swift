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
    /// Stretches where nothing between the samples can exceed `floor` are left alone.
    func measure(_ samples: [Float], above floor: Float, into peaks: inout [Float]) {
        let reach = TruePeakMeter.reach
        samples.withUnsafeBufferPointer { samples in
            peaks.withUnsafeMutableBufferPointer { peaks in
                for start in stride(from: 0, to: peaks.count, by: stretch) {
                    let count = min(stretch, peaks.count - start)
                    let near = UnsafeBufferPointer(
                        rebasing: samples[start..<start + count + 2 * reach])
                    guard near.contains(where: { abs($0) * overshoot > floor }) else { continue }
                    raise(UnsafeMutableBufferPointer(rebasing: peaks[start..<start + count]), near)
                }
            }
        }
    }

    /// Samples that are looked at together: few enough to stay in the fastest cache.
    private let stretch = 512

    private func raise(
        _ peaks: UnsafeMutableBufferPointer<Float>, _ samples: UnsafeBufferPointer<Float>
    ) {
        let reach = TruePeakMeter.reach
        withUnsafeTemporaryAllocation(of: Float.self, capacity: peaks.count + 1) { between in
            for index in 0..<peaks.count {
                peaks[index] = max(peaks[index], abs(samples[reach + index]))
            }
            for taps in phases {
                interpolate(samples, taps, into: between)
                for index in 0..<peaks.count {
                    peaks[index] = max(
                        peaks[index], max(abs(between[index]), abs(between[index + 1])))
                }
            }
        }
    }

    /// Computes the point after each sample from the last one of the context on.
    ///
    /// Four taps at a time over all points: the compiler makes vector code of it.
    private func interpolate(
        _ samples: UnsafeBufferPointer<Float>, _ taps: [Float],
        into points: UnsafeMutableBufferPointer<Float>
    ) {
        points.initialize(repeating: 0)
        for tap in stride(from: 0, to: taps.count, by: 4) {
            let (a, b, c, d) = (taps[tap], taps[tap + 1], taps[tap + 2], taps[tap + 3])
            for index in 0..<points.count {
                let at = tap + index
                points[index] +=
                    a * samples[at] + b * samples[at + 1] + c * samples[at + 2] + d
                    * samples[at + 3]
            }
        }
    }
}
