import Foundation
import Media

/// Short windows of A, spread over it, that are sought in B by their wave at 6 kHz.
struct WaveWindows {
    /// What a window told.
    struct Lag {
        /// Its centre in A, in seconds.
        var seconds: Double

        /// By how much it lies later in B than was thought, in seconds.
        var lag: Double

        /// The correlation there.
        var likeness: Double
    }

    private let a: (analysis: SoundAnalysis, store: PCMStore)
    private let b: (analysis: SoundAnalysis, store: PCMStore)
    private let filter = WaveFilter()

    /// Samples of a window at 6 kHz, 171 ms.
    private static let length = 1_024

    /// Windows with less than −55 dBFS tell nothing.
    private static let least: Float = 3e-6

    init(_ a: (SoundAnalysis, PCMStore), _ b: (SoundAnalysis, PCMStore)) {
        self.a = a
        self.b = b
    }

    /// Returns what each window tells about the lags within ±`reach` seconds of `line`.
    func lags(around line: SoundAlignment, reach: Double) throws(MediaError) -> [Lag] {
        let length = Double(Self.length) / WaveFilter.rate
        let room = a.analysis.seconds - length
        guard room > 0 else { return [] }
        let count = min(max(Int(2 * room), 6), 48)
        var lags: [Lag] = []
        for index in 0...count {
            let start = room * Double(index) / Double(count)
            let there = line.inB(start)
            guard (a.analysis.power(from: start, to: start + length) ?? 0) > Self.least,
                there >= -reach, there + length <= b.analysis.seconds + reach
            else { continue }
            lags.append(try lag(at: start, around: line, reach: reach))
        }
        return lags
    }

    private func lag(
        at start: Double, around line: SoundAlignment, reach: Double
    ) throws(MediaError) -> Lag {
        let margin = Int(reach * WaveFilter.rate)
        let wanted = try filter.wave(of: a.store, at: start, count: Self.length, pace: 1)
        let near = try filter.wave(
            of: b.store, at: line.inB(start) - Double(margin) / WaveFilter.rate,
            count: Self.length + 2 * margin, pace: 1 + line.drift)
        let likeness = Self.correlations(of: wanted, in: near)
        let best = likeness.indices.max { likeness[$0] < likeness[$1] } ?? margin
        let peak = Self.peak(of: likeness, at: best)
        return Lag(
            seconds: start + Double(Self.length) / 2 / WaveFilter.rate,
            lag: (peak - Double(margin)) / WaveFilter.rate, likeness: Double(likeness[best]))
    }

    /// Returns the normalised correlation at each place that `wanted` can have in `near`.
    private static func correlations(of wanted: [Float], in near: [Float]) -> [Float] {
        let energy = wanted.reduce(0) { $0 + $1 * $1 }
        let count = wanted.count
        return wanted.withUnsafeBytes { wanted in
            near.withUnsafeBytes { near in
                (0...near.count / 4 - count).map { lag in
                    var (sum, power): (SIMD8<Float>, SIMD8<Float>) = (.zero, .zero)
                    var index = 0
                    while index < count {
                        let (x, y) = (wanted.eight(at: index), near.eight(at: lag + index))
                        sum += x * y
                        power += y * y
                        index += 8
                    }
                    return sum.sum() / max((energy * power.sum()).squareRoot(), 1e-9)
                }
            }
        }
    }

    /// Returns where the parabola through the values around `index` peaks.
    private static func peak(of values: [Float], at index: Int) -> Double {
        guard index > 0, index + 1 < values.count else { return Double(index) }
        let (before, here, after) = (values[index - 1], values[index], values[index + 1])
        let bend = before - 2 * here + after
        return Double(index) + (bend < 0 ? Double((before - after) / (2 * bend)) : 0)
    }
}

extension UnsafeRawBufferPointer {
    /// Eight floats from number `index` on.
    fileprivate func eight(at index: Int) -> SIMD8<Float> {
        loadUnaligned(fromByteOffset: 4 * index, as: SIMD8<Float>.self)
    }
}
