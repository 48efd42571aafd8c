import Foundation
package import Media

/// What can be said of one sound by itself.
package struct SoundAnalysis: Hashable, Sendable {
    /// A step from one sample to the next that stands alone.
    package struct Click: Hashable, Sendable {
        package var seconds: Double

        /// The second difference, in full scales.
        package var height: Float
    }

    /// How a sound ends.
    package struct Tail: Hashable, Sendable {
        /// When it was last over −60 dBFS, in seconds.
        package var end: Double

        /// The level of its last 20 ms in dBFS: one that stops in its midst is loud to the end.
        package var level: Double
    }

    /// The length, digital silence included.
    package var seconds: Double

    /// LUFS and dBTP.
    package var loudness: Loudness

    /// At most 10 000, in order.
    package var clicks: [Click]

    /// How often three or more samples on end stand at full scale.
    package var clippingRuns: Int

    /// How long such runs are together, over both channels.
    package var clippedSeconds: Double

    /// Stretches of 300 ms and more that stay under −60 dBFS, in seconds.
    package var silences: [Range<Double>]

    /// Nil where all is silent.
    package var tail: Tail?

    /// Mean squares of 10 ms each, over both channels.
    var powers: [Float]

    /// Samples in runs at full scale, of the same 10 ms.
    var clipped: [Int]

    /// The largest second differences, of the same 10 ms.
    var bends: [Float]

    /// The energy of the mix's differences, of 4 ms each.
    var edges: [Float]

    /// Measures the sound of the file at `path`.
    ///
    /// - Throws: an error that names the file where it can't be read or has no sound.
    package static func read(path: String) throws(MediaError) -> SoundAnalysis {
        try SoundAnalysis(PCMStore(decoding: path))
    }

    /// The mean squares that −60 and −50 dBFS are.
    static let silent: Float = 1e-6
    static let heard: Float = 1e-5

    /// Seconds of an entry of `powers` and `clipped`, and of `edges`.
    static let frame = 0.01
    static let edge = 0.004

    /// Returns the level of each 100 ms in dBFS, −100 at least.
    package var envelope: [Float] {
        stride(from: 0, to: powers.count, by: 10).map { start in
            let some = powers[start..<min(start + 10, powers.count)]
            let mean = some.reduce(0, +) / Float(max(some.count, 1))
            return 10 * log10(max(mean, 1e-10))
        }
    }

    /// Returns the mean square between two times in seconds; nil where the sound has none.
    func power(from start: Double, to end: Double) -> Float? {
        let first = max(Int((start / Self.frame).rounded()), 0)
        let last = min(max(Int((end / Self.frame).rounded()), first + 1), powers.count)
        guard first < last else { return nil }
        return powers[first..<last].reduce(0, +) / Float(last - first)
    }
}

extension Float {
    /// The mean square in dBFS.
    var decibels: Double { 10 * log10(Double(max(self, 1e-12))) }
}
