import CLibav

/// Going through a sound without decoding it.
extension SoundInput {
    /// What a walk found.
    enum Walked {
        /// A place from which to decode.
        case entry(SoundEntry)

        /// The sound ends before the place asked for; its end, in samples at 48 kHz.
        case end(Int, gaps: Int)

        /// Only decoding tells.
        case unknown
    }

    /// Goes to a packet from which the sound at `position`, in samples at 48 kHz, comes out right.
    func approach(_ position: Int) throws(MediaError) -> Walked {
        try walk(to: max(position - SoundEntry.preroll, 0))
    }

    /// Goes to the end of the sound.
    func walkToEnd() throws(MediaError) -> Walked {
        try walk(to: .max)
    }

    /// Seeks near to `target` or to the end where that is exact, and goes on packet by packet.
    private func walk(to target: Int) throws(MediaError) -> Walked {
        let clock = SoundClock(self)
        if seeksExactly, let promised = clock.promised {
            // A second before the end there is something to find, unless the file is cut short.
            if var walk = try seekWalk(min(target, promised - 48_000)) {
                return try follow(&walk, to: target)
            }
            guard seek(to: clock.timestamp(at: 0)) else { return .unknown }
        }
        guard var walk = SoundWalk(self, clock: clock) else { return .unknown }
        return try follow(&walk, to: target)
    }

    /// Reads packets until one ends behind `target`, which is put back.
    private func follow(_ walk: inout SoundWalk, to target: Int) throws(MediaError) -> Walked {
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        let owned = try allocated(packet, "read the sound")
        while try read(into: owned) {
            let before = walk
            guard let step = walk.add(owned.pointee) else { return .unknown }
            guard walk.position > target, step.count > 0 else { continue }
            try putBack(owned)
            return .entry(SoundEntry(step, walk: before, rate: rate))
        }
        return .end(walk.clock.clipped(walk.position), gaps: walk.gaps)
    }

    /// Seeks to a packet at or before `target`, in samples at 48 kHz, and begins a walk there.
    private func seekWalk(_ target: Int) throws(MediaError) -> SoundWalk? {
        guard target > 0 else { return nil }
        var clock = SoundClock(self)
        let start = stream.pointee.start_time == CAV_NOPTS ? 0 : stream.pointee.start_time
        guard seek(to: clock.timestamp(at: target)) else { return nil }
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        let owned = try allocated(packet, "read the sound")
        guard try read(into: owned), owned.pointee.pts != CAV_NOPTS else { return nil }
        let index = Int(
            av_rescale_q(
                owned.pointee.pts &- start, stream.pointee.time_base,
                AVRational(num: 1, den: Int32(rate))))
        guard index >= 0, clock.time(of: owned.pointee.pts) <= target else { return nil }
        try putBack(owned)
        let base = clock.time(of: start)
        clock.resume(at: Double(base) + Double(index) * 48_000 / Double(rate))
        return SoundWalk(self, clock: clock, base: base, index: index)
    }
}
