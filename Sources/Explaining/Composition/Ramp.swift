/// A shade that is dense at one end and clear at the other.
struct Ramp: Hashable {
    /// At its dense end, 0...1.
    private(set) var density: Double

    /// How far from the dense end it is clear, in units; over 0.
    private(set) var length: Double

    /// How much denser than what is needed its end is: the less, the longer it must be.
    private static let headroom = 0.15
    private static let most = 0.96

    init(density: Double, length: Double) {
        self.density = density
        self.length = length
    }

    /// The density at a distance from the dense end.
    func density(at distance: Double) -> Double {
        density * min(max(1 - distance / length, 0), 1)
    }

    /// Makes it at least as dense as `needed` as far as `distance`.
    mutating func reach(_ needed: Double, at distance: Double) {
        let needed = min(needed, Self.most - 0.01)
        guard needed > density(at: distance) else { return }
        density = max(density, min(needed + Self.headroom, Self.most))
        length = max(length, distance / (1 - needed / density))
    }
}
