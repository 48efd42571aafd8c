import Foundation
import Planning

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
