import BundledMusic
import Foundation
import Media

/// A decoded loop as a wave that goes round, and what can be measured on it.
struct CircularSound: Sendable {
    let block: AudioBlock
    let warnings: [String]

    var count: Int { block.count }

    private init(_ loop: MusicLoop) throws {
        let store = try PCMStore(decoding: loop.file().path)
        block = try store.block(at: 0, count: store.sampleCount)
        warnings = store.warnings
    }

    /// Returns the sound of `loop`, decoded once for all tests.
    static func decoded(_ loop: MusicLoop) throws -> CircularSound {
        try all[loop]?.get() ?? CircularSound(loop)
    }

    private static let all = Dictionary(
        uniqueKeysWithValues: MusicLoop.allCases.map { loop in
            (loop, Result { try CircularSound(loop) })
        })

    /// How far the wave moves from the sample before `place` to the one there, on the louder side.
    func step(at place: Int) -> Float {
        let (here, before) = (index(place), index(place - 1))
        return max(
            abs(block.left[here] - block.left[before]),
            abs(block.right[here] - block.right[before]))
    }

    /// How much the spectrum around `place` differs from that on either side of it: mean difference
    /// in decibels over eight octaves.
    func change(at place: Int) -> Double {
        let floor = 1.5e-8  // What music masks: 66 dB under full scale.
        let length = 2_048
        let parts = [place - length, place, place - length / 2].map { wave(from: $0, length) }
        return (0..<8).reduce(0) { sum, octave in
            let frequency = 80 * pow(2, Double(octave)) / 48_000
            let powers = parts.map { Self.power(of: $0, at: frequency) + floor }
            return sum + abs(10 * log10(2 * powers[2] / (powers[0] + powers[1]))) / 8
        }
    }

    /// The power of a deep tone in `count` samples: means of 32 samples are enough to tell it.
    func bassPower(at hertz: Double, from start: Int, count: Int) -> Double {
        let means = (0..<count / 32).map { part in
            wave(from: start + part * 32, 32).reduce(0, +) / 32
        }
        return Self.power(of: means, at: hertz / 1_500)
    }

    /// Both sides together, `count` samples from `start` on.
    private func wave(from start: Int, _ count: Int) -> [Double] {
        (start..<start + count).map { place in
            let index = index(place)
            return Double(block.left[index] + block.right[index]) / 2
        }
    }

    private func index(_ place: Int) -> Int { (place % count + count) % count }

    /// The power at `frequency` (in cycles a sample) under a Hann window (Goertzel's recurrence).
    private static func power(of wave: [Double], at frequency: Double) -> Double {
        let factor = 2 * cos(2 * .pi * frequency)
        let turn = 2 * .pi / Double(wave.count)
        var (a, b) = (0.0, 0.0)
        for (index, sample) in wave.enumerated() {
            let window = 0.5 - 0.5 * cos(turn * Double(index))
            (a, b) = (sample * window + factor * a - b, a)
        }
        return (a * a + b * b - factor * a * b) / Double(wave.count * wave.count)
    }
}
