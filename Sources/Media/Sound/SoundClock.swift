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
            min(
                max(Int(av_rescale_q(time, stream.time_base, sample)), 0),
                MediaLimits.current.audioSamples)
        }
        return parts[0] + parts[1]
    }

    /// Returns the samples of silence that belong before `frame`, and counts the frame as heard.
    ///
    /// Before the first frame the result is negative where its head lies before second 0.
    mutating func silence(before frame: AVFrame) -> Int {
        let length = Double(frame.nb_samples) * 48_000 / Double(max(frame.sample_rate, 1))
        guard frame.best_effort_timestamp != CAV_NOPTS else {
            expected = (expected ?? 0) + length
            return 0
        }
        let time = Double(
            av_rescale_q(frame.best_effort_timestamp &- origin, timeBase, SoundClock.sample))
        let lead = time - (expected ?? 0)
        let isFirst = expected == nil
        expected = abs(lead) < SoundClock.gaps.lowerBound && !isFirst ? time - lead : time
        expected = (expected ?? 0) + length
        let isMeant = isFirst ? abs(lead) <= SoundClock.gaps.upperBound : SoundClock.gaps ~= lead
        return isMeant ? Int(lead) : 0
    }

    private static let sample = AVRational(num: 1, den: 48_000)
}
