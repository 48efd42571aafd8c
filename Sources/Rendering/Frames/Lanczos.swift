import Foundation

/// The windowed sinc of Duchon, "Lanczos Filtering in One and Two Dimensions" (1979).
enum Lanczos {
    /// Returns the kernel with `lobes` lobes at `x` sample distances.
    static func value(_ x: Double, lobes: Double) -> Double {
        guard abs(x) < lobes else { return 0 }
        guard abs(x) > 1e-9 else { return 1 }
        let angle = Double.pi * x
        return lobes * sin(angle) * sin(angle / lobes) / (angle * angle)
    }

    /// The three-lobed kernel at steps of 1/1024, for tables that are made anew for every frame.
    ///
    /// Linear interpolation between steps is off by less than 2e-6, far below the 3e-5 of a
    /// weight's last bit.
    static let table: [Float] = (0...3 * steps + 1).map {
        Float(value(Double($0) / Double(steps), lobes: 3))
    }

    static let steps = 1024
}
