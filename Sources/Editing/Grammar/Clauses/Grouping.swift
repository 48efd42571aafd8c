import Foundation
import Planning

/// Joins neighbouring tokens that say one thing together: spans of time, "too loud", moments.
struct Grouping {
    private var tokens: [Token]

    private init(_ tokens: [Token]) { self.tokens = tokens }

    /// Joins "pictures 1 and 3" before a sentence is divided at its "and".
    static func withPlaces(_ tokens: [Token]) -> [Token] {
        var grouping = Grouping(tokens)
        grouping.joinPlaces()
        return grouping.tokens
    }

    static func grouped(_ tokens: [Token]) -> [Token] {
        var grouping = Grouping(tokens)
        grouping.joinPlaces()
        grouping.joinRanges()
        grouping.joinEnds()
        grouping.joinMoments()
        grouping.turnTooMuch()
        return grouping.tokens
    }

    // MARK: - Places

    /// "pictures 2 to 4", "captions 1 and 3", 图片2到4.
    private mutating func joinPlaces() {
        joinEndPlaces()
        var index = 1
        while index + 2 < tokens.count {
            defer { index += 1 }
            guard isPlace(index), let first = tokens[index].place,
                let last = tokens[index + 2].place
            else { continue }
            let middle = tokens[index + 1].meanings
            let isRange = middle.contains(.word(.to)) || middle.contains(.word(.through))
            guard isRange && first < last || middle.contains(.and) else { continue }
            let places = isRange ? Array(first...last) : [first, last]
            let text = tokens[index...(index + 2)].map(\.text).joined(separator: " ")
            tokens.replaceSubrange(index...(index + 2), with: [Token(text, [.places(places)])])
        }
    }

    /// "the last two", 后两张: places from an end.
    private mutating func joinEndPlaces() {
        var index = 0
        while index + 1 < tokens.count {
            defer { index += 1 }
            guard let count = tokens[index + 1].place, count < 100 else { continue }
            let (text, meanings) = (tokens[index].text, tokens[index].meanings)
            let isMeasured =
                tokens.indices.contains(index + 2)
                && tokens[index + 2].meanings.contains {
                    if case .stand = $0 { true } else { false }
                }
            let isFirst = meanings.contains(.ordinal(1)) || ["前", "头"].contains(text) && isMeasured
            let isLast = meanings.contains(.ordinal(-1)) || ["后", "末"].contains(text) && isMeasured
            guard isFirst || isLast else { continue }
            let places = isFirst ? Array(1...count) : (1...count).map { $0 - count - 1 }
            tokens[index] = Token("\(text) \(tokens[index + 1].text)", [.places(places)])
            tokens.remove(at: index + 1)
        }
    }

    // MARK: - Ranges

    /// "from 3 to 8 seconds", "3-8s", "between 3 s and 8 s", 第3秒到第8秒; "from 35 % to 50 %" is 50 %.
    private mutating func joinRanges() {
        joinCounts()
        giveUnits()
        var index = 0
        while index + 2 < tokens.count {
            defer { index += 1 }
            var middle = skippingFillers(after: index)
            if let next = middle, tokens[index].time != nil, let connector = skippingVerb(at: next)
            {
                middle = connector
            }
            guard let middle, isConnector(middle, from: index),
                let last = skippingFillers(after: middle)
            else { continue }
            let (a, b) = (tokens[index], tokens[last])
            if let span = span(a, b), !isPlace(index) {
                let verbs = tokens[(index + 1)..<last].filter { token in
                    token.meanings.contains {
                        if case .verb(let verb) = $0 { verb != .set } else { false }
                    }
                }
                replace(index...last, with: .span(span))
                let behind = tokens.index(where: span, from: max(index - 1, 0)) + 1
                tokens.insert(contentsOf: verbs.map(\.asVerb), at: behind)
            } else if a.percent != nil, b.percent != nil {
                tokens.removeSubrange(index..<middle)
            }
        }
    }

    /// "5 more seconds", "between 1 and 2".
    private mutating func joinCounts() {
        for index in tokens.indices.dropLast(2) {
            guard let number = tokens[index].place else { continue }
            let word = tokens[index + 1].text.lowercased()
            if ["more", "extra", "additional", "fewer", "less"].contains(word),
                ["seconds", "second", "secs", "sec", "s"].contains(
                    tokens[index + 2].text.lowercased())
            {
                let isUp = !["fewer", "less"].contains(word)
                tokens[index] = Token(tokens[index].text, [.duration(number * 1000)])
                tokens[index + 1] = Token(word, [.scale([.length], up: isUp)])
                tokens[index + 2] = Token("s", [.filler])
            }
        }
        for index in tokens.indices.dropLast(3)
        where tokens[index].meanings.contains(.word(.between)) {
            guard let first = tokens[index + 1].place, let last = tokens[index + 3].place,
                tokens[index + 2].meanings.contains(.and)
            else { continue }
            tokens[index + 1] = Token(tokens[index + 1].text, [.ordinal(first)])
            tokens[index + 3] = Token(tokens[index + 3].text, [.ordinal(last)])
        }
    }

    /// "seconds 2 to 4": the unit stands in front.
    private mutating func giveUnits() {
        for index in tokens.indices.dropLast()
        where ["seconds", "secs", "second", "sec"].contains(tokens[index].text.lowercased())
            && tokens[index + 1].place != nil
        {
            for place in [index + 1, index + 3] where tokens.indices.contains(place) {
                guard let number = tokens[place].place else { continue }
                tokens[place] = Token(tokens[place].text, [.duration(number * 1000)])
                tokens[index] = Token(tokens[index].text, [.filler])
            }
        }
    }

    private func skippingFillers(after index: Int) -> Int? {
        let next = index + 1
        return next < tokens.count ? next : nil
    }

    /// 从2秒显示到6秒: a verb may stand between the first time and its "to".
    private func skippingVerb(at index: Int) -> Int? {
        guard tokens.indices.contains(index + 1), !tokens[index].meanings.contains(.word(.to)),
            tokens[index].meanings.contains(where: { if case .verb = $0 { true } else { false } }),
            tokens[index + 1].meanings.contains(.word(.to))
        else { return nil }
        return index + 1
    }

    private func isConnector(_ middle: Int, from index: Int) -> Bool {
        let meanings = tokens[middle].meanings
        if meanings.contains(.word(.to)) || meanings.contains(.word(.through)) { return true }
        guard meanings.contains(.and) else { return false }
        return tokens[..<index].last.map { $0.meanings.contains(.word(.between)) } ?? false
    }

    /// "picture 2 to 8 seconds": the 2 is a place, unless "from" stands before it.
    private func isPlace(_ index: Int) -> Bool {
        guard index > 0, tokens[index].time == nil else { return false }
        return tokens[index - 1].meanings.contains { if case .thing = $0 { true } else { false } }
    }

    private func span(_ a: Token, _ b: Token) -> Range<Int>? {
        guard let end = b.time else { return nil }
        // "3 to 8 seconds": the unit stands once.
        let unit = b.spelledMinutes ? 60_000.0 : 1000
        guard let start = a.time ?? a.number.map({ Int($0 * unit) }), start < end, start >= 0 else {
            return nil
        }
        return start..<end
    }

    private mutating func replace(_ range: ClosedRange<Int>, with meaning: Meaning) {
        let text = tokens[range].map(\.text).joined(separator: " ")
        var (first, last) = (range.lowerBound, range.upperBound)
        if first > 0,
            tokens[first - 1].meanings.contains(where: {
                $0 == .word(.from) || $0 == .word(.between)
            })
        {
            first -= 1
        }
        if last + 1 < tokens.count, ["之间", "间", "的", "处"].contains(tokens[last + 1].text) {
            last += 1
        }
        tokens.replaceSubrange(first...last, with: [Token(text, [meaning])])
    }

    // MARK: - Ends and moments

    /// "the first 3 seconds", 前3秒, "the last 2 s", 最后2秒.
    private mutating func joinEnds() {
        var index = 0
        while index + 1 < tokens.count {
            defer { index += 1 }
            guard let length = tokens[index + 1].plainDuration ?? loneSecond(index + 1), length > 0
            else { continue }
            let (meanings, text) = (tokens[index].meanings, tokens[index].text)
            if meanings.contains(.ordinal(1)) || ["前", "开头", "最前面", "开始"].contains(text) {
                replace(index...(index + 1), with: .span(0..<length))
            } else if isVerb(index) {
                tokens[index].meanings = [.word(.lasting), .filler]
            } else if meanings.contains(.ordinal(-1)) || ["后", "结尾", "末尾", "最后面"].contains(text) {
                replace(index...(index + 1), with: .lastSpan(length))
            }
        }
    }

    /// "the last second": a second, not the second thing.
    private func loneSecond(_ index: Int) -> Int? {
        guard ["second", "sec"].contains(tokens[index].text.lowercased()) else { return nil }
        let behind = tokens.dropFirst(index + 1).first
        let isPlace = behind?.meanings.contains {
            switch $0 {
            case .thing, .stand, .ordinal: true
            default: false
            }
        }
        return isPlace ?? false ? nil : 1000
    }

    /// "each picture should last 4 seconds": no end, but a length.
    private func isVerb(_ index: Int) -> Bool {
        guard tokens[index].text.lowercased() == "last", index > 0 else { return false }
        let before = tokens[index - 1]
        let isNoun = before.meanings.contains { if case .thing = $0 { true } else { false } }
        return isNoun
            || ["should", "must", "to", "will", "can", "it", "let", "also"]
                .contains(before.text.lowercased())
    }

    /// "at 5 s", 在5秒处, 5秒的时候.
    private mutating func joinMoments() {
        var index = 0
        while index + 1 < tokens.count {
            defer { index += 1 }
            guard let time = tokens[index + 1].plainDuration else { continue }
            let isBehind =
                index + 2 < tokens.count
                && ["处", "的地方", "时", "开始", "的位置", "的时候", "位置", "那里"].contains(
                    tokens[index + 2].text)
            let isAt = ["at", "@"].contains(tokens[index].text.lowercased())
            let isIn = tokens[index].text == "在" || tokens[index].text == "从"
            if isOfPicture(index + 2) {
                tokens[index + 1] = Token(tokens[index + 1].text, [.moment(time)])
                continue
            }
            if isAt || isIn && isBehind {
                replace(index...(index + (isBehind ? 2 : 1)), with: .moment(time))
            }
        }
    }

    /// 12秒的那张图片: what shows then.
    private func isOfPicture(_ index: Int) -> Bool {
        guard tokens.indices.contains(index + 1), tokens[index].text == "的" else { return false }
        return tokens[index + 1].meanings.contains {
            switch $0 {
            case .thing(.picture), .stand(.picture): true
            default: false
            }
        }
    }

    // MARK: - Too much

    /// "too loud" is quieter, "not loud enough" louder.
    private mutating func turnTooMuch() {
        var index = 0
        while index < tokens.count {
            defer { index += 1 }
            let meanings = tokens[index].meanings
            if meanings.contains(.tooMuch), let scale = scale(after: index) {
                tokens[scale].meanings = tokens[scale].meanings.compactMap(\.turned)
                tokens[index] = Token(tokens[index].text, [.filler])
            } else if meanings.contains(.not), let scale = scale(after: index),
                scale + 1 < tokens.count, tokens[scale + 1].text.lowercased() == "enough"
            {
                tokens[index] = Token(tokens[index].text, [.filler])
                tokens[scale + 1] = Token("enough", [.filler])
            } else if meanings.contains(.notEnough), let scale = scale(after: index) {
                tokens[scale].meanings.removeAll { !$0.isScale }
                tokens[index] = Token(tokens[index].text, [.filler])
            }
        }
    }

    private func scale(after index: Int) -> Int? {
        let range = (index + 1)..<min(index + 3, tokens.count)
        guard !range.isEmpty else { return nil }
        return range.first { tokens[$0].meanings.contains(where: \.isScale) }
    }
}

extension Meaning {
    var isScale: Bool { if case .scale = self { true } else { false } }

    /// The other way round, of what is more or less; nil for all else.
    fileprivate var turned: Meaning? {
        guard case .scale(let qualities, let up) = self else { return nil }
        return .scale(qualities, up: !up)
    }
}

extension [Token] {
    fileprivate func index(where span: Range<Int>, from start: Int) -> Int {
        self[start...].firstIndex { $0.meanings.contains(.span(span)) } ?? start
    }
}

extension Token {
    /// Its verbs alone.
    fileprivate var asVerb: Token {
        Token(text, meanings.filter { if case .verb = $0 { true } else { false } })
    }

    /// A length or a moment, in milliseconds.
    var time: Int? {
        for meaning in meanings {
            switch meaning {
            case .duration(let time), .moment(let time): return time
            default: continue
            }
        }
        return nil
    }

    var plainDuration: Int? {
        for case .duration(let time) in meanings { return time }
        return nil
    }

    var number: Double? {
        for case .number(let number) in meanings { return number }
        return nil
    }

    var percent: Double? {
        for case .percent(let percent) in meanings { return percent }
        return nil
    }

    /// A whole number without a unit.
    var place: Int? {
        let isBare = !meanings.contains {
            switch $0 {
            case .factor, .percent, .duration, .decibels: true
            default: false
            }
        }
        guard isBare, let number, number >= 1, number <= 999,
            number == number.rounded()
        else { return nil }
        return Int(number)
    }

    fileprivate var spelledMinutes: Bool {
        text.lowercased().contains("min") || text.contains("分")
    }
}
