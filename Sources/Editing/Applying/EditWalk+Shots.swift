import Foundation
import Planning

extension EditWalk {
    /// Returns the main pictures in the order of time.
    func shots() throws(EditProblem) -> [Shot] {
        let pictures = draft.things(.picture, material: material)
        var end = pictures.first?.start ?? 0
        var shots: [Shot] = []
        for picture in pictures {
            guard picture.isLengthKnown else { throw .unknownLength(name: picture.name) }
            shots.append(
                Shot(
                    segment: self[picture], length: picture.duration,
                    gap: max(0, picture.start - end), old: picture.start..<picture.end))
            end = picture.end
        }
        return shots
    }

    /// Returns the places among the shots, in the order of time, that `reference` means.
    func shotIndices(
        _ reference: Reference, _ use: Reference.Use
    ) throws(EditProblem) -> [Int] {
        let things = try resolve(reference, use)
        let all = draft.things(.picture, material: material)
        let indices = things.compactMap { thing in
            all.firstIndex { $0.track == thing.track && $0.segment == thing.segment }
        }
        guard !indices.isEmpty else { throw .none(reference) }
        return indices
    }

    /// Makes `shots` the main track, one after the other, and moves the rest along.
    ///
    /// - Parameters: shots: in their new order. map: where the times of the rest go; nil for
    ///   where the shots go. cutsAll: whether sounds lose what the map takes away, too, and
    ///   narration with them.
    mutating func lay(
        _ shots: [Shot], map: TimeMap? = nil, cutsAll: Bool = false
    ) throws(EditProblem) {
        guard !shots.isEmpty else { throw .leavesNothing }
        let index = mainTrack()
        let before = frame
        let wordsRule = hasNarration && !cutsAll
        let held = wordsRule ? try untilNarrationEnds(shots, from: before) : shots
        let targets = Self.targets(of: held, from: before.start)
        try check(targets.last?.end ?? 0, 0...Draft.longestTime)
        let last = draft.things(.picture, material: material).last.map { self[$0] }
        draft.tracks[index].segments = held.map(\.segment)
        settle(index, targets)
        keepFadeOutLast(of: last)
        let after = targets.last?.end ?? before.end
        let isFirst = before.start == before.end
        let ride = Ride(
            map: map ?? (isFirst ? .identity : Self.map(of: held, targets, from: before.end)),
            start: before.start, oldEnd: before.end, newEnd: after,
            wordsRule: wordsRule, cutsAll: cutsAll)
        moveRest(ride, without: index)
        repairTransitions()
    }

    /// From when to when the main track shows something.
    var frame: (start: Int, end: Int) {
        let pictures = draft.things(.picture, material: material)
        return (pictures.first?.start ?? 0, pictures.map(\.end).max() ?? 0)
    }

    private static func targets(of shots: [Shot], from start: Int) -> [Span] {
        var end = start
        return shots.enumerated().map { place, shot in
            let span = Span(start: end + (place == 0 ? 0 : shot.gap), length: shot.length)
            end = span.end
            return span
        }
    }

    private static func map(of shots: [Shot], _ targets: [Span], from end: Int) -> TimeMap {
        let start = targets.first?.start ?? 0
        let last = targets.last?.end ?? 0
        let rest = TimeMap.eternity - end
        var pieces = [
            TimeMap.Piece(old: 0..<start, new: 0..<start),
            TimeMap.Piece(old: end..<TimeMap.eternity, new: last..<last + rest),
        ]
        for (place, (shot, target)) in zip(shots, targets).enumerated() {
            guard let old = shot.old else { continue }
            let gap = place == 0 ? 0 : min(shot.gap, max(0, old.lowerBound - start))
            pieces.append(
                TimeMap.Piece(
                    old: old.lowerBound - gap..<old.upperBound,
                    new: target.start - gap..<target.end))
        }
        return TimeMap(pieces.filter { !$0.old.isEmpty })
    }

    /// Returns the index of the main track, a new one under all others where there is none.
    private mutating func mainTrack() -> Int {
        if let index = draft.mainTrack { return index }
        draft.tracks.insert(Draft.Track(.picture, id: trackID("pictures"), role: .main), at: 0)
        return 0
    }

    /// A fade-out at the end stays at the end, whatever picture is the last one.
    private mutating func keepFadeOutLast(of old: Draft.Segment?) {
        guard let old, let fade = old.fadeOut, fade > 0, let index = draft.mainTrack,
            let last = draft.things(.picture, material: material).last, last.id != old.id
        else { return }
        if let place = draft.tracks[index].segments.firstIndex(where: { $0.id == old.id }) {
            draft.tracks[index].segments[place].fadeOut = nil
        }
        if self[last].fadeOut == nil { self[last].fadeOut = fade }
    }
}
