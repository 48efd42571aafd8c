import Foundation
import Planning

extension EditWalk {
    mutating func remove(_ reference: Reference) throws(EditProblem) {
        if reference.kind == .picture {
            let gone = try shotIndices(reference, .single)
            try removeShots { gone.contains($0) }
            return
        }
        let things = try resolve(reference, .single)
        let (own, others) = (
            things.filter { draft.tracks[$0.track].kind == .picture && reference.kind == .sound },
            things.filter { draft.tracks[$0.track].kind != .picture || reference.kind != .sound }
        )
        for thing in own { self[thing].volume = 0 }
        drop(others)
        let isEmpty = draft.tracks.allSatisfy { $0.segments.isEmpty || !$0.kind.isRendered }
        guard !isEmpty else { throw .leavesNothing }
        repairTransitions()
    }

    mutating func keep(_ reference: Reference) throws(EditProblem) {
        let kept = try shotIndices(reference, .single)
        guard kept.count < (try shots().count) else { throw .already(operation) }
        try removeShots { !kept.contains($0) }
    }

    /// Takes pictures away; the rest closes up, or takes their time where words are the clock.
    private mutating func removeShots(_ isGone: (Int) -> Bool) throws(EditProblem) {
        var kept: [Shot] = []
        var spare = 0
        for (index, shot) in try shots().enumerated() {
            guard isGone(index) else {
                kept.append(shot)
                if hasNarration, kept.count == 1 {
                    kept[0].length += spare
                    spare = 0
                }
                continue
            }
            guard hasNarration else { continue }
            let freed = shot.length + shot.gap
            if kept.isEmpty { spare += freed } else { kept[kept.count - 1].length += freed }
        }
        guard !kept.isEmpty else { throw .leavesNothing }
        kept[0].gap = 0
        try lay(kept)
    }

    mutating func cutOut(_ range: Range<Int>) throws(EditProblem) {
        let whole = wholeLength
        let range = range.clamped(to: 0..<whole)
        guard !range.isEmpty else { throw .outOfBounds(operation, allowed: 0...Double(whole)) }
        guard range != 0..<whole else { throw .leavesNothing }
        let map = TimeMap.cutting(range)
        let before = try shots()
        guard !before.isEmpty else { return try cutWithoutPictures(map, range) }
        let start = before[0].old?.lowerBound ?? 0
        var shots: [Shot] = []
        for shot in before { shots += left(of: shot, by: range) }
        guard !shots.isEmpty else { throw .leavesNothing }
        // A first picture that begins later than the video takes the cut from before it.
        let lost = range.clamped(to: 0..<start).count
        try lay(shots, map: map, cutsAll: true)
        if lost > 0 { shiftMain(by: -lost) }
    }

    private mutating func shiftMain(by offset: Int) {
        guard let main = draft.mainTrack else { return }
        settle(
            main,
            spans(main).map { span in
                Span(start: span.start + offset, length: span.length, isKnown: span.isKnown)
            })
        repairTransitions()
    }

    /// Returns what a cut leaves of a picture: nothing, a part, or two parts.
    private mutating func left(of shot: Shot, by range: Range<Int>) -> [Shot] {
        guard let old = shot.old, old.overlaps(range) else { return [shot] }
        let first = old.lowerBound..<max(old.lowerBound, min(range.lowerBound, old.upperBound))
        let last = min(old.upperBound, max(range.upperBound, old.lowerBound))..<old.upperBound
        switch (first.isEmpty, last.isEmpty) {
        case (true, true): return []
        case (false, false): return halves(of: shot, first, last)
        case (false, true):
            return [part(of: shot, first, from: old.lowerBound)]
        case (true, false):
            var rest = part(of: shot, last, from: old.lowerBound)
            rest.gap = 0
            return [rest]
        }
    }

    private mutating func cutWithoutPictures(
        _ map: TimeMap, _ range: Range<Int>
    ) throws(EditProblem) {
        let whole = wholeLength
        let ride = Ride(
            map: map, start: 0, oldEnd: whole, newEnd: whole - range.count, wordsRule: false,
            cutsAll: true)
        moveRest(ride, without: nil)
        guard !draft.tracks.allSatisfy(\.segments.isEmpty) else { throw .leavesNothing }
        repairTransitions()
    }
}
