import CLibav

/// Compares timestamps with the samples seen so far and says where silence is missing.
struct SoundClock {
    /// Where the container's edit list ends the sound, in samples at 48 kHz; nil where it has none.
    let end: Int?

    /// The length that the container states, in samples at 48 kHz; nil where it states none.
    let promised: Int?

    private let timeBase: AVRational
    private let origin: Int64

    /// The time that the next frame should bear, in samples at 48 kHz; nil before the first.
    private var expected: Double?

    /// Differences up to 50 ms are jitter of coarse time bases; over a minute, a clock that leapt.
    private static let gaps = 2_400.0...2_880_000.0

    init(_ input: SoundInput) {
        let stream = input.stream.pointee
        timeBase = stream.time_base
        origin = input.origin
        let length = SoundClock.length(stream, origin: origin)
        end = input.hasEditList ? length : nil
        promised = input.statesDuration ? length : nil
    }

    /// Returns where the stream says that it ends, at most what a store holds: headers may say
    /// anything.
    private static func length(_ stream: AVStream, origin: Int64) -> Int {
        let start = stream.start_time == CAV_NOPTS ? 0 : max(stream.start_time &- origin, 0)
        let parts = [start, max(stream.duration, 0)].map { time in
            let samples = Int(av_rescale_q(time, stream.time_base, sample))
            return min(max(samples, 0), MediaLimits.current.audioSamples)
        }
        return parts[0] + parts[1]
    }

    /// Returns the samples of silence that belong before a frame or packet, and counts it as heard.
    ///
    /// `timestamp` is in the stream's time base, nil where there is none; `length` is in samples at
    /// 48 kHz. Before the first the result is negative where its head lies before second 0.
    mutating func silence(at timestamp: Int64?, length: Double) -> Int {
        guard let timestamp else {
            expected = (expected ?? 0) + length
            return 0
        }
        let time = Double(time(of: timestamp))
        let lead = time - (expected ?? 0)
        let isFirst = expected == nil
        expected = abs(lead) < SoundClock.gaps.lowerBound && !isFirst ? time - lead : time
        expected = (expected ?? 0) + length
        let isMeant = isFirst ? abs(lead) <= SoundClock.gaps.upperBound : SoundClock.gaps ~= lead
        return isMeant ? Int(lead) : 0
    }

    /// The same for a decoded frame.
    mutating func silence(before frame: AVFrame) -> Int {
        let stamp = frame.best_effort_timestamp
        return silence(
            at: stamp == CAV_NOPTS ? nil : stamp,
            length: Double(frame.nb_samples) * 48_000 / Double(max(frame.sample_rate, 1)))
    }

    /// Returns where a sound of samples up to `position` ends: where the edit list says, unless more
    /// lies behind that than any codec adds.
    func clipped(_ position: Int) -> Int {
        guard let end, position - end <= StereoSource.mostPadding else { return position }
        return min(position, end)
    }

    /// Goes on at `position`, in samples at 48 kHz, as if all before had been heard.
    mutating func resume(at position: Double) { expected = position }

    /// Returns where a timestamp of the stream lies, in samples at 48 kHz.
    func time(of timestamp: Int64) -> Int {
        Int(av_rescale_q(timestamp &- origin, timeBase, SoundClock.sample))
    }

    /// Returns the timestamp of the stream at `position`, in samples at 48 kHz.
    func timestamp(at position: Int) -> Int64 {
        av_rescale_q(Int64(position), SoundClock.sample, timeBase) &+ origin
    }

    private static let sample = AVRational(num: 1, den: 48_000)
}
