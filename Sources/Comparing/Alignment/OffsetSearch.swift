/// Finds roughly how late one film is against another: the lag at which their small pictures,
/// without what never changes while both run, agree best.
struct OffsetSearch {
    /// Seconds between two lags.
    static let step = 0.02
    /// The greatest lag, in seconds.
    static let reach = 10.0

    /// How well the films agree at the best lag, -1...1.
    private(set) var score = 0.0
    /// Seconds by which B is late.
    private(set) var lag = 0.0
    /// Whether other lags agree clearly less.
    private(set) var isClear = false

    private let a: Features
    private let b: Features

    /// What is known of the lag beforehand.
    struct Guess: Hashable, Sendable {
        /// The lag that the sound tells, in seconds; decides where the picture can't.
        var expected: Double?
        /// Whether no other lag is looked for.
        var isCertain = false
    }

    /// Compares the films' coarse pictures.
    ///
    /// - Parameters:
    ///   - a: The film that tells the time.
    ///   - seriesA: Its coarse pictures.
    ///   - b: The film that may be late.
    ///   - seriesB: Its coarse pictures.
    ///   - guess: What is known of the lag beforehand.
    init(
        _ a: VideoSignature, _ seriesA: PictureSeries, _ b: VideoSignature,
        _ seriesB: PictureSeries, _ guess: Guess
    ) {
        self.a = Features(a, seriesA)
        self.b = Features(b, seriesB)
        if guess.isCertain { lag = guess.expected ?? 0 } else { search(guess.expected) }
    }

    private mutating func search(_ expected: Double?) {
        let steps = Int(Self.reach / Self.step)
        let half = 2  // every other one first: pictures change little within two hundredths
        var scores: [(lag: Double, score: Double)] = []
        for index in stride(from: -steps, through: steps, by: half) {
            let lag = Double(index) * Self.step
            if let score = agreement(lag) { scores.append((lag, score)) }
        }
        guard let best = scores.max(by: { rank($0, expected) < rank($1, expected) }) else {
            lag = expected ?? 0
            return
        }
        (lag, score) = best
        let worse = scores.filter { abs($0.lag - best.lag) < 1 }.map(\.score).min() ?? score
        isClear = score - worse > 0.02 && a.moves && b.moves
        if let expected, abs(expected) <= Self.reach, let there = agreement(expected) {
            if !isClear || score - there < 0.01 { (lag, score) = (expected, there) }
        } else if !isClear {
            lag = 0
        }
    }

    /// Films that repeat themselves agree at several lags: the nearest is meant.
    private func rank(_ one: (lag: Double, score: Double), _ expected: Double?) -> Double {
        one.score - 0.0005 * abs(one.lag - (expected ?? 0))
    }

    private func agreement(_ lag: Double) -> Double? {
        let start = max(a.start, b.start - lag)
        let end = min(a.end, b.end - lag)
        let least = min(0.35 * min(a.end - a.start, b.end - b.start), 3)
        guard end - start > max(least, 0.05) else { return nil }
        let count = min(max(Int((end - start) * 25), 8), 160)
        let pairs = (0..<count).map { index in
            let time = start + (Double(index) + 0.5) * (end - start) / Double(count)
            return (a: a.frame(at: time), b: b.frame(at: time + lag))
        }
        // What stays over one film is not what stays over a part of it.
        let (lastingA, lastingB) = (a.sums(pairs.map(\.a)), b.sums(pairs.map(\.b)))
        var product = -lastingA.product(lastingB) / Double(count)
        var squareA = -lastingA.product(lastingA) / Double(count)
        var squareB = -lastingB.product(lastingB) / Double(count)
        for pair in pairs {
            product += Double(a.product(pair.a, b, pair.b))
            squareA += Double(a.energy[pair.a])
            squareB += Double(b.energy[pair.b])
        }
        let noise = Self.leastEnergy * Double(a.size * count)
        guard squareA > noise, squareB > noise else { return nil }
        return product / (squareA * squareB).squareRoot()
    }

    /// What changes less is rounding: a 16th of a level, in 256ths of levels².
    private static let leastEnergy = 1.0
}
