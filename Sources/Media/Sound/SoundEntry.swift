import CLibav

/// A place in the middle of a sound where decoding begins, as if all before had been decoded.
///
/// Decoders need some packets before they are right, and a resampler some samples. Both get a
/// second. What a resampler then gives is the same as from the start where input and output samples
/// coincide, so that is where it begins.
struct SoundEntry {
    /// Where the first sample lies that is given, in samples at 48 kHz.
    let position: Int

    private var walk: SoundWalk
    private let rate: Int
    private let base: Int
    private let index: Int

    /// Packets handed to the decoder, by the timestamps that its frames bear.
    private var steps: [Int64: SoundWalk.Step] = [:]

    /// Where a decoded frame is entered.
    struct Place {
        /// Samples of the frame to leave out.
        var offset: Int

        /// Where the first that is left lies, in samples at 48 kHz.
        var position: Int

        /// Where the frame itself begins, in samples at 48 kHz.
        var frameStart: Double
    }

    /// How long before the first sample that matters packets are to be decoded, at 48 kHz: a second
    /// each for the decoder, the resampler and the way to where samples coincide.
    static let preroll = 3 * 48_000

    /// Begins at the packet that `step` is about, which `walk` takes next.
    init(_ step: SoundWalk.Step, walk: SoundWalk, rate: Int) {
        self.walk = walk
        self.rate = rate
        base = step.base
        index = Self.coinciding(from: step.index + rate, rate: rate)
        position = base + index * 48_000 / rate
    }

    /// Where the packets noted so far end, in samples at 48 kHz.
    var end: Int { walk.position }

    /// Notes a packet that goes to the decoder.
    mutating func note(_ packet: AVPacket) {
        guard let step = walk.add(packet), step.count > 0, let stamp = step.timestamp else {
            return
        }
        steps[stamp] = step
    }

    /// Returns where to enter `frame`; nil where it lies before, or is of no known place.
    func place(in frame: AVFrame) -> Place? {
        guard let step = steps[frame.best_effort_timestamp], Int(frame.sample_rate) == rate else {
            return nil
        }
        // After a gap a new run begins, wherever that is.
        let wanted = step.base == base ? index : 0
        let first = Self.coinciding(from: max(wanted, step.index), rate: rate)
        guard first - step.index < Int(frame.nb_samples) else { return nil }
        return Place(
            offset: first - step.index, position: step.base + first * 48_000 / rate,
            frameStart: Double(step.base) + Double(step.index) * 48_000 / Double(rate))
    }

    /// Returns the next sample from `index` on where one at 48 kHz lies too.
    private static func coinciding(from index: Int, rate: Int) -> Int {
        let step = rate / greatestCommonDivisor(rate, 48_000)
        return (index + step - 1) / step * step
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? max(a, 1) : greatestCommonDivisor(b, a % b)
    }
}
