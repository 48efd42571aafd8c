import Foundation

extension PlanWalk {
    /// The most effects of one segment: each may hold memory for as long as its clip is drawn.
    private static let mostEffects = 16

    /// Resolves the effects of a picture segment, in order; what is wrong with one is an issue.
    mutating func effects(of timed: TimedSegment) -> [PictureEffect] {
        let count = timed.segment.effects.count
        guard count <= Self.mostEffects else {
            let expected = "at most \(Self.mostEffects) effects"
            log.add(.value(expected: expected, found: "\(count)"), at: timed.place("fx"))
            return []
        }
        var resolved: [PictureEffect] = []
        for (index, effect) in timed.segment.effects.enumerated() {
            let pointer = "\(timed.pointer)/fx/\(index)"
            let found =
                effect.kind == .lut
                ? table(effect, pointer: pointer)
                : reading(effect, pointer: pointer) { [canvas, length = frames(timed.duration)] in
                    effect.kind.read(&$0, unit: canvas.unit, over: length)
                }
            if let found { resolved.append(found) }
        }
        return resolved
    }

    /// Reads the settings of `effect` with `body`; what it does not ask for gives a notice.
    private mutating func reading<Value>(
        _ effect: Draft.Effect, pointer: String, _ body: (inout ObjectReader) -> Value
    ) -> Value {
        var lent = DraftLog()
        swap(&lent, &log)
        let node = JSONNode(
            .object(effect.settings), line: Int32(clamping: effect.places.line),
            column: Int32(clamping: effect.places.column))
        var reader = ObjectReader(effect.settings, node: node, pointer: pointer, log: lent)
        lent = DraftLog()
        let value = body(&reader)
        _ = reader.unknown()
        swap(&log, &reader.log)
        return value
    }

    private mutating func table(_ effect: Draft.Effect, pointer: String) -> PictureEffect? {
        let (source, place) = reading(effect, pointer: pointer) { reader in
            let source = reader.required("src", expected: "the path of a .cube file")
            return (source, reader.places.place(of: "src", in: pointer))
        }
        guard !source.isEmpty else { return nil }
        return colorTable(at: source, place: place).map { .lut(path: $0) }
    }
}

extension Draft.Effect.Kind {
    /// Reads the settings of an effect that needs no file.
    ///
    /// - Parameters: unit: the pixels of 1/1080 of the canvas' shorter side. length: the frames of
    ///   the clip's span, over which `from` runs to `to`.
    fileprivate func read(
        _ reader: inout ObjectReader, unit: Double, over length: Double
    ) -> PictureEffect? {
        switch self {
        case .diffuse: .diffuse(reader.diffusion(unit: unit))
        case .pixelate:
            .pixelate(cell: reader.ramp(0...1080, 24, .side, over: length).map { $0 * unit })
        case .blur:
            .blur(deviation: reader.ramp(0...540, 12, .side, over: length).map { $0 * unit })
        case .gray: .gray(amount: reader.ramp(0...1, 1, .share, over: length))
        case .dim: .dim(factor: reader.ramp(0...1, 0.5, .share, over: length))
        case .vignette: .vignette(amount: reader.amount(0.5, over: length))
        case .grid: .grid(parts: reader.integer("n", 2...24, "an integer from 2 to 24") ?? 3)
        case .spotlight: .spotlight(reader.spotlight(over: length))
        case .adjust: .adjust(reader.adjustment())
        case .lut: nil
        }
    }
}

extension ObjectReader {
    /// What the numbers of a ramp measure.
    fileprivate enum Measure: String {
        case share = "a number from 0 to 1"
        case side = "1/1080 of the shorter side"
    }

    /// Reads `from` and `to`: one alone holds, without both `value` holds.
    fileprivate mutating func ramp(
        _ range: ClosedRange<Double>, _ value: Double, _ measure: Measure, over length: Double
    ) -> Animation {
        let expected =
            measure == .share
            ? measure.rawValue
            : "a number from 0 to \(JSONNumber(range.upperBound).text) (\(measure.rawValue))"
        let from = number("from", range, expected)
        let to = number("to", range, expected)
        let (start, end) = (from ?? to ?? value, to ?? from ?? value)
        guard start != end else { return .constant(start) }
        return Animation(keys: [
            AnimationKey(time: 0, value: start, easing: .linear),
            AnimationKey(time: length, value: end, easing: .linear),
        ])
    }

    /// Reads `amount`, a number that holds, or else a ramp.
    fileprivate mutating func amount(_ value: Double, over length: Double) -> Animation {
        let held = number("amount", 0...1, Measure.share.rawValue)
        return ramp(0...1, held ?? value, .share, over: length)
    }

    fileprivate mutating func diffusion(unit: Double) -> Diffusion {
        let share = Measure.share.rawValue
        let steps = "an integer from 1 to \(Diffusion.length)"
        let grain = number("grain", 1...16, "a number from 1 to 16 (1/1080 of the shorter side)")
        return Diffusion(
            from: number("from", 0...1, share) ?? 1, to: number("to", 0...1, share) ?? 0,
            steps: integer("steps", 1...Diffusion.length, steps) ?? 30,
            seed: UInt64(integer("seed", 0...Int.max, "an integer of at least 0") ?? 42),
            schedule: word("schedule") ?? .cosine,
            grain: max(Int(((grain ?? 3) * unit).rounded()), 1))
    }

    fileprivate mutating func spotlight(over length: Double) -> PictureEffect.Spotlight {
        let middle = "a number (0.5 is the middle)"
        let radius = "a number above 0, at most 4 (1 is the shorter side)"
        return PictureEffect.Spotlight(
            x: number("x", -100...100, middle) ?? 0.5, y: number("y", -100...100, middle) ?? 0.5,
            radius: number("r", 0.0001...4, radius) ?? 0.25, amount: amount(1, over: length))
    }

    fileprivate mutating func adjustment() -> PictureEffect.Adjustment {
        let factor = "a number from 0 to 4 (1 changes nothing)"
        return PictureEffect.Adjustment(
            brightness: number("brightness", -1...1, "a number from -1 to 1") ?? 0,
            contrast: number("contrast", 0...4, factor) ?? 1,
            saturation: number("saturation", 0...4, factor) ?? 1)
    }
}
