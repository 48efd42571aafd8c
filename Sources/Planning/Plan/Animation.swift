import Foundation

/// A number that may change over a clip: a constant, or keys with an ease between neighbours.
package struct Animation: Hashable, Sendable {
    /// Keys in order of time; at least one.
    package private(set) var keys: [AnimationKey]

    package static func constant(_ value: Double) -> Animation {
        Animation(keys: [AnimationKey(time: 0, value: value, easing: .linear)])
    }

    /// - Precondition: `keys` is not empty and sorted by time.
    package init(keys: [AnimationKey]) {
        precondition(!keys.isEmpty, "an animation needs a key")
        self.keys = keys
    }

    package var isConstant: Bool { keys.allSatisfy { $0.value == keys[0].value } }

    /// Returns the value `time` frames after the start of the clip's span; ends hold.
    package func value(at time: Double) -> Double {
        guard let next = keys.firstIndex(where: { $0.time > time }) else {
            return keys[keys.count - 1].value
        }
        guard next > 0 else { return keys[0].value }
        let (a, b) = (keys[next - 1], keys[next])
        let progress = a.easing.value(at: (time - a.time) / (b.time - a.time))
        return a.value + (b.value - a.value) * progress
    }

    /// Returns the animation with every value passed through `transform`.
    package func map(_ transform: (Double) -> Double) -> Animation {
        Animation(
            keys: keys.map {
                AnimationKey(time: $0.time, value: transform($0.value), easing: $0.easing)
            })
    }
}

/// A value at a time; its ease governs the interval that it starts.
package struct AnimationKey: Hashable, Sendable {
    /// Frames after the start of the clip's span, fractional.
    package var time: Double
    package var value: Double
    package var easing: Easing

    package init(time: Double, value: Double, easing: Easing) {
        self.time = time
        self.value = value
        self.easing = easing
    }
}
