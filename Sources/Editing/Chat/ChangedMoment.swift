import Foundation
package import Planning

/// When an edit can be seen.
package enum ChangedMoment {
    /// Finds the middle of the first thing that looks different.
    ///
    /// - Parameters:
    ///   - old: the draft before.
    ///   - new: the draft after.
    ///   - milliseconds: tells how long a source lasts; nil for stills.
    /// - Returns: milliseconds; nil where the edit is about sound alone or nothing shows.
    package static func time(
        from old: Draft, to new: Draft, milliseconds: @escaping (String) -> Int?
    ) -> Int? {
        let (before, after) = (looks(of: old), looks(of: new))
        let spans = spans(of: new, DraftClock(milliseconds: milliseconds))
        guard let end = spans.map(\.end).max(), end > 0 else { return nil }
        let changed = spans.filter { before[$0.id] != after[$0.id] }
        if let first = changed.min(by: { $0.start < $1.start }) {
            return (first.start + first.end) / 2
        }
        let isWhole =
            old.metadata != new.metadata || before.count != after.count
            || old.transitions != new.transitions
        return isWhole ? end / 2 : nil
    }

    /// What is seen, by identity.
    private static func looks(of draft: Draft) -> [String: Draft.Segment] {
        let seen = draft.tracks.filter(isSeen).flatMap(\.segments)
        return Dictionary(seen.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }

    private static func isSeen(_ track: Draft.Track) -> Bool {
        track.kind == .picture || track.kind == .text
    }

    private static func spans(
        of draft: Draft, _ clock: DraftClock
    ) -> [(id: String, start: Int, end: Int)] {
        draft.tracks.filter(isSeen).flatMap { track in
            track.segments.indices.compactMap { index in
                var part = track
                part.segments = Array(track.segments[...index])
                guard let end = clock.end(of: part) else { return nil }
                let segment = track.segments[index]
                part.segments.removeLast()
                let start = segment.start ?? clock.end(of: part) ?? 0
                return (segment.id, start, end)
            }
        }
    }
}
