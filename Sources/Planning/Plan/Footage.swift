import Foundation

/// The stretch of a film that a clip plays.
package struct Footage: Hashable, Sendable {
    /// Where the written segment starts, in seconds of the source after its lead.
    package var start: Double

    /// Source seconds in a second of the timeline, 0.25...4.
    package var speed: Double

    /// What of the source is left out at its start, in seconds.
    package var lead: Double

    /// How long the source's picture lasts after the lead, in seconds.
    package var length: Double

    /// Whether it starts over at its end; else its last frame holds.
    package var loops: Bool

    package init(
        start: Double, speed: Double = 1, lead: Double = 0, length: Double, loops: Bool = false
    ) {
        self.start = start
        self.speed = speed
        self.lead = lead
        self.length = length
        self.loops = loops
    }

    /// Returns the source time, in seconds, of which frame `index` shows the picture.
    ///
    /// Frame `n` shows time `n / fps`; what shows there is the source frame whose interval holds
    /// the time. Before the source's start, in a transition's handle, its first frame holds.
    package func time(at index: Int, in span: Clip.Span, rate: FrameRate) -> Double {
        let elapsed = (Double(index) - span.start) / rate.framesPerSecond
        let time = start + elapsed * speed
        guard loops, time >= length, length > 0 else { return lead + max(time, 0) }
        // A time that rounding put a hair before the seam belongs behind it.
        let rest = time.truncatingRemainder(dividingBy: length)
        return lead + (length - rest < Self.seam ? 0 : rest)
    }

    private static let seam = 1e-6
}
