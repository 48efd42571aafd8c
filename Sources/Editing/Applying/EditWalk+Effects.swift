import Foundation
import Planning

extension EditWalk {
    /// The most effects that the planner takes for one picture.
    private static let mostEffects = 16

    /// Adds an effect to pictures, or changes the one that is there.
    mutating func addEffect(
        _ reference: Reference, _ kind: Draft.Effect.Kind, _ settings: [String: Adjustment]
    ) throws(EditProblem) {
        for thing in try resolve(reference, .looks) {
            var effects = self[thing].effects
            let index = effects.firstIndex { $0.kind == kind }
            if index == nil {
                // A colour table is a file, which no number can name.
                guard kind != .lut else { throw .nothingToChange(operation) }
                guard effects.count < Self.mostEffects else {
                    throw .outOfBounds(operation, allowed: 0...Double(Self.mostEffects))
                }
            }
            var effect = index.map { effects[$0] } ?? Draft.Effect(kind)
            for (key, adjustment) in settings.sorted(by: { $0.key < $1.key }) {
                try change(&effect, key, adjustment)
            }
            if let index { effects[index] = effect } else { effects.append(effect) }
            self[thing].effects = effects
        }
    }

    private func change(
        _ effect: inout Draft.Effect, _ key: String, _ adjustment: Adjustment
    ) throws(EditProblem) {
        var key = key
        if key == "amount", effect.kind.hasRampOnly {
            // These know an amount as a ramp that stays where it is.
            key = "to"
            effect.settings.remove("from")
        }
        guard let range = effect.kind.range(of: key) else { throw .nothingToChange(operation) }
        let present = effect.number(key) ?? effect.kind.usual(key)
        let value = try bounded(adjustment, present, range)
        let isWhole = effect.kind.isWhole(key)
        let node = JSONNumber(isWhole ? value.rounded() : value.rounded(places: 4))
        if effect.number(key) != node.double { effect.settings.set(key, JSONNode(.number(node))) }
    }

    mutating func removeEffects(
        _ reference: Reference, _ kind: Draft.Effect.Kind?
    ) throws(EditProblem) {
        var isFound = false
        for thing in try resolve(reference, .looks) {
            let kept = self[thing].effects.filter { kind != nil && $0.kind != kind }
            guard kept.count < self[thing].effects.count else { continue }
            isFound = true
            self[thing].effects = kept
        }
        guard isFound else { throw .nothingToChange(operation) }
    }
}

extension Draft.Effect {
    fileprivate func number(_ key: String) -> Double? {
        guard case .number(let number)? = settings[key]?.value else { return nil }
        return number.double
    }
}

extension Draft.Effect.Kind {
    /// Whether its amount is written as `from` and `to` only.
    fileprivate var hasRampOnly: Bool {
        switch self {
        case .pixelate, .blur, .gray, .dim: true
        default: false
        }
    }

    /// The numbers that the planner takes; nil for settings that the effect does not know.
    fileprivate func range(of key: String) -> ClosedRange<Double>? {
        switch (self, key) {
        case (.pixelate, "from"), (.pixelate, "to"): 0...1080
        case (.blur, "from"), (.blur, "to"): 0...540
        case (.gray, "from"), (.gray, "to"), (.dim, "from"), (.dim, "to"): 0...1
        case (.vignette, "amount"), (.spotlight, "amount"): 0...1
        case (.vignette, "from"), (.vignette, "to"): 0...1
        case (.spotlight, "from"), (.spotlight, "to"): 0...1
        case (.diffuse, "from"), (.diffuse, "to"): 0...1
        case (.diffuse, "steps"): 1...1000
        case (.diffuse, "seed"): 0...9e15
        case (.diffuse, "grain"): 1...16
        case (.grid, "n"): 2...24
        case (.spotlight, "x"), (.spotlight, "y"): 0...1
        case (.spotlight, "r"): 0.01...4
        case (.adjust, "brightness"): -1...1
        case (.adjust, "contrast"), (.adjust, "saturation"): 0...4
        default: nil
        }
    }

    /// The value where none is written, as the planner has it.
    fileprivate func usual(_ key: String) -> Double {
        switch (self, key) {
        case (.pixelate, _): 24
        case (.blur, _): 12
        case (.gray, _): 1
        case (.dim, _), (.vignette, _): 0.5
        case (.spotlight, "x"), (.spotlight, "y"): 0.5
        case (.spotlight, "r"): 0.25
        case (.spotlight, _): 1
        case (.diffuse, "from"): 1
        case (.diffuse, "steps"): 30
        case (.diffuse, "seed"): 42
        case (.diffuse, "grain"): 3
        case (.grid, _): 3
        case (.adjust, "contrast"), (.adjust, "saturation"): 1
        default: 0
        }
    }

    fileprivate func isWhole(_ key: String) -> Bool {
        switch (self, key) {
        case (.grid, "n"), (.diffuse, "steps"), (.diffuse, "seed"): true
        default: false
        }
    }
}
