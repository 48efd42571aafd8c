import Foundation

/// Numbers in words.
enum NumberWords {
    // MARK: - Chinese

    private static let digits: [Character: Double] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
        "八": 8, "九": 9,
    ]
    private static let units: [Character: Double] = ["十": 10, "百": 100, "千": 1000]

    /// Returns the number that 三十五, 一点五, 百分之八十 or 半 spell, and how long it is.
    ///
    /// 百分之 gives the share: 0.8.
    static func chinese(in characters: [Character], at start: Int) -> (Double, Int)? {
        var position = start
        func character() -> Character? { position < characters.count ? characters[position] : nil }
        if characters[start...].starts(with: "百分之") {
            let rest = start + 3
            guard rest < characters.count else { return nil }
            if let (value, length) = chinese(in: characters, at: rest) {
                return (value / 100, length + 3)
            }
            let number = String(
                characters[rest...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
            return Double(number).map { ($0 / 100, number.count + 3) }
        }
        if character() == "半" { return (0.5, 1) }
        var (total, current): (Double, Double?) = (0, nil)
        while let next = character() {
            if let digit = digits[next] {
                current = (current ?? 0) * (current == nil || current == 0 ? 1 : 10) + digit
            } else if let unit = units[next] {
                total += (current ?? 1) * unit
                current = nil
            } else {
                break
            }
            position += 1
        }
        guard position > start else { return nil }
        var value = total + (current ?? 0)
        if character() == "点", position + 1 < characters.count,
            digits[characters[position + 1]] != nil
        {
            position += 1
            var place = 0.1
            while let next = character(), let digit = digits[next] {
                value += digit * place
                place /= 10
                position += 1
            }
        }
        return ((value * 1e6).rounded() / 1e6, position - start)
    }

    // MARK: - English

    private static let small: [String: Double] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
        "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
        "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    ]

    /// Returns the number that "thirty-five", "one and a half", "a hundred", "one point five",
    /// "half a" or "a" before a unit of time spell, and how long it is.
    static func english(in characters: [Character], at start: Int) -> (Double, Int)? {
        let words = following(characters, start)
        guard let first = words.first else { return nil }
        if let special = fraction(words) { return special }
        guard var value = number(first.text) else { return nil }
        var end = first.end
        var rest = words.dropFirst()
        if let next = rest.first, next.text == "hundred" {
            (value, end) = (value * 100, next.end)
            rest = rest.dropFirst()
        } else if value >= 20, value < 100, value.truncatingRemainder(dividingBy: 10) == 0,
            let next = rest.first, let unit = number(next.text), unit >= 1, unit < 10
        {
            (value, end) = (value + unit, next.end)
            rest = rest.dropFirst()
        }
        let tail = Array(rest.prefix(3))
        if tail.count >= 2, tail[0].text == "point", let digit = number(tail[1].text), digit < 10 {
            (value, end) = (value + digit / 10, tail[1].end)
        } else if tail.count == 3, tail[0].text == "and", tail[1].text == "a",
            tail[2].text == "half"
        {
            (value, end) = (value + 0.5, tail[2].end)
        }
        return (value, end - start)
    }

    private static let timeUnits: Set<String> = ["second", "minute", "sec", "min"]

    /// "half a second", "a minute", "a second".
    private static func fraction(_ words: [Word]) -> (Double, Int)? {
        guard let first = words.first else { return nil }
        let texts = words.prefix(3).map(\.text)
        if texts.count == 3, texts[0] == "half", ["a", "an"].contains(texts[1]),
            timeUnits.contains(texts[2])
        {
            return (0.5, words[1].end - first.start)
        }
        if texts.count >= 2, texts[0] == "half", timeUnits.contains(texts[1]) {
            return (0.5, first.end - first.start)
        }
        if texts.count >= 2, texts[0] == "a", texts[1] == "hundred" {
            return (100, words[1].end - first.start)
        }
        if texts.count >= 2, texts[0] == "a", ["second", "sec"].contains(texts[1]) {
            let behind = texts.count > 2 ? texts[2] : ""
            return ["", "later", "earlier", "longer", "shorter", "more", "less", "each", "sooner"]
                .contains(behind) ? (1, first.end - first.start) : nil
        }
        // "a minute", but "a second title" is a place.
        if texts.count >= 2, texts[0] == "a", ["minute", "min"].contains(texts[1]) {
            return (1, first.end - first.start)
        }
        return nil
    }

    private static func number(_ word: String) -> Double? {
        if let value = small[word] { return value }
        let parts = word.split(separator: "-").map(String.init)
        guard parts.count == 2, let tens = small[parts[0]], let unit = small[parts[1]], tens >= 20,
            unit < 10
        else { return nil }
        return tens + unit
    }

    private struct Word {
        var text: String
        var start: Int
        var end: Int
    }

    /// The next words, divided by single spaces.
    private static func following(_ characters: [Character], _ start: Int) -> [Word] {
        var words: [Word] = []
        var position = start
        while words.count < 5, position < characters.count {
            var end = position
            while end < characters.count,
                characters[end].isASCII && characters[end].isLetter || characters[end] == "-"
            { end += 1 }
            guard end > position else { break }
            words.append(
                Word(
                    text: String(characters[position..<end]).lowercased(), start: position, end: end
                ))
            guard end < characters.count, characters[end] == " " else { break }
            position = end + 1
        }
        return words
    }
}
