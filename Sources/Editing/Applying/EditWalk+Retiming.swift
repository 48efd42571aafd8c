import Foundation
import Planning

extension EditWalk {
    /// Changes how long pictures show, or which part of their source.
    mutating func retime(
        _ reference: Reference, _ change: PictureChange
    ) throws(EditProblem) {
        guard reference.kind == .picture else { return try retimeOverlays(reference, change) }
        let use: Reference.Use = if case .speed = change { .looks } else { .single }
        let chosen = try shotIndices(reference, use)
        var shots = try shots()
        var isChanged = false
        for index in chosen {
            let (segment, length) = try retimed(
                shots[index].segment, shots[index].length, change)
            if segment == shots[index].segment, length == shots[index].length { continue }
            (shots[index].segment, shots[index].length) = (segment, length)
            shots[index].isFixed = true
            isChanged = true
        }
        guard isChanged else { throw unchanged(change, shots: chosen.map { shots[$0] }) }
        try lay(shots)
    }

    private func unchanged(_ change: PictureChange, shots: [Shot]) -> EditProblem {
        let isAboutFilms = shots.allSatisfy { !draft.isFilm($0.segment, material: material) }
        if case .length = change { return .already(operation) }
        return isAboutFilms ? .nothingToChange(operation) : .already(operation)
    }

    private mutating func retimeOverlays(
        _ reference: Reference, _ change: PictureChange
    ) throws(EditProblem) {
        let whole = wholeLength
        let things = try resolve(reference, .single)
        let segments = things.map { self[$0] }
        for (thing, segment) in zip(things, segments) {
            let (new, length) = try retimed(segment, thing.duration, change)
            let room = max(thing.duration, whole - thing.start)
            setTime(of: thing, start: thing.start, length: min(length, room), as: new)
        }
        repairTransitions()
    }

    /// Returns a picture and its length after the change; stills have no speed and no source time.
    private func retimed(
        _ segment: Draft.Segment, _ length: Int, _ change: PictureChange
    ) throws(EditProblem) -> (Draft.Segment, Int) {
        let isFilm = draft.isFilm(segment, material: material)
        switch change {
        case .length(let adjustment):
            return (segment, try milliseconds(adjustment, length, Self.lengths))
        case .shave(let front, let back):
            try check(front, 0...max(0, length - Self.shortestLength))
            try check(back, 0...max(0, length - Self.shortestLength - front))
            var segment = segment
            segment.cut(
                front: front, to: length - front - back, movesSource: isFilm,
                source: sourceLength(of: segment))
            return (segment, length - front - back)
        case .speed(let adjustment) where isFilm: return try sped(segment, length, adjustment)
        case .trim(let start, let end) where isFilm:
            return try trimmed(segment, length, start, end)
        default: return (segment, length)
        }
    }

    /// Returns a film or sound at another speed, and its length then.
    func sped(
        _ segment: Draft.Segment, _ length: Int, _ adjustment: Adjustment
    ) throws(EditProblem) -> (Draft.Segment, Int) {
        let old = segment.speed ?? 1
        let new = try bounded(adjustment, old, 0.25...4).rounded(places: 4)
        guard new != old else { return (segment, length) }
        var segment = segment
        segment.speed = new == 1 ? nil : new
        let factor = new / old
        segment.words = segment.words?.map { $0.paced(factor) }
        return (segment, max(1, Int((Double(length) / factor).rounded())))
    }

    /// Returns a film or sound that shows this stretch of its source, and its length then.
    func trimmed(
        _ segment: Draft.Segment, _ length: Int, _ start: Int?, _ end: Int?
    ) throws(EditProblem) -> (Draft.Segment, Int) {
        let source = sourceLength(of: segment)
        let latest = source ?? Draft.longestTime
        let begin = start ?? segment.sourceStart ?? 0
        guard let end = end ?? source else {
            throw .unknownLength(name: TimelineSummary.name(of: segment, kind: .picture))
        }
        try check(begin, 0...max(0, latest - Self.shortestLength))
        try check(end, min(begin + Self.shortestLength, latest)...latest)
        var segment = segment
        if begin != segment.sourceStart ?? 0 { segment.sourceStart = begin == 0 ? nil : begin }
        segment.words = nil
        let new = Double(end - begin) / (segment.speed ?? 1)
        return (segment, max(1, Int(new.rounded())))
    }
}

extension Draft.Segment.WordTiming {
    /// Returns when the word is spoken at another pace.
    func paced(_ factor: Double) -> Draft.Segment.WordTiming {
        Draft.Segment.WordTiming(
            start: Int((Double(start) / factor).rounded()),
            duration: Int((Double(duration) / factor).rounded()), word: word)
    }
}
