import CLibav

/// Tells when decoded frames are shown.
///
/// A container's clock rounds the times of its frames, to a millisecond (Matroska, WebM, FLV) or to
/// 1/90000 s (MPEG-TS). Where they lie on the grid of its frame rate, that grid gives the exact
/// time; where not, a frame counts from half a step before its rounded time.
struct FrameClock {
    private let tick: Double
    private let origin: Double
    private let usualDuration: Double

    /// Where the grid of an exact frame rate starts and how far its lines lie apart, in seconds;
    /// nil for clocks whose step is a frame.
    private let grid: (start: Double, step: Double)?
    private let isRounding: Bool

    /// The time that a frame without one gets; nil before the first.
    private var expected: Double?

    /// The step of the coarsest clock that rounds, in seconds; coarser ones (AVI) count frames.
    private static let coarsest = 0.002

    init(_ input: FilmInput) {
        let tick = input.tick
        let isRounding = tick <= Self.coarsest
        self.tick = tick
        self.isRounding = isRounding
        origin = input.origin
        let guess = av_q2d(av_guess_frame_rate(input.demuxer.context, input.stream, nil))
        let rate = guess.isFinite && guess > 0 ? guess : nil
        usualDuration = rate.map { 1 / $0 } ?? 0.04
        let first = input.stream.pointee.start_time
        let start = first == CAV_NOPTS ? 0 : Double(first) * tick - origin
        // A rate near the clock's own is no frame rate but a guess from the clock.
        grid = rate.flatMap { isRounding && $0 < 0.25 / tick ? (start, 1 / $0) : nil }
    }

    /// Forgets the frames before a seek.
    mutating func reset() { expected = nil }

    /// Returns `frame` with its time; one that bears none follows the frame before.
    mutating func timed(_ frame: StillFrame) -> TimedFrame {
        let time = time(
            stamp: frame.raw.pointee.best_effort_timestamp,
            duration: cav_frame_duration(frame.raw))
        return TimedFrame(frame: frame, time: time.start, duration: time.duration)
    }

    /// Returns when the frame in `packet` ends to be shown.
    mutating func end(of packet: AVPacket) -> Double {
        let time = time(stamp: packet.pts, duration: packet.duration)
        return time.start + time.duration
    }

    private mutating func time(
        stamp: Int64, duration: Int64
    ) -> (start: Double, duration: Double) {
        var length = duration > 0 ? Double(duration) * tick : usualDuration
        if isRounding, abs(length - usualDuration) <= tick { length = usualDuration }
        let start =
            stamp == CAV_NOPTS ? expected ?? 0 : exact(Double(stamp) * tick - origin)
        expected = start + length
        return (start, length)
    }

    /// Returns the time that was rounded to `time`.
    private func exact(_ time: Double) -> Double {
        guard isRounding else { return time }
        if let grid {
            let line = grid.start + ((time - grid.start) / grid.step).rounded() * grid.step
            if abs(line - time) <= tick { return line }
        }
        return time - tick / 2
    }
}
