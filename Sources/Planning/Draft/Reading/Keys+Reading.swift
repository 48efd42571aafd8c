import Foundation

extension ObjectReader {
    /// Reads `ak`, whose members are properties.
    mutating func animationKeys() -> (
        [Draft.Segment.Property: [Draft.Segment.AnimationKey]], JSONObject
    ) {
        var keys: [Draft.Segment.Property: [Draft.Segment.AnimationKey]] = [:]
        for property in Draft.Segment.Property.allCases {
            guard let rows = array(property.rawValue, expected: "an array of [ms, value, ease?]")
            else { continue }
            keys[property] = self.keys(rows, of: property)
        }
        return (keys, unknown())
    }

    private mutating func keys(
        _ rows: [Found], of property: Draft.Segment.Property
    ) -> [Draft.Segment.AnimationKey]? {
        var keys: [Draft.Segment.AnimationKey] = []
        for row in rows {
            guard let key = key(row, of: property) else { continue }
            if let last = keys.last, key.time < last.time {
                reject(row, expected: "a time of at least \(last.time) ms, the key before it")
            }
            keys.append(key)
        }
        return keys.isEmpty ? nil : keys
    }

    private mutating func key(
        _ row: Found, of property: Draft.Segment.Property
    ) -> Draft.Segment.AnimationKey? {
        let expected = "[ms, value] or [ms, value, ease]"
        guard let items = items(of: row, expected: expected) else { return nil }
        guard (2...3).contains(items.count) else {
            log.add(.value(expected: expected, found: "\(items.count) items"), at: row.place)
            return nil
        }
        guard let time = integer(items[0], 0...Draft.longestTime, Self.timeExpected),
            var value = number(items[1], property.range, property.expected)
        else { return nil }
        if property == .opacity, !(0...1).contains(value) {
            log.notice("op outside 0…1 is clamped", at: items[1].place)
            value = min(max(value, 0), 1)
        }
        let easing = items.count == 3 ? word(items[2], Easing.self) : nil
        return Draft.Segment.AnimationKey(time: time, value: value, easing: easing)
    }

    /// Reads `wt`, rows of `[start ms, length ms, "word"]`.
    mutating func words() -> [Draft.Segment.WordTiming]? {
        array("wt", expected: "an array of [start ms, length ms, \"word\"]")?
            .compactMap { row in
                let expected = "[start ms, length ms, \"word\"]"
                guard let items = items(of: row, expected: expected) else { return nil }
                guard items.count == 3, case .string(let word) = items[2].node.value else {
                    log.add(.value(expected: expected, found: "another array"), at: row.place)
                    return nil
                }
                guard let start = integer(items[0], 0...Draft.longestTime, Self.timeExpected),
                    let length = integer(items[1], 0...Draft.longestTime, Self.timeExpected)
                else { return nil }
                return Draft.Segment.WordTiming(start: start, duration: length, word: word)
            }
    }
}

extension Draft.Segment.Property {
    fileprivate var range: ClosedRange<Double> {
        switch self {
        case .x, .y: -100...100
        case .width, .height: 0...20
        case .rotation: -36_000...36_000
        case .opacity: -1e6...1e6
        }
    }

    fileprivate var expected: String {
        switch self {
        case .x, .y: "a number (0.5 is the middle)"
        case .width, .height: "a number from 0 to 20 (1 is the whole canvas)"
        case .rotation: "a number (degrees clockwise)"
        case .opacity: "a number from 0 to 1"
        }
    }
}
