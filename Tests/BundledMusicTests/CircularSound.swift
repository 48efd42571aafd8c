import BundledMusic
import Foundation
import Media

/// Both sides of a loop as one wave that goes round, and what can be measured on it.
struct CircularSound {
    let samples: [Float]

    var count: Int { samples.count }

    init(_ loop: MusicLoop) throws {
        let store = try PCMStore(decoding: loop.file().path)
        let block = try store.block(at: 0, count: store.sampleCount)
        samples = zip(block.left, block.right).map { ($0 + $1) / 2 }
    }

    /// The power of the third difference in the 64 samples around `place`: large at a click.
    func roughness(at place: Int) -> Double {
        (place - 32..<place + 32).reduce(0) { sum, at in
            let difference = self[at] - 3 * self[at - 1] + 3 * self[at - 2] - self[at - 3]
            return sum + difference * difference
        }
    }

    /// How much the spectrum changes at `place`: mean difference in decibels over nine octaves.
    func change(at place: Int) -> Double {
        let octaves = (0..<9).map { 40 * pow(2, Double($0)) }
        return octaves.reduce(0) { sum, hertz in
            let before = power(at: hertz, from: place - 4_096, count: 4_096)
            let after = power(at: hertz, from: place, count: 4_096)
            return sum + abs(10 * log10((after + 1e-9) / (before + 1e-9))) / 9
        }
    }

    /// The power at `hertz` in `count` samples under a Hann window (Goertzel's recurrence).
    func power(at hertz: Double, from start: Int, count: Int) -> Double {
        let factor = 2 * cos(2 * .pi * hertz / 48_000)
        var (a, b) = (0.0, 0.0)
        for index in 0..<count {
            let window = 0.5 - 0.5 * cos(2 * .pi * Double(index) / Double(count))
            (a, b) = (self[start + index] * window + factor * a - b, a)
        }
        return (a * a + b * b - factor * a * b) / Double(count * count)
    }

    private subscript(_ index: Int) -> Double {
        Double(samples[((index % count) + count) % count])
    }
}
