import Foundation

extension ObjectReader {
    /// Reads an opacity; one outside 0...1 is clamped.
    mutating func opacity() -> Double? {
        guard let found = find("op"),
            let value = number(found, -1e6...1e6, "a number from 0 to 1")
        else { return nil }
        guard !(0...1).contains(value) else { return value }
        log.notice("op outside 0…1 is clamped", at: found.place)
        return min(max(value, 0), 1)
    }

    /// Reads a frame rate: a number, or a fraction in a string.
    mutating func frameRate(_ key: String) -> FrameRate? {
        guard let found = find(Field(key)) else { return nil }
        let expected = "a number of frames a second from 1 to 240, or \"30000/1001\""
        switch found.node.value {
        case .string(let text) where text.contains("/"):
            if let rate = FrameRate(parsing: text) { return rate }
        case .number(let number):
            if let rate = FrameRate(parsing: number.text) {
                if rate.denominator == 1001 {
                    log.notice(
                        "fps \(number.text) is \(rate.numerator)/1001, NTSC's rate",
                        at: found.place)
                }
                return rate
            }
        default: break
        }
        reject(found, expected: expected)
        return nil
    }

    mutating func kenBurns() -> Draft.KenBurns? {
        guard let found = find("kb") else { return nil }
        if case .string = found.node.value {
            return word(found, Draft.KenBurns.Preset.self).map { .preset($0) }
        }
        return object(in: found, key: "kb", expected: "an object or the name of a preset") {
            .move(Draft.KenBurns.Move(reading: &$0))
        }
    }

    mutating func effects() -> [Draft.Effect] {
        (array("fx", expected: "an array of effects") ?? []).compactMap { found in
            owned(found, expected: "an effect") { Draft.Effect(reading: &$0) } ?? nil
        }
    }
}

extension Draft.Generated {
    init?(reading reader: inout ObjectReader) {
        guard let kind: Kind = reader.requiredWord("k") else { return nil }
        self.init(kind)
        switch kind {
        case .gradient:
            from = reader.color("from")
            to = reader.color("to")
            angle = reader.number("angle", -36_000...36_000, "a number (degrees)")
        case .noise: seed = reader.integer("seed", 0...Int.max, "an integer of at least 0")
        case .bars: break
        case .palette:
            colors = (reader.array("colors", expected: "an array of colours") ?? [])
                .compactMap { reader.color($0) }
            if colors?.isEmpty ?? true {
                let place = reader.place(ofMissing: "colors")
                reader.log.add(.missing(expected: "at least one colour"), at: place)
            }
        }
        unknown = reader.unknown()
    }
}

extension Draft.Effect {
    init?(reading reader: inout ObjectReader) {
        guard let kind: Kind = reader.requiredWord("k") else { return nil }
        self.init(kind)
        settings = reader.unknown(keeping: reader.object.keys)
        places = reader.places
    }
}

extension Draft.KenBurns.Move {
    init(reading reader: inout ObjectReader) {
        let from = reader.object("from") { Draft.KenBurns.View(reading: &$0) }
        let to = reader.object("to") { Draft.KenBurns.View(reading: &$0) }
        self.init(from: from, to: to)
        easing = reader.word("ease")
        path = reader.word("path")
        unknown = reader.unknown()
    }
}

extension Draft.KenBurns.View {
    init(reading reader: inout ObjectReader) {
        x = reader.number("x", -100...100, "a number (0.5 is the middle)")
        y = reader.number("y", -100...100, "a number (0.5 is the middle)")
        zoom = reader.number("z", 0.0001...1000, "a number of at least 1")
        unknown = reader.unknown()
    }
}
