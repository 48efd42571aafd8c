import TestSupport

/// An exact time in seconds.
struct FilmTime: Comparable {
    let numerator: Int
    let denominator: Int

    init(_ numerator: Int, _ denominator: Int = 1) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The time of the source that frame `index` of a timeline shows: `start + (n / fps - s) * sp`.
    ///
    /// `start` and `begin` are milliseconds, `speed` is in quarters.
    init(frame index: Int, rate: (Int, Int), start: Int, begin: Int, speed: Int) {
        // Over 4000 * rate: start * 4 * rate + (1000 n den - s num) * speed.
        numerator = 4 * start * rate.0 + (1000 * index * rate.1 - begin * rate.0) * speed
        denominator = 4000 * rate.0
    }

    static func < (a: FilmTime, b: FilmTime) -> Bool {
        a.numerator * b.denominator < b.numerator * a.denominator
    }

    static func == (a: FilmTime, b: FilmTime) -> Bool {
        a.numerator * b.denominator == b.numerator * a.denominator
    }

    /// The number of whole steps of `1 / rate` in it.
    func steps(of rate: (Int, Int)) -> Int {
        let (top, bottom) = (numerator * rate.0, denominator * rate.1)
        return top >= 0 ? top / bottom : -((-top + bottom - 1) / bottom)
    }

    var seconds: Double { Double(numerator) / Double(denominator) }
}

extension FilmFixture {
    /// Frames a second as a fraction; nil where they vary.
    var exactRate: (Int, Int)? {
        let parts = (facts.fps ?? "").split(separator: "/").compactMap { Int($0) }
        guard let first = parts.first else { return nil }
        return (first, parts.count > 1 ? parts[1] : 1)
    }

    /// The number on the frame whose interval holds `time`; the last one holds.
    func code(at time: FilmTime) -> Int {
        let last = (facts.frames?.count ?? 1) - 1
        let first = facts.first_visible_code ?? 0
        guard let rate = exactRate else {
            // i / 30 up to one second, then 1 + (i - 30) / 10.
            let slow = FilmTime(time.numerator - time.denominator, time.denominator)
            let index = time < FilmTime(1) ? time.steps(of: (30, 1)) : 30 + slow.steps(of: (10, 1))
            return min(index, last)
        }
        return first + min(time.steps(of: rate), last)
    }

    /// The number on the frame of a film that starts over at its end.
    func codeWhenLooped(at time: FilmTime) -> Int? {
        guard let rate = exactRate, let count = facts.frames?.count else { return nil }
        return (facts.first_visible_code ?? 0) + time.steps(of: rate) % count
    }
}
