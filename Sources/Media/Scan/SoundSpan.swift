import CLibav

/// From when to when a stream of sound is heard, by its packets.
struct SoundSpan {
    private var start: Double?
    private var end = 0.0
    private var gap = 0.0

    /// When the next packet has to begin; nil where that is not told.
    private var due: Double?

    mutating func add(_ packet: AVPacket, tick: Double) {
        guard packet.pts != CAV_NOPTS else { return }
        let time = Double(packet.pts) * tick
        if let due { gap = max(gap, time - due) }
        due = packet.duration > 0 ? time + Double(packet.duration) * tick : nil
        start = min(start ?? time, time)
        end = max(end, time + Double(packet.duration) * tick)
    }

    /// Puts the span into `audio`; encoders' padding is left out where the file says of it.
    func close(
        _ demuxer: Demuxer, _ stream: UnsafeMutablePointer<AVStream>,
        _ audio: inout StoredFile.Audio?
    ) {
        let tick = av_q2d(stream.pointee.time_base)
        let stated = stream.pointee.start_time
        // Stamps before 0 are pre-roll that nobody hears.
        let first = max(stated == CAV_NOPTS ? start ?? 0 : Double(stated) * tick, 0)
        audio?.start = first
        audio?.longestGap = gap
        audio?.end = max(end, first)
        // The edit list ends the sound before its last packet does.
        let length = Double(stream.pointee.duration) * tick
        if demuxer.formatName.hasPrefix("mov"), length > 0 {
            audio?.end = min(end, first + length)
            // What can't be counted keeps the end that its packets tell.
        } else if let info = try? SoundInput(path: demuxer.path),
            let counted = try? SoundInfo.counted(info)
        {
            audio?.end = demuxer.origin + Double(counted.sampleCount) / 48_000
        }
    }
}
