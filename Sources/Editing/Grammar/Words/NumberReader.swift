import Foundation

/// Reads a number in digits or words, with its unit, at a place of a text.
struct NumberReader {
    private let characters: [Character]
    private var position: Int
    private let start: Int

    init(_ characters: [Character], at position: Int) {
        self.characters = characters
        self.position = position
        start = position
    }

    /// The length in characters and what the number may mean.
    struct Found {
        var length: Int
        var meanings: [Meaning]
    }

    /// Returns nil where no number stands.
    func read() -> Found? {
        var reader = self
        return reader.found()
    }

    private mutating func found() -> Found? {
        guard start == 0 || !isLatinLetter(at: start - 1) || isIdeograph(at: start) else {
            return nil
        }
        if let place = ordinal() { return place }
        if let pair = pair() { return pair }
        let isShare = characters[start...].starts(with: "百分之")
        guard let value = value() else { return nil }
        guard !isShare else {
            return Found(length: position - start, meanings: [.percent(value * 100)])
        }
        return united(value)
    }

    // MARK: - Ordinals

    /// 第二, 第3秒, 倒数第二, first, 2nd.
    private mutating func ordinal() -> Found? {
        if skip("倒数第") || skip("倒数") {
            guard let value = value(), value >= 1, value <= 999 else { return none() }
            return Found(length: position - start, meanings: [.ordinal(-Int(value))])
        }
        if skip("第") {
            guard let value = value(), value >= 0 else { return none() }
            if skip("秒钟") || skip("秒") {
                return Found(length: position - start, meanings: [.moment(Int(value * 1000))])
            }
            guard value >= 1, value <= 999, value == value.rounded() else { return none() }
            return Found(length: position - start, meanings: [.ordinal(Int(value))])
        }
        let digits = run { $0.isASCII && $0.isNumber }
        for ending in ["st", "nd", "rd", "th"] where !digits.isEmpty && skip(ending) {
            guard let value = Int(digits), (1...999).contains(value), !isLatinLetter(at: position)
            else { break }
            return Found(length: position - start, meanings: [.ordinal(value)])
        }
        position = start
        return nil
    }

    private mutating func none() -> Found? {
        position = start
        return nil
    }

    // MARK: - Pairs

    /// 1280x720, 16:9, 1:02.
    private mutating func pair() -> Found? {
        let first = run { $0.isASCII && $0.isNumber }
        guard let a = Int(first), position + 1 < characters.count else { return none() }
        let sign = characters[position]
        position += 1
        let second = run { $0.isASCII && $0.isNumber }
        guard let b = Int(second), !isLatinLetter(at: position) else { return none() }
        switch sign {
        case "x", "X", "×", "*":
            guard a >= 16, b >= 16 else { return none() }
            return Found(length: position - start, meanings: [.size(a, b)])
        case "比":
            return Found(length: position - start, meanings: [.ratio(a, b)])
        case ":": return Found(length: position - start, meanings: colon(a, b, second))
        case "：": return Found(length: position - start, meanings: colon(a, b, second))
        default: return none()
        }
    }

    private func colon(_ a: Int, _ b: Int, _ second: String) -> [Meaning] {
        var meanings: [Meaning] = []
        if (1...64).contains(a), (1...64).contains(b), second.first != "0" {
            meanings.append(.ratio(a, b))
        }
        if second.count == 2, b < 60, a < 600 { meanings.append(.duration((a * 60 + b) * 1000)) }
        return meanings
    }

    // MARK: - Values

    private mutating func value() -> Double? {
        if let digits = digits() { return digits }
        if let (value, length) = NumberWords.chinese(in: characters, at: position) {
            position += length
            return value
        }
        if let (value, length) = NumberWords.english(in: characters, at: position) {
            position += length
            return value
        }
        return nil
    }

    private mutating func digits() -> Double? {
        let before = position
        var text = ""
        if skip("minus ") || skip("负") {
            text = "-"
        } else if "-+−".contains(character(at: position) ?? " "),
            start == 0
                || !(character(at: start - 1)?.isNumber ?? false)
                    && !isLatinLetter(at: start - 1)
        {
            text = character(at: position) == "+" ? "" : "-"
            position += 1
        }
        text += run { $0.isASCII && $0.isNumber }
        if character(at: position) == ".", character(at: position + 1)?.isASCII == true,
            character(at: position + 1)?.isNumber == true
        {
            position += 1
            text += "." + run { $0.isASCII && $0.isNumber }
        }
        guard let value = Double(text), value.isFinite, abs(value) < 1e9 else {
            position = before
            return nil
        }
        return value
    }

    // MARK: - Units

    private mutating func united(_ value: Double) -> Found? {
        let plain = position
        if let percent = percentOfChinese(value) { return percent }
        _ = skip(" ") || skip("-")
        for (spelling, unit) in Units.all where skip(spelling) {
            let isWhole =
                !(spelling.last?.isASCII ?? false) || !(spelling.last?.isLetter ?? false)
                || !isLatinLetter(at: position)
            guard isWhole, let meanings = unit.meanings(value) else {
                position = plain
                _ = skip(" ") || skip("-")
                continue
            }
            if case .duration(let time)? = meanings.first {
                return Found(
                    length: 0, meanings: [.duration(time + rest(of: unit))]
                ).ending(position - start)
            }
            return Found(length: position - start, meanings: meanings)
        }
        position = plain
        guard plain > start, !isLatinLetter(at: plain) else { return none() }
        return Found(length: plain - start, meanings: [.number(value)])
    }

    /// 百分之 is read with the number; 三成, 三成五.
    private mutating func percentOfChinese(_ value: Double) -> Found? {
        guard isIdeograph(at: position - 1), value >= 1, value <= 10, skip("成") else { return nil }
        let more = NumberWords.chinese(in: characters, at: position)
        if let (unit, length) = more, unit < 10, unit >= 1 {
            position += length
            return Found(length: position - start, meanings: [.percent(value * 10 + unit)])
        }
        return Found(length: position - start, meanings: [.percent(value * 10)])
    }

    /// "… and a half", 半, and the seconds after minutes; milliseconds.
    private mutating func rest(of unit: Units.Unit) -> Int {
        guard case .time(let length) = unit else { return 0 }
        if skip(" and a half") || skip("半钟") || skip("半") { return length / 2 }
        guard length == 60_000 else { return 0 }
        let before = position
        _ = skip(" and ") || skip(" ") || skip("零")
        if let seconds = value(), seconds < 60 {
            _ = skip(" ")
            for spelling in ["seconds", "second", "secs", "sec", "s", "秒钟", "秒"]
            where skip(spelling) {
                return Int(seconds * 1000)
            }
        }
        position = before
        return 0
    }

    // MARK: - Characters

    private func character(at index: Int) -> Character? {
        characters.indices.contains(index) ? characters[index] : nil
    }

    private func isLatinLetter(at index: Int) -> Bool {
        guard let character = character(at: index) else { return false }
        return character.isASCII && character.isLetter
    }

    private func isIdeograph(at index: Int) -> Bool {
        character(at: index).map(PhraseFinder.isIdeograph) ?? false
    }

    private mutating func run(_ condition: (Character) -> Bool) -> String {
        var text = ""
        while let next = character(at: position), condition(next), text.count < 15 {
            text.append(next)
            position += 1
        }
        return text
    }

    /// Moves behind `text` where it stands here, in any case.
    private mutating func skip(_ text: String) -> Bool {
        let wanted = Array(text)
        guard position + wanted.count <= characters.count else { return false }
        for (offset, letter) in wanted.enumerated()
        where characters[position + offset].lowercased() != letter.lowercased() {
            return false
        }
        position += wanted.count
        return true
    }
}

extension NumberReader.Found {
    fileprivate func ending(_ length: Int) -> Self {
        var found = self
        found.length = length
        return found
    }
}
