import Foundation

extension PlanWalk {
    /// The length of a picture or film that nothing tells, in milliseconds.
    static let usualPictureLength = 5000

    /// Does with a source that can't be used what the options say.
    mutating func tolerate(
        _ failure: SourceFailure, in timed: inout TimedSegment, kind: Draft.Track.Kind
    ) {
        timed.failure = failure
        guard let standIn = standIn(for: failure, timed.segment, kind: kind) else {
            if !failure.isKnown { log.add(failure.problem, at: failure.place) }
            return
        }
        timed.standIn = standIn
        log.notice("\(standIn.words): \(failure.cause)", at: failure.place)
    }

    /// Nil where the failure stops the draft.
    private func standIn(
        for failure: SourceFailure, _ segment: Draft.Segment, kind: Draft.Track.Kind
    ) -> StandIn? {
        switch planner.options.onSourceFailure {
        case .fail: nil
        case .skip: .nothing
        case .placeholder where kind != .audio: .card(name: failure.name)
        // Silence of no known length is nothing.
        case .placeholder: Self.writtenLength(of: segment) == nil ? .nothing : .silence
        }
    }

    /// The length of a segment whose file can't tell it, in milliseconds.
    static func length(
        withoutSourceOf segment: Draft.Segment, kind: Draft.Track.Kind
    ) -> Int {
        writtenLength(of: segment) ?? (kind == .audio ? 0 : usualPictureLength)
    }

    /// What the segment itself says: its `d`, else when its last word ends.
    private static func writtenLength(of segment: Draft.Segment) -> Int? {
        if let duration = segment.duration { return duration }
        let ends = (segment.words ?? []).map { $0.start + $0.duration }
        return ends.max().flatMap { $0 > 0 ? $0 : nil }
    }

    /// Takes the segments that are left out from a track, and shortens stand-ins whose length is
    /// an assumption where the next segment begins earlier.
    static func settleStandIns(_ segments: [TimedSegment]) -> (
        kept: [TimedSegment], leftOut: [TimedSegment]
    ) {
        var kept = segments.filter { $0.standIn != .nothing }
        for index in kept.indices.dropLast()
        where kept[index].standIn != nil && kept[index].segment.duration == nil {
            let room = kept[index + 1].start - kept[index].start
            if room > 0 { kept[index].duration = min(kept[index].duration, room) }
        }
        return (kept, segments.filter { $0.standIn == .nothing })
    }
}

extension StandIn {
    /// What happened, as the beginning of a notice.
    fileprivate var words: String {
        switch self {
        case .card: "a placeholder stands in"
        case .silence: "silence stands in"
        case .nothing: "its segment is left out"
        }
    }
}
