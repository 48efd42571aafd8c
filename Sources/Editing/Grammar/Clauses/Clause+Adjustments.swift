import Foundation
import Planning

/// A number that a clause names, with how it is meant.
struct Amount: Hashable, Sendable {
    enum Unit: Hashable, Sendable {
        case plain, percent, milliseconds, factor, decibels, degrees, pixels
    }
    var value: Double
    var unit: Unit

    /// "by 5 s", "5 s more": added to what is there.
    var isDelta = false

    /// "to 5 s".
    var isTarget = false
}

/// More or less of something.
struct Scale: Hashable, Sendable {
    var isUp: Bool
    var degree: Degree?
}

extension Clause {
    /// Takes a number in one of `units`, and notes the word before it.
    mutating func takeAmount(_ units: Amount.Unit...) -> Amount? {
        let found = first { meaning -> Amount? in
            guard let amount = Self.amount(meaning), units.contains(amount.unit) else { return nil }
            return amount
        }
        guard let found else { return nil }
        var amount = found.value
        take(at: found.index)
        var before = found.index - 1
        while before >= 0,
            ["a", "the", "about", "around", "大约", "约", "volume", "音量", "of", "只有"]
                .contains(tokens[before].text.lowercased())
        { before -= 1 }
        if before >= 0 {
            let meanings = tokens[before].meanings
            // "should be 3 s shorter" is no target.
            let isCompared =
                tokens.indices.contains(found.index + 1)
                && tokens[found.index + 1].meanings.contains(where: \.isScale)
                && !Self.adjectives.contains(tokens[found.index + 1].text.lowercased())
            amount.isTarget =
                meanings.contains(.word(.to)) && tokens[before].text.lowercased() != "of"
                && !isCompared
            amount.isDelta =
                meanings.contains(.word(.by))
                || meanings.contains(.scale([], up: true))
                    && !amount.isTarget
        }
        return amount
    }

    /// Behind a number they say what it measures: "30 seconds long", 2倍大.
    private static let adjectives: Set<String> = [
        "long", "长", "large", "big", "high", "大", "高", "快", "fast",
    ]

    private static func amount(_ meaning: Meaning) -> Amount? {
        switch meaning {
        case .number(let value): Amount(value: value, unit: .plain)
        case .percent(let value): Amount(value: value, unit: .percent)
        case .duration(let time): Amount(value: Double(time), unit: .milliseconds)
        case .factor(let value): Amount(value: value, unit: .factor)
        case .decibels(let value): Amount(value: value, unit: .decibels)
        case .degrees(let value): Amount(value: value, unit: .degrees)
        case .pixels(let value): Amount(value: Double(value), unit: .pixels)
        default: nil
        }
    }

    /// Takes a word of more or less about one of `qualities`, or about anything, with its degree.
    ///
    /// Where a verb says the same again ("turn the music up louder") all agree, or none is taken.
    mutating func takeScale(_ qualities: Quality...) -> Scale? {
        guard var (scale, place) = takeOneScale(qualities) else { return nil }
        var copy = self
        while let (other, behind) = copy.takeOneScale(qualities) {
            guard other.isUp == scale.isUp else { return nil }
            self = copy
            if scale.degree == nil { (scale.degree, place) = (takeDegree(near: place), behind) }
        }
        takeParticle(isUp: scale.isUp)
        scale.degree = scale.degree ?? takeDegree(near: place)
        return scale
    }

    /// "slow the video down", "speed it up": the end of a verb.
    mutating func takeParticle(isUp: Bool) {
        let word = isUp ? "up" : "down"
        if let index = tokens.indices.first(where: {
            !used[$0] && tokens[$0].text.lowercased() == word
        }) {
            take(at: index)
        }
    }

    /// Takes a word of more or less, whatever it is about.
    mutating func takeAnyScale() -> Scale? {
        guard let found = first({ if case .scale(_, let up) = $0 { up } else { nil } }) else {
            return nil
        }
        take(at: found.index)
        return Scale(isUp: found.value, degree: takeDegree(near: found.index))
    }

    private mutating func takeOneScale(_ qualities: [Quality]) -> (scale: Scale, index: Int)? {
        // "more" alone is about what is named: "more contrast".
        let isNamed = tokens.contains { token in
            token.meanings.contains { meaning in
                if case .quality(let quality) = meaning {
                    qualities.contains(quality)
                } else {
                    false
                }
            }
        }
        let isOpen = isNamed || qualities.contains(.strength) && (has(.zoom) || hadZoom)
        let found = first { meaning -> Bool? in
            guard case .scale(let known, let up) = meaning,
                known.isEmpty ? isOpen : !known.isDisjoint(with: qualities)
            else { return nil }
            return up
        }
        guard let found else { return nil }
        take(at: found.index)
        return (Scale(isUp: found.value), found.index)
    }

    private var hadZoom: Bool { tokens.contains { $0.meanings.contains(.zoom) } }

    /// Whether a word says more or less of one of `qualities`, not of anything.
    func hasScale(_ qualities: Quality...) -> Bool {
        first { meaning -> Bool? in
            guard case .scale(let known, _) = meaning, !known.isDisjoint(with: qualities) else {
                return nil
            }
            return true
        } != nil
    }

    /// Takes the words of degree beside the word at `index`: "a lot more", 稍微亮一点.
    private mutating func takeDegree(near index: Int) -> Degree? {
        var found: Degree?
        for way in [-1, 1] {
            var place = index + way
            var steps = 0
            // Once one was found before the word, only its neighbour behind may belong to it.
            let most = found == nil ? 4 : 1
            while tokens.indices.contains(place), steps < most {
                let degree = tokens[place].meanings.lazy.compactMap { meaning -> Degree? in
                    if case .degree(let degree) = meaning { degree } else { nil }
                }.first
                if !used[place], let degree {
                    found = found ?? degree
                    take(at: place)
                } else if !used[place], !tokens[place].isSoft,
                    !tokens[place].meanings.contains(.verb(.move))
                {
                    break
                }
                place += way
                steps += 1
            }
        }
        return found
    }

    mutating func takeDegree() -> Degree? {
        var found: Degree?
        while let degree = take({ if case .degree(let degree) = $0 { degree } else { nil } }) {
            found = found ?? degree
        }
        return found
    }
}

/// How much words of degree change things.
enum DegreeTable {
    /// A factor for "more"; "less" divides by it.
    static func factor(_ quality: Quality, _ degree: Degree?) -> Double {
        let row: (small: Double, plain: Double, large: Double) =
            switch quality {
            case .volume: (1.2, 1.5, 2)
            case .strength: (1.25, 1.5, 2)
            default: (1.1, 1.25, 1.5)
            }
        return pick(row, degree)
    }

    /// What is added for "more".
    static func step(_ quality: Quality, _ degree: Degree?) -> Double {
        let row: (small: Double, plain: Double, large: Double) =
            switch quality {
            case .brightness: (0.05, 0.1, 0.2)
            case .height: (0.03, 0.06, 0.12)
            case .opacity, .transparency: (0.1, 0.2, 0.4)
            case .loudness: (1.5, 3, 6)
            case .start: (250, 500, 1000)
            default: (0.1, 0.2, 0.4)
            }
        return pick(row, degree)
    }

    private static func pick(
        _ row: (small: Double, plain: Double, large: Double), _ degree: Degree?
    ) -> Double {
        switch degree {
        case .small: row.small
        case nil: row.plain
        case .large: row.large
        }
    }
}

extension Scale {
    /// "bigger" as a factor.
    func multiplied(_ quality: Quality) -> Adjustment {
        let factor = DegreeTable.factor(quality, degree)
        return .multiply(isUp ? factor : 1 / factor)
    }

    /// "higher" as a step.
    func added(_ quality: Quality) -> Adjustment {
        let step = DegreeTable.step(quality, degree)
        return .add(isUp ? step : -step)
    }
}

extension Clause {
    /// Takes how a length in milliseconds changes: "4 s", "to 4 s", "2 s longer", "twice as long",
    /// "a bit shorter".
    mutating func takeLength() -> Adjustment? {
        var copy = self
        // "30 seconds long" says how long, not how much longer.
        let isMeasure = copy.takeMeasure()
        let scale = isMeasure ? nil : copy.takeScale(.length)
        _ = copy.takeQuality(.length)
        if let amount = copy.takeAmount(.milliseconds) {
            // "add 5 seconds to the first", 总长再加六秒, "take 2 s off the last".
            let isAdded = scale == nil && !amount.isTarget && copy.takeAdding()
            let isTaken =
                scale == nil && !amount.isTarget && copy.hasOff && copy.takeVerb(.remove) != nil
            self = copy
            if isAdded { return .add(amount.value) }
            if isTaken { return .add(-amount.value) }
            _ = takeVerb(.raise, .lower)
            _ = takeQuality(.length)
            guard let scale, !amount.isTarget else {
                return amount.isDelta ? .add(amount.value) : .set(amount.value)
            }
            return .add(scale.isUp ? amount.value : -amount.value)
        }
        // A factor alone may be of anything: "twice as long" says of what.
        if scale != nil || hasQuality(.length), let factor = copy.takeFactor(scale) {
            self = copy
            return .multiply(factor)
        }
        guard let scale else { return nil }
        self = copy
        return scale.multiplied(.length)
    }

    /// "add", 加: of what may be put somewhere too, only these add to a length.
    private mutating func takeAdding() -> Bool {
        let words: Set<String> = ["add", "加", "增加", "加上", "添加", "多加", "再加"]
        guard
            let index = tokens.indices.first(where: {
                !used[$0] && words.contains(tokens[$0].text.lowercased())
            })
        else { return false }
        take(at: index)
        return true
    }

    private var hasOff: Bool { tokens.contains { ["off", "from"].contains($0.text.lowercased()) } }

    /// Takes "long" behind a duration.
    private mutating func takeMeasure() -> Bool {
        for index in tokens.indices.dropFirst() where !used[index] {
            guard ["long", "长"].contains(tokens[index].text.lowercased()),
                tokens[index - 1].plainDuration != nil
            else { continue }
            take(at: index)
            return true
        }
        return false
    }

    /// Takes "twice", "2x", "10 % more", as a factor; less than 1 with "slower", "shorter".
    mutating func takeFactor(_ scale: Scale?) -> Double? {
        guard let amount = takeAmount(.factor, .percent), amount.value > 0 else { return nil }
        let isUp = scale?.isUp ?? true
        guard amount.unit == .percent else {
            return isUp || amount.value < 1 ? amount.value : 1 / amount.value
        }
        let share = amount.value / 100
        if amount.isTarget || scale == nil { return share }
        return isUp ? 1 + share : max(1 - share, 0.01)
    }

    /// Takes how a gain changes: "35 %", "to 0.5", "by 10 %", "louder", "half as loud".
    mutating func takeVolume() -> Adjustment? {
        var copy = self
        let scale = copy.takeScale(.volume)
        let isNamed = copy.takeQuality(.volume) != nil
        if let amount = copy.takeAmount(.percent) {
            self = copy
            let share = amount.value / 100
            guard let scale, !amount.isTarget else {
                return amount.isDelta && !amount.isTarget ? .add(share) : .set(share)
            }
            if amount.isDelta { return .add(scale.isUp ? share : -share) }
            return .multiply(scale.isUp ? 1 + share : max(1 - share, 0))
        }
        if let amount = copy.takeAmount(.decibels) {
            self = copy
            let up = scale?.isUp ?? (amount.value >= 0)
            return .multiply(pow(10, (up ? abs(amount.value) : -abs(amount.value)) / 20))
        }
        if let factor = copy.takeFactor(scale) {
            self = copy
            return .multiply(factor)
        }
        if isNamed || scale == nil, let amount = copy.takeAmount(.plain) {
            guard isNamed || amount.value <= 1 else { return nil }
            self = copy
            return .set(amount.value > 2 ? amount.value / 100 : amount.value)
        }
        guard let scale else { return nil }
        self = copy
        return scale.multiplied(.volume)
    }

    /// Takes how a speed changes: "1.5x", "twice as fast", "10 % slower", "to 80 %", "slower".
    mutating func takeSpeed() -> Adjustment? {
        var copy = self
        let scale = copy.takeScale(.speed)
        let isNamed = copy.takeQuality(.speed) != nil
        if let amount = copy.takeAmount(.factor, .percent), amount.value > 0 {
            self = copy
            let value = amount.unit == .percent ? amount.value / 100 : amount.value
            guard let scale, !amount.isTarget else {
                return .set(value)
            }
            if amount.unit == .percent {
                return .multiply(scale.isUp ? 1 + value : max(1 - value, 0.01))
            }
            return .multiply(scale.isUp || value < 1 ? value : 1 / value)
        }
        if isNamed, let amount = copy.takeAmount(.plain), amount.value > 0 {
            self = copy
            return .set(amount.value)
        }
        guard let scale else { return nil }
        self = copy
        return scale.multiplied(.speed)
    }
}
