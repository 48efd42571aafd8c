/// Finds roughly how late one film is against another: the lag at which their small pictures,
/// without what never changes, agree best.
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

    /// Compares the films' coarse pictures.
    ///
    /// - Parameters:
    ///   - a: The film that tells the time.
    ///   - seriesA: Its coarse pictures.
    ///   - b: The film that may be late.
    ///   - seriesB: Its coarse pictures.
    ///   - expected: The lag that the sound tells, in seconds; decides where the picture can't.
    init(
        _ a: VideoSignature, _ seriesA: PictureSeries, _ b: VideoSignature,
        _ seriesB: PictureSeries, expected: Double?
    ) {
        self.a = Features(a, seriesA)
        self.b = Features(b, seriesB)
        search(expected)
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
        var (product, squareA, squareB) = (0, 0, 0)
        for index in 0..<count {
            let time = start + (Double(index) + 0.5) * (end - start) / Double(count)
            let (one, other) = (a.frame(at: time), b.frame(at: time + lag))
            product &+= a.product(one, b, other)
            squareA &+= a.energy[one]
            squareB &+= b.energy[other]
        }
        guard squareA > 0, squareB > 0 else { return nil }
        return Double(product) / (Double(squareA) * Double(squareB)).squareRoot()
    }
}

extension OffsetSearch {
    /// Pictures without their mean level and without what stays over the whole film.
    private struct Features {
        let start: Double
        let end: Double
        let size: Int
        var values: [Int16]
        var energy: [Int] = []
        private let places: [Int32]
        private static let rate = 100.0

        init(_ signature: VideoSignature, _ series: PictureSeries) {
            size = series.size
            let frames = signature.frames.prefix(series.count)
            start = frames.first?.time ?? 0
            end = frames.last.map { $0.time + $0.duration } ?? start
            let (start, end) = (start, end)
            places = (0...max(Int((end - start) * Self.rate), 0)).map {
                let time = start + Double($0) / Self.rate + 1e-4
                return Int32(min(signature.index(at: time), max(series.count - 1, 0)))
            }
            values = series.values
            removeMeans(series.count)
        }

        /// Whether what changes is more than noise: half a level.
        var moves: Bool {
            let mean = Double(energy.reduce(0, +)) / Double(max(energy.count * size, 1))
            return mean > 64
        }

        func frame(at time: Double) -> Int {
            Int(places[min(max(Int((time - start) * Self.rate), 0), places.count - 1)])
        }

        private mutating func removeMeans(_ count: Int) {
            guard count > 0 else { return }
            var lasting = [Int](repeating: 0, count: size)
            for frame in 0..<count {
                let range = frame * size..<(frame + 1) * size
                let mean = range.reduce(0) { $0 &+ Int(values[$1]) } / size
                for index in range {
                    values[index] -= Int16(mean)
                    lasting[index - range.lowerBound] &+= Int(values[index])
                }
            }
            for frame in 0..<count {
                var sum = 0
                for x in 0..<size {
                    values[frame * size + x] -= Int16(lasting[x] / count)
                    sum &+= Int(values[frame * size + x]) &* Int(values[frame * size + x])
                }
                energy.append(sum)
            }
        }

        func product(_ index: Int, _ other: Features, _ otherIndex: Int) -> Int {
            values.withUnsafeBufferPointer { mine in
                other.values.withUnsafeBufferPointer { its in
                    var sum = 0
                    let (start, otherStart) = (index * size, otherIndex * size)
                    for x in 0..<size {
                        sum &+= Int(Int32(mine[start + x]) &* Int32(its[otherStart + x]))
                    }
                    return sum
                }
            }
        }
    }
}
