import Foundation

/// A transition that its two neighbours have room for.
struct Cut {
    var transition: Draft.Transition

    /// Its JSON Pointer.
    var pointer: String

    /// The track's index in the draft.
    var track: Int

    /// Indices into the track's segments in the order of time.
    var from: Int
    var to: Int

    /// Milliseconds.
    var duration: Int
}

/// The transitions of one track, and which one is at either end of a segment.
struct TrackCuts {
    private(set) var all: [Cut] = []
    private var before: [Int: Int] = [:]
    private var after: [Int: Int] = [:]

    /// Returns the transition that the segment at `index` begins with.
    func cut(before index: Int) -> Cut? { before[index].map { all[$0] } }

    /// Returns the transition that the segment at `index` ends with.
    func cut(after index: Int) -> Cut? { after[index].map { all[$0] } }

    /// Adds a cut unless it is taken.
    ///
    /// - Returns: false where one of its sides has a transition at that end already.
    mutating func add(_ cut: Cut) -> Bool {
        guard before[cut.to] == nil, after[cut.from] == nil else { return false }
        before[cut.to] = all.count
        after[cut.from] = all.count
        all.append(cut)
        return true
    }
}

extension PlanWalk {
    /// Resolves all transitions, by the track's index; what has no room or no neighbours is an
    /// issue.
    mutating func cuts(in tracks: [TimedTrack]) -> [Int: TrackCuts] {
        guard !draft.transitions.isEmpty else { return [:] }
        var sites: [String: [Site]] = [:]
        for track in tracks {
            for (index, segment) in track.segments.enumerated() {
                sites[segment.segment.id, default: []].append(Site(track: track, index: index))
            }
        }
        var cuts: [Int: TrackCuts] = [:]
        for (index, transition) in draft.transitions.enumerated() {
            guard let cut = cut(transition, pointer: "/tr/\(index)", sites: sites) else { continue }
            if !cuts[cut.track, default: TrackCuts()].add(cut) {
                reject(cut, "this cut has a transition already")
            }
        }
        for track in tracks {
            if let cuts = cuts[track.index] { checkRoom(cuts, in: track) }
        }
        return cuts
    }

    /// A segment by its track and its index in the order of time.
    private struct Site {
        var track: TimedTrack
        var index: Int
        var segment: TimedSegment { track.segments[index] }
    }

    private mutating func reject(_ cut: Cut, _ reason: String) {
        log.add(.transition(reason: reason), at: cut.transition.places.place(in: cut.pointer))
    }

    private mutating func cut(
        _ transition: Draft.Transition, pointer: String, sites: [String: [Site]]
    ) -> Cut? {
        let places = transition.places
        guard
            let from = site(transition.from, at: places.place(of: "a", in: pointer), sites),
            let to = site(transition.to, at: places.place(of: "b", in: pointer), sites)
        else { return nil }
        let cut = Cut(
            transition: transition, pointer: pointer, track: from.track.index, from: from.index,
            to: to.index, duration: transition.duration ?? 500)
        guard let reason = objection(to: cut, from, to) else { return cut }
        reject(cut, reason)
        return nil
    }

    private mutating func site(
        _ id: String, at place: DraftPlace, _ sites: [String: [Site]]
    ) -> Site? {
        guard let found = sites[id] else {
            if leftOut.contains(id) {
                log.notice("a transition of a segment that is left out falls away", at: place)
                return nil
            }
            guard !log.isFull else { return nil }
            let known = draft.tracks.lazy.flatMap { $0.segments.lazy.map(\.id) }.prefix(1000)
            log.add(.unknownSegment(id: id, known: Array(known)), at: place)
            return nil
        }
        guard found.count == 1 else {
            log.add(.ambiguousSegment(id: id), at: place)
            return nil
        }
        return found[0]
    }

    /// Returns why the two segments can't be joined, nil where they can.
    private func objection(to cut: Cut, _ from: Site, _ to: Site) -> String? {
        let (a, b) = (from.segment, to.segment)
        let names = "\"\(a.segment.id)\" and \"\(b.segment.id)\""
        guard from.track.index == to.track.index else { return "\(names) are on different tracks" }
        if from.track.track.kind == .text {
            return "\(names) are texts; texts have anim, fi and fo"
        }
        if a.isGuess || b.isGuess { return nil }
        guard a.end == b.start else {
            return "\"\(a.segment.id)\" ends at \(a.end) ms, \"\(b.segment.id)\" starts at "
                + "\(b.start) ms; a transition needs a cut between them"
        }
        for side in [a, b] where cut.duration > 2 * side.duration {
            return "\(cut.duration) ms is more than twice \"\(side.segment.id)\" "
                + "(\(side.duration) ms)"
        }
        return nil
    }

    /// Checks that the two transitions of a segment do not meet inside it.
    private mutating func checkRoom(_ cuts: TrackCuts, in track: TimedTrack) {
        for (index, segment) in track.segments.enumerated() where !segment.isGuess {
            guard let first = cuts.cut(before: index), let last = cuts.cut(after: index),
                first.duration + last.duration > 2 * segment.duration
            else { continue }
            reject(
                last,
                "the transitions at both ends of \"\(segment.segment.id)\" overlap: it has "
                    + "\(segment.duration) ms, half of \(first.duration) and of "
                    + "\(last.duration) are needed")
        }
    }
}
