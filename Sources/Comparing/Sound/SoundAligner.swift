import Foundation
import Media

/// Finds where the times of A lie in B: by the rise and fall of the sound first, then by its wave.
struct SoundAligner {
    private let a: SoundAnalysis
    private let b: SoundAnalysis
    private let windows: WaveWindows

    init(_ a: (SoundAnalysis, PCMStore), _ b: (SoundAnalysis, PCMStore)) {
        self.a = a.0
        self.b = b.0
        windows = WaveWindows(a, b)
    }

    /// Returns the best alignment with an offset within ±10 s; nil where either is silent or too
    /// short to tell.
    ///
    /// `expected`, in seconds, is what is taken where many are as good: a steady tone fits anywhere.
    func alignment(expected: Double) throws(MediaError) -> SoundAlignment? {
        guard a.tail != nil, b.tail != nil else { return nil }
        let coarse = CoarseAlignment(a.edges, b.edges, expected: expected)
        var best = try refined(from: coarse.offset, drift: coarse.drift)
        guard coarse.likeness < SoundAligner.sure else { return best }
        for offset in [expected, 0] {
            guard let other = try refined(from: offset, drift: 0) else { continue }
            if other.confidence > (best?.confidence ?? 0) - 0.02 { best = other }
        }
        return best
    }

    /// What the rise and fall of the sound can't have in common by chance.
    private static let sure = 0.5

    /// Looks within ±20 ms of a guess, and then within ±5 ms of what came of it.
    private func refined(
        from offset: Double, drift: Double
    ) throws(MediaError) -> SoundAlignment? {
        var line = SoundAlignment(offset: offset, drift: drift, confidence: 0)
        for reach in [0.02, 0.005] {
            let lags = try windows.lags(around: line, reach: reach)
            guard !lags.isEmpty else { return nil }
            let best = lags.map(\.likeness).max() ?? 0
            let good = lags.filter { $0.likeness >= max(0.3, 0.7 * best) }
            line.confidence = lags.map(\.likeness).median ?? 0
            guard !good.isEmpty else { return line }
            let (start, slope) = Self.line(through: good.map { ($0.seconds, $0.lag) })
            line.offset += start
            line.drift += slope
        }
        return line
    }

    /// Returns the line through points that half of may lie anywhere (Theil and Sen).
    ///
    /// Points within two seconds say nothing of a slope.
    static func line(
        through points: [(x: Double, y: Double)]
    ) -> (start: Double, slope: Double) {
        var slopes: [Double] = []
        for (index, point) in points.enumerated() {
            for other in points[(index + 1)...] where other.x - point.x >= 1 {
                slopes.append((other.y - point.y) / (other.x - point.x))
            }
        }
        let span = (points.map(\.x).max() ?? 0) - (points.map(\.x).min() ?? 0)
        let slope = span < 2 ? 0 : slopes.median ?? 0
        return (points.map { $0.y - slope * $0.x }.median ?? 0, slope)
    }
}
