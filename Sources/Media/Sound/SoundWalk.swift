import CLibav

/// Follows a sound packet by packet without decoding it: where each lies, and where it ends.
///
/// Counts exactly as `StereoSource` does, which decodes.
struct SoundWalk {
    /// Where the samples of a packet lie.
    struct Step: Hashable {
        /// Where the run of packets without a gap began, in samples at 48 kHz.
        var base: Int

        /// The packet's first sample in that run, and their number, at the stream's own rate.
        var index: Int
        var count: Int

        /// The timestamp that the first decoded frame bears.
        var timestamp: Int64?
    }

    private(set) var clock: SoundClock

    /// The number of gaps so far.
    private(set) var gaps = 0

    private let length: PacketLength
    private let rate: Int
    private let timeBase: AVRational
    private var base: Int
    private var taken: Int

    /// Samples still to be left out, as the container says.
    private var skip: Int

    /// Whether the next packet decodes to nothing.
    private var losesNext: Bool

    /// Begins at sample `index` of a run that began at `base`.
    ///
    /// Nil where only decoding tells how long packets are.
    init?(_ input: SoundInput, clock: SoundClock, base: Int = 0, index: Int = 0) {
        guard let length = PacketLength(input.stream) else { return nil }
        self.length = length
        self.clock = clock
        self.base = base
        taken = index
        skip = index == 0 ? length.skipsFirst : 0
        losesNext = index == 0 && length.losesFirst
        rate = input.rate
        timeBase = input.stream.pointee.time_base
    }

    /// Where the next sample lies, in samples at 48 kHz.
    var position: Int { base + (taken * 48_000 + rate / 2) / rate }

    /// Takes the next packet; nil where its length can't be told.
    mutating func add(_ packet: AVPacket) -> Step? {
        guard var count = length.samples(in: packet) else { return nil }
        let trimmed = SkippedSamples(packet)
        skip = trimmed?.first ?? skip
        let skipped = min(skip, count)
        skip -= skipped
        count -= min(skipped + (length.isTrimmed ? 0 : trimmed?.last ?? 0), count)
        guard count > 0, !losesNext else {
            losesNext = false
            return Step(base: base, index: taken, count: 0)
        }
        let stamp = packet.pts == CAV_NOPTS ? nil : packet.pts &+ ticks(skipped)
        let silence = clock.silence(
            at: stamp, length: Double(count) * 48_000 / Double(rate))
        move(by: silence)
        defer { taken += count }
        return Step(base: base, index: taken, count: count, timestamp: stamp)
    }

    private mutating func move(by silence: Int) {
        guard silence != 0 else { return }
        if silence > 0, position > 0 { gaps += 1 }
        base = silence > 0 ? position + silence : silence
        taken = 0
    }

    private func ticks(_ samples: Int) -> Int64 {
        av_rescale_q(Int64(samples), AVRational(num: 1, den: Int32(rate)), timeBase)
    }
}

/// What the container says is to be left out at the ends of a packet, in samples.
private struct SkippedSamples {
    let first: Int
    let last: Int

    /// Nil where it says nothing.
    ///
    /// libav packs two little-endian words of 32 bits (AV_PKT_DATA_SKIP_SAMPLES).
    init?(_ packet: AVPacket) {
        var packet = packet
        var size = 0
        guard let data = av_packet_get_side_data(&packet, AV_PKT_DATA_SKIP_SAMPLES, &size),
            size >= 8
        else { return nil }
        let bytes = BoundedBytes(Array(UnsafeBufferPointer(start: data, count: 8)))
        first = bytes.number(at: 0, size: 4, bigEndian: false) ?? 0
        last = bytes.number(at: 4, size: 4, bigEndian: false) ?? 0
    }
}
