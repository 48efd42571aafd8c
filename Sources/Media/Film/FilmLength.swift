import CLibav
import Foundation

/// How long the picture of a film lasts.
///
/// Headers are often wrong, so the last packets are read; without decoding, from the last key on.
enum FilmLength {
    /// Returns the time at which the last frame ends, in seconds from second 0; nil where nothing
    /// tells.
    static func seconds(_ input: FilmInput) throws(MediaError) -> Double? {
        let stated = stated(input)
        return try counted(input.path, after: stated) ?? stated
    }

    private static func stated(_ input: FilmInput) -> Double? {
        let whole = Double(input.demuxer.context.pointee.duration) / Double(AV_TIME_BASE)
        return whole > 0 ? whole : nil
    }

    /// Reads the packets from the last key before `time` on; all of them where that is nil or the
    /// container can't seek.
    private static func counted(_ path: String, after time: Double?) throws(MediaError) -> Double? {
        var input = try FilmInput(path: path)
        if let time, !input.seek(to: time) { input = try FilmInput(path: path) }
        var clock = FrameClock(input)
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        let owned = try allocated(packet, "read the film")
        var end = 0.0
        while hasMore(input, owned) { end = max(end, clock.end(of: owned.pointee)) }
        return end > 0 ? end : nil
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
