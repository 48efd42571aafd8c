import CLibav
import Foundation

/// Tells whether the frames of a film follow each other by equal steps.
enum FrameSteps {
    /// Packets that are read where the container has no table of all frames: some five seconds.
    private static let patience = 150

    /// Frames at most that are stored before one that shows earlier (H.264, A.3.1).
    private static let reordering = 16

    /// Whether some frames last longer than others, beyond what a coarse clock rounds.
    static func areUneven(_ input: FilmInput) throws(MediaError) -> Bool {
        var stamps = table(input)
        if stamps == nil { stamps = try read(input.path) }
        let sorted = (stamps ?? []).sorted()
        // The last step is often the rest of something.
        let steps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }.dropLast()
        guard let least = steps.min(), let most = steps.max() else { return false }
        return Double(most - least) > max(2, 0.02 * Double(most))
    }

    /// The decoding times in the container's own table; nil where it has keys alone.
    private static func table(_ input: FilmInput) -> [Int64]? {
        guard ["mov", "avi"].contains(where: input.demuxer.formatName.hasPrefix) else { return nil }
        let count = avformat_index_get_entries_count(input.stream)
        guard count > 2 else { return nil }
        return (0..<count).compactMap { avformat_index_get_entry(input.stream, $0) }
            .map(\.pointee.timestamp)
    }

    /// The times at which the first frames are shown.
    private static func read(_ path: String) throws(MediaError) -> [Int64] {
        let input = try FilmInput(path: path)
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        let owned = try allocated(packet, "read the film")
        var stamps: [Int64] = []
        for _ in 0..<patience {
            // Where reading fails the film ends.
            guard let more = try? input.read(into: owned), more else { return stamps }
            if owned.pointee.pts != CAV_NOPTS { stamps.append(owned.pointee.pts) }
        }
        return stamps.sorted().dropLast(reordering)
    }
}
