import Foundation

/// The forward process of a diffusion model on the picture itself: `x_t = sqrt(a_t) x_0 + sqrt(1 -
/// a_t) e`, in R'G'B' scaled to -1...1.
///
/// The noise `e` is normal, fixed for each grain cell and channel. What is shown is the formula's
/// picture, not a model's run.
package struct Diffusion: Hashable, Sendable {
    /// The time at the first and at the last step as shares of the process, 0 (the picture) to 1
    /// (noise).
    package var from: Double
    package var to: Double

    /// The number of visible steps, 1...1000; each is held for an equal part of the clip's span.
    package var steps: Int

    package var seed: UInt64

    package var schedule: Schedule

    /// The side of a noise cell in whole pixels; at least 1.
    package var grain: Int

    package init(
        from: Double = 1, to: Double = 0, steps: Int = 30, seed: UInt64 = 42,
        schedule: Schedule = .cosine, grain: Int
    ) {
        self.from = from
        self.to = to
        self.steps = steps
        self.seed = seed
        self.schedule = schedule
        self.grain = grain
    }

    /// The number of times of the process, T.
    package static let length = 1000

    /// Returns the step, from 0, that shows after a share `progress` of the clip's span.
    package func step(at progress: Double) -> Int {
        min(Int(min(max(progress, 0), 1) * Double(steps)), steps - 1)
    }

    /// Returns the time, from 0 to `length`, that `step` shows; a single step shows `from`.
    package func time(ofStep step: Int) -> Int {
        let share = steps > 1 ? Double(step) / Double(steps - 1) : 0
        return Int((Double(Self.length) * (from + (to - from) * share)).rounded())
    }

    /// How fast the picture drowns in noise.
    package enum Schedule: String, Hashable, Sendable, CaseIterable {
        /// Nichol and Dhariwal, "Improved Denoising Diffusion Probabilistic Models" (2021): even to
        /// the eye.
        case cosine
        /// Ho, Jain and Abbeel, "Denoising Diffusion Probabilistic Models" (2020).
        case linear
        /// The square roots of its variances are linear: latent diffusion (Rombach et al., 2022).
        case scaled

        /// Returns a_t, the share of the picture's variance at `time` in 0...1000: 1 at 0.
        package func signal(at time: Int) -> Double {
            (0..<min(max(time, 0), Diffusion.length)).reduce(1) { $0 * (1 - variance($1)) }
        }

        /// The variance that step `index`, from 0, adds.
        private func variance(_ index: Int) -> Double {
            let share = Double(index) / Double(Diffusion.length - 1)
            switch self {
            case .linear: return 1e-4 + (0.02 - 1e-4) * share
            case .scaled:
                let root =
                    0.00085.squareRoot() + (0.012.squareRoot() - 0.00085.squareRoot()) * share
                return root * root
            case .cosine:
                return min(1 - Self.cosine(index + 1) / Self.cosine(index), 0.999)
            }
        }

        private static func cosine(_ time: Int) -> Double {
            let wave = cos((Double(time) / Double(Diffusion.length) + 0.008) / 1.008 * .pi / 2)
            return wave * wave
        }
    }
}
