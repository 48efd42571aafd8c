import Foundation

extension ObjectReader {
    /// Reads a whole number; `1000.0` is one.
    mutating func integer(_ field: Field, _ range: ClosedRange<Int>, _ expected: String) -> Int? {
        guard let found = find(field) else { return nil }
        return integer(found, range, expected)
    }

    /// Reads the whole number in `found`.
    mutating func integer(
        _ found: Found, _ range: ClosedRange<Int>, _ expected: String
    ) -> Int? {
        guard case .number(let number) = found.node.value, let value = number.integer,
            range.contains(value)
        else {
            reject(found, expected: expected)
            return nil
        }
        return value
    }

    /// Reads a number.
    mutating func number(
        _ field: Field, _ range: ClosedRange<Double>, _ expected: String
    ) -> Double? {
        guard let found = find(field) else { return nil }
        return number(found, range, expected)
    }

    /// Reads the number in `found`.
    mutating func number(
        _ found: Found, _ range: ClosedRange<Double>, _ expected: String
    ) -> Double? {
        guard case .number(let number) = found.node.value, range.contains(number.double) else {
            reject(found, expected: expected)
            return nil
        }
        return number.double
    }

    mutating func string(_ field: Field, _ expected: String = "a string") -> String? {
        guard let found = find(field) else { return nil }
        return string(found, expected)
    }

    private mutating func string(_ found: Found, _ expected: String) -> String? {
        guard case .string(let text) = found.node.value else {
            reject(found, expected: expected)
            return nil
        }
        return text
    }

    /// Reads a string that must be there; an absent one is an error and reads as empty.
    mutating func required(_ field: Field, expected: String) -> String {
        guard let found = find(field) else {
            log.add(.missing(expected: expected), at: place(ofMissing: field.key))
            return ""
        }
        return string(found, expected) ?? ""
    }

    mutating func bool(_ field: Field) -> Bool? {
        guard let found = find(field) else { return nil }
        guard case .bool(let flag) = found.node.value else {
            reject(found, expected: "true or false")
            return nil
        }
        return flag
    }

    mutating func color(_ field: Field) -> Color? {
        guard let found = find(field) else { return nil }
        return color(found)
    }

    /// Reads the colour in `found`.
    mutating func color(_ found: Found) -> Color? {
        guard case .string(let text) = found.node.value, let color = Color(hex: text) else {
            reject(found, expected: "a colour, #RRGGBB or #RRGGBBAA")
            return nil
        }
        return color
    }

    /// Reads one word of a closed list.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ field: Field, _ type: Word.Type = Word.self
    ) -> Word? where Word.RawValue == String {
        guard let found = find(field) else { return nil }
        return word(found)
    }

    /// Reads the word in `found`.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ found: Found, _ type: Word.Type = Word.self
    ) -> Word? where Word.RawValue == String {
        let known = Word.allCases.map(\.rawValue)
        guard case .string(let text) = found.node.value else {
            reject(found, expected: "one of \(known.joined(separator: ", "))")
            return nil
        }
        guard let word = Word(rawValue: text) else {
            log.add(.word(found: text, known: known), at: found.place)
            return nil
        }
        return word
    }

    /// Reads one word of a closed list that must be there.
    mutating func requiredWord<Word: RawRepresentable & CaseIterable>(
        _ key: String
    ) -> Word? where Word.RawValue == String {
        guard let found = find(Field(key)) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            log.add(.missing(expected: "one of \(known)"), at: place(ofMissing: key))
            return nil
        }
        return word(found)
    }

    /// Reads a length of time of at least 1 ms.
    mutating func duration(_ field: Field) -> Int? {
        guard let found = find(field) else { return nil }
        return duration(found)
    }

    /// Reads the length of time in `found`.
    mutating func duration(_ found: Found) -> Int? {
        integer(found, 1...Draft.longestTime, "a positive integer (milliseconds, 24 hours at most)")
    }

    /// Reads a time of at least 0 ms.
    mutating func time(_ field: Field) -> Int? {
        integer(field, 0...Draft.longestTime, Self.timeExpected)
    }

    static let timeExpected = "an integer of at least 0 (milliseconds, 24 hours at most)"

    /// Reads a gain: a fraction, or a percentage where it is above 1 and came by an alias.
    mutating func volume() -> Double? {
        let field = Field(
            "vol", aliases: ["v", "volume"], mirrors: ["volume"])
        guard let found = find(field) else { return nil }
        guard case .number(let number) = found.node.value else {
            reject(found, expected: "a number (1 is unchanged, 0.35 is 35 %)")
            return nil
        }
        let written = number.double
        let volume = found.isAlias && written > 1 ? written / 100 : written
        guard !(0...2).contains(volume) else { return volume }
        log.notice("volume outside 0…2 is clamped", at: found.place)
        return min(max(volume, 0), 2)
    }
}

extension Draft {
    /// The greatest time and length, in milliseconds: 24 hours.
    package static let longestTime = 24 * 60 * 60 * 1000
}
