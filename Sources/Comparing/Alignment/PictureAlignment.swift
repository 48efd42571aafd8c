/// How B's picture lies against A's, in time and place.
package struct PictureAlignment: Sendable {
    /// Seconds by which B is late at A's second 0.
    package var offset = 0.0
    /// Parts in a million by which B runs slow.
    package var drift = 0.0

    /// How sure it is that both show the same, 0...1.
    package var confidence = 0.0
    package var isSameContent: Bool { confidence >= 0.5 }

    /// Whether the picture moves enough to tell the time; where not, the offset is the sound's or 0.
    package var isTimed = false

    /// Frames of A and of B that show the same moment, each at most once, in order.
    package var pairs: [(a: Int, b: Int)] = []

    /// The part of A that B shows, and where in B it stands, in shares; all where both are whole.
    package var shownOfA = PictureArea.all
    package var placeInB = PictureArea.all

    /// The part of A that B shows where that is not all of it.
    package var crop: PictureArea? {
        shownOfA.distance(to: .all) > 0.004 ? shownOfA : nil
    }

    /// Whether B has bars, or more picture, around what A shows.
    package var isPadded: Bool { placeInB.distance(to: .all) > 0.004 }

    /// The line that maps B's stored luma to A's.
    package var levelGain = 1.0
    package var levelBias = 0.0

    /// The median correlation of frames of the same moment, -1...1; 0 where all are flat.
    var likeness = 0.0

    /// The offset before frames were matched.
    var roughOffset = 0.0

    /// For each of B's frames the frame of A that it shows, as well as motion tells; -1 for none.
    var path: [Int] = []

    package init() {}

    /// When B shows what A shows at `time`, in seconds.
    package func timeInB(_ time: Double) -> Double { time + offset + drift * 1e-6 * time }

    /// When A shows what B shows at `time`, in seconds.
    package func timeInA(_ time: Double) -> Double { (time - offset) / (1 + drift * 1e-6) }
}
