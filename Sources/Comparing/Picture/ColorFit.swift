import Foundation

/// Finds out by which map B's colours come from A's: the simplest one that explains the difference.
struct ColorFit: Sendable {
    /// What was found; nil where colours are the same, or differ in no way that is known.
    private(set) var mistake: ColorMistake?

    /// Whether the colours differ by one map for all of the picture that is none of the known ones.
    private(set) var isGraded = false

    /// The bars, in 8-bit values: below `leastDifference` colours are the same; squares tell
    /// of a mistake where it moves them by `leastMove`; it must leave less than `explained` of the
    /// difference; a more complicated one wins where it leaves `better` of what the simpler leaves.
    private static let leastDifference = 0.75
    private static let leastMove = 1.5
    private static let explained = 0.4
    private static let better = 0.6

    /// The same of luma alone: some values are lost by rounding anywhere.
    private static let leastLevel = 3.0
    private static let explainedLevel = 0.25

    /// What converters add by rounding down, at most.
    private static let bias = 2.0

    /// Squares that a mistake must move before it is believed, and their share.
    private static let leastSquares = 30
    private static let leastShare = 0.01

    /// Squares that are looked at, at most.
    private static let mostSquares = 12_000

    init(_ samples: ColorSamples) {
        guard samples.a.count >= Self.leastSquares else { return }
        let samples = samples.thinned(to: Self.mostSquares)
        let same = Rest(samples) { $0 }
        let map = AffineMap(samples).map { Rest(samples, $0.apply) }
        // A known mistake is about as good as the best map, or it only resembles another one.
        let bar = map.map { 2 * $0.remainder + 0.3 } ?? .infinity
        var best: (mistake: ColorMistake, remainder: Double)?
        for candidate in ColorMistake.named {
            let rest = Rest(samples, candidate.apply)
            let isExplained =
                rest.explains(same, \.biased, Self.leastMove, Self.explained)
                || rest.explains(same, \.plain, Self.leastMove, Self.explained)
            guard isExplained, rest.remainder <= bar else { continue }
            if let best, rest.remainder >= best.remainder * (candidate.isDouble ? Self.better : 1) {
                continue
            }
            best = (candidate, rest.remainder)
        }
        if let level = Self.level(samples) {
            let rest = Rest(samples, level.apply)
            if rest.remainder <= bar, rest.remainder < Self.better * (best?.remainder ?? .infinity),
                rest.explains(same, \.plain, Self.leastLevel, Self.explainedLevel)
            {
                best = (level, rest.remainder)
            }
        }
        mistake = best?.mistake
        isGraded =
            mistake == nil
            && map?.explains(same, \.biased, Self.leastMove, Self.explained) == true
    }

    /// What is left between A's squares after a map and B's, as lengths.
    private struct Rest {
        /// How far the map moves the squares.
        var moves: [Double] = []
        var plain: [Double] = []
        /// Without a converter's bias.
        var biased: [Double] = []
        /// The root mean square of `biased` without the worst tenth.
        var remainder = 0.0

        init(_ samples: ColorSamples, _ map: (SIMD3<Double>) -> SIMD3<Double>) {
            let moved = samples.a.map(map)
            let rests = zip(samples.b, moved).map { $0 - $1 }
            var shift = SIMD3<Double>()
            for channel in 0..<3 {
                let middle = rests.map { $0[channel] }.median ?? 0
                shift[channel] = min(max(middle, -bias), bias)
            }
            moves = zip(samples.a, moved).map { length($1 - $0) }
            plain = rests.map(length)
            biased = rests.map { length($0 - shift) }
            let kept = biased.sorted().prefix(max(1, biased.count * 9 / 10))
            remainder = (kept.reduce(0) { $0 + $1 * $1 } / Double(kept.count)).squareRoot()
        }

        /// Whether the squares that the map moves by `move` are much closer to B than they were.
        func explains(
            _ same: Rest, _ lengths: KeyPath<Rest, [Double]>, _ move: Double, _ explained: Double
        ) -> Bool {
            let moved = moves.indices.filter { moves[$0] >= move }
            guard moved.count >= leastSquares,
                Double(moved.count) >= leastShare * Double(moves.count)
            else { return false }
            let (before, after) = (same[keyPath: lengths], self[keyPath: lengths])
            guard let middle = moved.map({ before[$0] }).median,
                let left = moved.map({ after[$0] }).median
            else { return false }
            return middle >= leastDifference && left <= explained * middle
        }
    }

    /// The straight line from A's luma to B's: by least squares, then once more without the worst
    /// quarter.
    private static func level(_ samples: ColorSamples) -> ColorMistake? {
        var pairs = zip(samples.a, samples.b).map { (a: $0.x, b: $1.x) }
        guard var line = line(pairs) else { return nil }
        pairs.sort {
            abs($0.b - line.gain * $0.a - line.offset) < abs($1.b - line.gain * $1.a - line.offset)
        }
        line = Self.line(pairs.prefix(pairs.count * 3 / 4)) ?? line
        return ColorMistake(gain: line.gain, offset: line.offset)
    }

    /// Nil where A is too flat for a line.
    private static func line(
        _ pairs: some Collection<(a: Double, b: Double)>
    ) -> (gain: Double, offset: Double)? {
        let count = Double(pairs.count)
        let meanA = pairs.reduce(0) { $0 + $1.a } / count
        let meanB = pairs.reduce(0) { $0 + $1.b } / count
        let spread = pairs.reduce(0) { $0 + ($1.a - meanA) * ($1.a - meanA) }
        guard spread > 4 * count else { return (1, meanB - meanA) }
        let gain = pairs.reduce(0) { $0 + ($1.a - meanA) * ($1.b - meanB) } / spread
        guard gain > 0.1 else { return nil }
        return (gain, meanB - gain * meanA)
    }

    private static func length(_ vector: SIMD3<Double>) -> Double {
        (vector * vector).sum().squareRoot()
    }
}
