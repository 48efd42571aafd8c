import Foundation

extension Planner {
    /// Lays spoken sentences into the places of those that were still to be spoken.
    ///
    /// A sentence that is longer than the room before the next one moves what comes after it, and
    /// the picture that shows is held; a shorter one moves nothing. A caption with the same words
    /// goes on showing as long as they are heard. Where no voice spoke, the segment stays without a
    /// sound, and gets a length where it had none.
    ///
    /// - Parameters:
    ///   - draft: as it was read.
    ///   - lines: each of `draft.unspokenLines` with what became of it.
    /// - Returns: `draft` with all times written, but those that only a missing file could tell.
    package func speaking(_ draft: Draft, _ lines: [(UnspokenLine, SpokenLine)]) -> Draft {
        var placed = lines.map { place, line in
            let segment = draft.tracks[place.track].segments[place.segment]
            let played = line.played(from: segment.sourceStart ?? 0, speed: segment.speed ?? 1)
            return NarrationLayout.Placed(
                place: place, line: played, writtenDuration: segment.duration)
        }
        // Silence is as long as was written.
        placed.removeAll { $0.line.source == nil && $0.writtenDuration != nil }
        var timed = draft
        let open = placed.filter { $0.writtenDuration == nil }
        for line in open {
            timed.tracks[line.place.track].segments[line.place.segment].duration =
                line.line.duration
        }
        timed = writingTimes(timed)
        let starts = placed.map {
            timed.tracks[$0.place.track].segments[$0.place.segment].start ?? 0
        }
        var layout = NarrationLayout(timed, open: open.map(\.place))
        for (_, line) in zip(starts, placed).sorted(by: { $0.0 < $1.0 }) { layout.lay(line) }
        layout.coverOpenEnd()
        return layout.draft
    }

    /// Returns `draft` with `s` and `d` of all segments written, as planning it would resolve them.
    ///
    /// Where the length of a file is not known, its segment stays as it is.
    func writingTimes(_ draft: Draft) -> Draft {
        var walk = PlanWalk(draft, planner: self)
        var written = draft
        for timed in walk.timeline() {
            for segment in timed.segments where !segment.isGuess && segment.failure == nil {
                written.tracks[timed.index].segments[segment.index].start = segment.start
                written.tracks[timed.index].segments[segment.index].duration = segment.duration
            }
        }
        return written
    }
}
