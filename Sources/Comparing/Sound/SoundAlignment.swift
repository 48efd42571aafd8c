/// Where the times of A lie in B.
package struct SoundAlignment: Hashable, Sendable {
    /// How late B is at A's second 0, in seconds.
    package var offset: Double

    /// By how much B gets later with time, as a part of it: 0.001 is 1000 ppm.
    package var drift: Double

    /// How alike the waves are where they were laid one on the other: 1 is the same, under
    /// `alike` there is no telling that they belong together.
    package var confidence: Double

    package static let alike = 0.5

    /// Returns where `seconds` of A lies in B.
    func inB(_ seconds: Double) -> Double { seconds * (1 + drift) + offset }

    /// Returns where `seconds` of B lies in A.
    func inA(_ seconds: Double) -> Double { (seconds - offset) / (1 + drift) }
}
