import Foundation
import Media

/// Brings sound down to 6 kHz for finding waves again: the mix, lows held back.
struct WaveFilter {
    /// Samples a second of what comes out.
    static let rate = 6_000.0

    /// Samples at 48 kHz from one that comes out to the next.
    private static let step = 8.0

    /// A low pass at 2.4 kHz: a sinc in a Hann window.
    private let taps: [Float]

    init() {
        let count = 48
        let values = (0..<count).map { tap in
            let distance = Double(tap) - Double(count - 1) / 2
            let angle = 2 * .pi * distance / 20
            return sin(angle) / angle * pow(cos(.pi * distance / Double(count)), 2)
        }
        let sum = values.reduce(0, +)
        taps = values.map { Float($0 / sum) }
    }

    /// Returns `count` samples from `seconds` on, where a second takes `pace`.
    func wave(
        of store: PCMStore, at seconds: Double, count: Int, pace: Double
    ) throws(MediaError) -> [Float] {
        // One more in front, for the differences.
        let begin = seconds * 48_000 - WaveFilter.step * pace
        let first = Int(begin.rounded(.down)) - taps.count / 2
        let length = Int(Double(count + 1) * WaveFilter.step * pace) + taps.count + 8
        let block = try store.block(at: first, count: length)
        let mix = zip(block.left, block.right).map(SoundMix.of)
        let low = (0...count).map { index in
            let place = begin + Double(index) * WaveFilter.step * pace
            return filtered(mix, at: Int(place.rounded()) - taps.count / 2 - first)
        }
        return (1...count).map { low[$0] - 0.9 * low[$0 - 1] }
    }

    private func filtered(_ samples: [Float], at start: Int) -> Float {
        samples.withUnsafeBufferPointer { samples in
            taps.withUnsafeBufferPointer { taps in
                var sum: Float = 0
                var tap = 0
                while tap < taps.count {
                    sum += samples[start + tap] * taps[tap]
                    tap += 1
                }
                return sum
            }
        }
    }
}
