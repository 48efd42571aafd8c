import Foundation
import Planning

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
        var copy = self
        guard let (first, place) = copy.takeOneScale(qualities) else { return nil }
        var (scale, places) = (first, [place])
        while let (other, place) = copy.takeOneScale(qualities) {
            guard other.isUp == scale.isUp else { return nil }
            places.append(place)
        }
        self = copy
        takeParticle(isUp: scale.isUp)
        for place in places {
            let degree = takeDegree(near: place)
            scale.degree = scale.degree ?? degree
        }
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
