import CLibav
import Foundation

/// How long the picture of a film lasts.
///
/// Headers are often wrong, so the last packets are read; without decoding, from the last key on.
struct FilmLength {
    /// When the last frame ends, in seconds from second 0; nil where nothing tells.
    var end: Double?

    /// What shows that the file is cut short, as a clause; nil where it seems whole.
    var cut: String?

    /// Reads the end of the film that `input` is opened on.
    init(_ input: FilmInput) throws(MediaError) {
        let stated = Self.stated(input)
        var tail = try Tail(input.path, after: stated)
        // Nothing may be left of the last stretch that the index speaks of.
        if tail.end == nil, stated != nil { tail = try Tail(input.path, after: nil) }
        end = tail.end ?? stated
        if let end, let promised = Self.promised(input), promised - end > 0.5 {
            let (found, said) = ((end * 10).rounded() / 10, (promised * 10).rounded() / 10)
            cut = "it ends after \(found) s of \(said) s"
        } else if tail.isPartial
            || input.demuxer.formatName == "gif" && GIFTrailer.lacks(input.path)
        {
            cut = "its last frame is not whole"
        }
    }

    private static func stated(_ input: FilmInput) -> Double? {
        let whole = Double(input.demuxer.context.pointee.duration) / Double(AV_TIME_BASE)
        return whole > 0 ? whole : nil
    }

    /// Returns when the picture should end by what the container says of it, in seconds from second
    /// 0; nil where it says nothing, or may speak of the sound.
    private static func promised(_ input: FilmInput) -> Double? {
        let context = input.demuxer.context.pointee
        guard context.duration_estimation_method != AVFMT_DURATION_FROM_BITRATE else { return nil }
        let length = Double(input.stream.pointee.duration) * input.tick
        return length > 0 ? length : input.hasSound ? nil : stated(input)
    }
}

/// What the packets at the end of a film say.
private struct Tail {
    /// When the last frame ends, in seconds; nil where there is no packet.
    var end: Double?

    /// Whether the last packet has fewer bytes than its container says.
    var isPartial = false

    /// Reads the packets from the last key before `time` on; all of them where that is nil or the
    /// container can't seek.
    init(_ path: String, after time: Double?) throws(MediaError) {
        var input = try FilmInput(path: path)
        if let time, !input.seek(to: time) { input = try FilmInput(path: path) }
        var clock = FrameClock(input)
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        let owned = try allocated(packet, "read the film")
        while Self.hasMore(input, owned) {
            let last = clock.end(of: owned.pointee)
            if last > end ?? 0 { end = last }
            isPartial = owned.pointee.flags & AV_PKT_FLAG_CORRUPT != 0
        }
        // Recordings of broadcasts end anywhere.
        if input.demuxer.formatName == "mpegts" { isPartial = false }
    }

    /// Where reading fails the film ends.
    private static func hasMore(
        _ input: FilmInput, _ packet: UnsafeMutablePointer<AVPacket>
    ) -> Bool {
        do {
            return try input.read(into: packet)
        } catch {
            return false
        }
    }
}
