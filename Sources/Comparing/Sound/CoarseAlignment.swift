import Foundation

/// An alignment to some milliseconds, by how the sound rises and falls.
///
/// Stretches of A are sought in B, and of the lags that each allows the line is taken that all
/// together like best: over a long film a drift is larger than the precision.
struct CoarseAlignment {
    /// In seconds at A's second 0, and as a part of the time.
    private(set) var offset = 0.0
    private(set) var drift = 0.0

    /// The mean correlation of the stretches, 0...1.
    private(set) var likeness = 0.0

    /// The farthest offset, and the length of a stretch, in entries of 4 ms.
    private static let reach = 2_500
    private static let length = 2_000

    /// The largest drift.
    private static let mostDrift = 0.0025

    /// How likely the lags of a stretch are, from −`reach` on.
    private struct Curve {
        var centre: Int
        var likeness: [Float]
    }

    init(_ a: [Float], _ b: [Float], expected: Double) {
        let (a, b) = (Self.changes(a), Self.changes(b))
        let length = min(Self.length, a.count)
        let parts = min(max(a.count / 1_500, 1), 8)
        let transform = FourierTransform(count: 8_192)
        let curves = (0..<parts).compactMap { part -> Curve? in
            let start = parts == 1 ? 0 : part * (a.count - length) / (parts - 1)
            return Self.curve(a, start..<start + length, b, transform)
        }
        guard let first = curves.first, let last = curves.last else { return }
        let span = last.centre - first.centre
        let slips = Int(Double(span) * Self.mostDrift)
        var best: (value: Float, lag: Int, slip: Int) = (-.infinity, 0, 0)
        for slip in -slips...slips {
            let sum = Self.sum(curves, slip: slip, span: span, expected: expected)
            guard let top = sum.indices.max(by: { sum[$0] < sum[$1] }) else { continue }
            if sum[top] > best.value { best = (sum[top], top - Self.reach, slip) }
        }
        drift = span > 0 ? Double(best.slip) / Double(span) : 0
        offset = SoundAnalysis.edge * (Double(best.lag) - drift * Double(first.centre))
        likeness = Double(best.value)
    }

    /// Adds up the curves along the lags that drift by `slip` entries from the first to the last.
    ///
    /// What is far from the expected lag must be a little better to win.
    private static func sum(
        _ curves: [Curve], slip: Int, span: Int, expected: Double
    ) -> [Float] {
        let wanted = Float(expected / SoundAnalysis.edge) + Float(reach)
        var sum = (0...2 * reach).map { -0.02 * abs(Float($0) - wanted) / Float(reach) }
        let weight = 1 / Float(curves.count)
        for curve in curves {
            let part = span > 0 ? Double(curve.centre - curves[0].centre) / Double(span) : 0
            let shift = Int((Double(slip) * part).rounded())
            for lag in max(-shift, 0)...min(2 * reach - shift, 2 * reach) {
                sum[lag] += weight * curve.likeness[lag + shift]
            }
        }
        return sum
    }

    /// Returns by how much the sound got louder in 20 ms, in logarithms; faint sound counts little.
    private static func changes(_ energies: [Float]) -> [Float] {
        let mean = energies.reduce(0, +) / Float(max(energies.count, 1))
        let levels = energies.map { log($0 + 1e-3 * mean + 1e-12) }
        return levels.indices.map { $0 < 5 ? 0 : levels[$0] - levels[$0 - 5] }
    }

    /// Correlates a stretch of `a` with `b` at all lags; nil where the stretch has no features.
    private static func curve(
        _ a: [Float], _ range: Range<Int>, _ b: [Float], _ transform: FourierTransform
    ) -> Curve? {
        var (ar, ai) = ([Float](repeating: 0, count: transform.count), [Float]())
        ai = ar
        var (br, bi) = (ar, ar)
        for index in range { ar[index - range.lowerBound] = a[index] }
        let energy = a[range].reduce(0) { $0 + $1 * $1 }
        let near = range.lowerBound - reach..<range.upperBound + reach
        let known = near.clamped(to: 0..<b.count)
        for index in known { br[index - near.lowerBound] = b[index] }
        let energies = sliding(br, count: range.count)
        let typical = (energies.max() ?? 0) * 0.3
        guard energy > 1e-3 * Float(range.count), typical > 0 else { return nil }
        transform.forward(&ar, &ai)
        transform.forward(&br, &bi)
        for index in 0..<transform.count {
            let (real, imaginary) = (
                ar[index] * br[index] + ai[index] * bi[index],
                ar[index] * bi[index] - ai[index] * br[index]
            )
            (br[index], bi[index]) = (real, imaginary)
        }
        transform.backward(&br, &bi)
        let values = (0...2 * reach).map { lag in
            br[lag] / Float(transform.count) / (energy * max(energies[lag], typical)).squareRoot()
        }
        let smooth = values.indices.map { index in
            (values[max(index - 1, 0)] + 2 * values[index]
                + values[min(index + 1, 2 * reach)]) / 4
        }
        return Curve(centre: (range.lowerBound + range.upperBound) / 2, likeness: smooth)
    }

    /// Returns the energies of the stretches of `count` that begin at each lag.
    private static func sliding(_ values: [Float], count: Int) -> [Float] {
        var sums = [0.0]
        for value in values { sums.append(sums[sums.count - 1] + Double(value * value)) }
        return (0...2 * reach).map { Float(sums[$0 + count] - sums[$0]) }
    }
}
