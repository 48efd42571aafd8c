import CLibav

/// What the time stamps and keys of a stream's packets tell.
package struct PacketTimes: Hashable, Sendable {
    /// Frames that are shown.
    package var frames = 0

    /// The most frames from one key to the next, or to the end.
    package var longestGroup = 0

    /// When the first frame begins and the last one ends, in seconds of the container's clock.
    package var start = 0.0
    package var end = 0.0

    /// When the last frame begins.
    package var lastStart = 0.0

    /// The shortest and the longest time that a frame is shown, in seconds; 0 below two frames.
    package var shortest = 0.0
    package var longest = 0.0

    /// The stamps' step, in seconds: what rounding may do to a duration.
    package var tick = 0.0

    /// Packets whose decoding time is not above the one before.
    package var backward = 0

    /// Frames that come after a key and are shown before it: an open group needs the one before.
    package var leading = 0

    /// Frames without a time, or with one that another has.
    package var unclear = 0

    package init() {}

    /// Whether frames last unequally, by more than rounding and a hundredth of a frame.
    package var areUneven: Bool { longest - shortest > 2.1 * tick + 0.01 * shortest }
}

/// Collects the packets of one stream of pictures.
struct PacketTimesCollector {
    private var times: [Int64] = []
    private var lastDecoding = Int64.min
    private var lastDuration: Int64 = 0
    private var group = 0
    private var key = Int64.min
    private var result = PacketTimes()

    mutating func add(_ packet: AVPacket) {
        if packet.flags & AV_PKT_FLAG_KEY != 0 {
            group = 0
            key = packet.pts
        } else if packet.pts != CAV_NOPTS, packet.pts < key {
            result.leading += 1
        }
        group += 1
        result.longestGroup = max(result.longestGroup, group)
        if packet.dts != CAV_NOPTS {
            if packet.dts <= lastDecoding { result.backward += 1 }
            lastDecoding = packet.dts
        }
        // What an edit list leaves out is decoded and not shown.
        guard packet.flags & AV_PKT_FLAG_DISCARD == 0 else { return }
        let time = packet.pts != CAV_NOPTS ? packet.pts : packet.dts
        guard time != CAV_NOPTS else {
            result.unclear += 1
            return
        }
        times.append(time)
        if packet.duration > 0 { lastDuration = packet.duration }
    }

    /// `tick` is the stamps' step in seconds.
    func facts(tick: Double) -> PacketTimes {
        var facts = result
        facts.tick = tick
        facts.frames = times.count
        let sorted = times.sorted()
        guard let first = sorted.first, let last = sorted.last else { return facts }
        let steps = zip(sorted.dropFirst(), sorted).map { Double($0) - Double($1) }
        facts.unclear += steps.count { $0 == 0 }
        if let shortest = steps.min(), let longest = steps.max() {
            facts.shortest = shortest * tick
            facts.longest = longest * tick
        }
        let usual = steps.isEmpty ? Double(lastDuration) : steps.reduce(0, +) / Double(steps.count)
        facts.start = Double(first) * tick
        facts.lastStart = Double(last) * tick
        facts.end = (Double(last) + (lastDuration > 0 ? Double(lastDuration) : usual)) * tick
        return facts
    }
}
