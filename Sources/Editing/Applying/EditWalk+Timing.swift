import Foundation
import Planning

extension EditWalk {
    mutating func time(
        _ reference: Reference, start: Adjustment?, length: Adjustment?
    ) throws(EditProblem) {
        guard reference.kind != .picture else {
            guard start == nil, let length else { throw .nothingToChange(operation) }
            return try retime(reference, .length(length))
        }
        let whole = wholeLength
        var narrates = false
        for thing in try resolve(reference, .single) {
            guard let (track, _) = site(of: thing), track != draft.mainTrack else { continue }
            let kind = draft.tracks[track].kind
            let isNarration = kind == .audio && draft.tracks[track].soundKind == .narration
            narrates = narrates || isNarration
            let last = isNarration ? Draft.longestTime : max(thing.end, whole)
            var begin = thing.start
            if let start {
                begin = try milliseconds(
                    start, thing.start, 0...max(0, last - Self.shortestLength))
            }
            var duration = thing.duration
            if let length { duration = try milliseconds(length, duration, Self.lengths) }
            duration = min(duration, last - begin)
            setTime(of: thing, start: begin, length: duration)
        }
        if narrates { try holdUntilNarrationEnds() }
        repairTransitions()
    }

    /// Where a thing is now: tracks and segments may have come or gone since it was found.
    private func site(of thing: Thing) -> (track: Int, place: Int)? {
        for (index, track) in draft.tracks.enumerated() {
            let place = track.segments.firstIndex { $0.id == thing.id }
            if let place { return (index, place) }
        }
        return nil
    }

    /// Gives a segment another time, and may change it otherwise; all others keep their times.
    ///
    /// Where it would overlap another it goes on another track.
    mutating func setTime(
        of thing: Thing, start: Int, length: Int, as segment: Draft.Segment? = nil
    ) {
        guard let (track, place) = site(of: thing) else { return }
        var spans = spans(track)
        if let segment { draft.tracks[track].segments[place] = segment }
        let old = spans[place]
        if length < old.length {
            draft.tracks[track].segments[place].trimWords(to: length)
        }
        let isSame = old.start == start && old.length == length
        if !isSame { spans[place] = Span(start: start, length: length) }
        let isFree = isSame || isFree(spans[place].range, on: track, without: place)
        settle(track, spans)
        if !isFree { relocate([place], of: track) }
    }
}
