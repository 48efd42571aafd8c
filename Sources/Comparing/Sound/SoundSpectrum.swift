import Foundation
import Media

/// The mean level of each third of an octave from 50 Hz to 20 kHz, in dBFS.
package enum SoundSpectrum {
    /// The bands' centres in Hz.
    package static let centres = (-13...13).map { 1_000 * pow(2, Double($0) / 3) }

    /// Samples that are looked at together, and how often.
    private static let length = 4_096
    private static let most = 64

    /// Measures both sounds at the same moments, spread over all that they share.
    static func levels(
        _ a: PCMStore, _ b: PCMStore, _ alignment: SoundAlignment
    ) throws(MediaError) -> (a: [Float], b: [Float]) {
        let transform = FourierTransform(count: length)
        let window = (0..<length).map {
            Float(0.5 - 0.5 * cos(2 * .pi * Double($0) / Double(length)))
        }
        let first = max(alignment.inA(0), 0)
        let end = min(Double(a.sampleCount), alignment.inA(Double(b.sampleCount) / 48_000) * 48_000)
        let room = end / 48_000 - first - Double(length) / 48_000
        let count = min(max(Int(room * 48_000) / length, 1), most)
        var powers = (
            a: [Float](repeating: 0, count: length / 2), b: [Float](repeating: 0, count: length / 2)
        )
        for index in 0..<count {
            let start = first + max(room, 0) * (Double(index) + 0.5) / Double(count)
            var here = try mix(a, at: start, window)
            var there = try mix(b, at: alignment.inB(start), window)
            // Two real waves in one complex one: their spectra are its even and odd parts.
            transform.forward(&here, &there)
            for bin in 1..<length / 2 {
                let (r, i) = (here[bin], there[bin])
                let (rr, ii) = (here[length - bin], there[length - bin])
                powers.a[bin] += ((r + rr) * (r + rr) + (i - ii) * (i - ii)) / 4
                powers.b[bin] += ((i + ii) * (i + ii) + (r - rr) * (r - rr)) / 4
            }
        }
        // By Parseval, for the window's mean square.
        let scale = 2 / (Float(length) * Float(length) * 0.375 * Float(count))
        return (bands(powers.a, scale), bands(powers.b, scale))
    }

    private static func mix(
        _ store: PCMStore, at seconds: Double, _ window: [Float]
    ) throws(MediaError) -> [Float] {
        let block = try store.block(at: Int((seconds * 48_000).rounded()), count: length)
        return (0..<length).map { SoundMix.of(block.left[$0], block.right[$0]) * window[$0] }
    }

    /// Sums up bins; those on a border go to both sides by their parts.
    private static func bands(_ powers: [Float], _ scale: Float) -> [Float] {
        let width = 48_000 / Double(length)
        return centres.map { centre in
            let (low, high) = (centre * pow(2, -1.0 / 6) / width, centre * pow(2, 1.0 / 6) / width)
            var sum: Float = 0
            for bin in Int(low + 0.5)...min(Int(high + 0.5), powers.count - 1) {
                let part = min(high, Double(bin) + 0.5) - max(low, Double(bin) - 0.5)
                sum += Float(max(part, 0)) * powers[bin]
            }
            return 10 * log10(max(sum * scale, 1e-10))
        }
    }
}
