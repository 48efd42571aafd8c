import Foundation
import Planning

extension EditWalk {
    mutating func changeOrder(_ change: OrderChange) throws(EditProblem) {
        switch change {
        case .add(let sources, let place, let length):
            try addPictures(sources, at: place, length: length)
        case .move(let reference, let place): try move(reference, to: place)
        case .swap(let a, let b): try swapPictures(a, b)
        case .reverse: try reversePictures()
        case .duplicate(let reference): try duplicate(reference)
        case .keep(let reference): try keep(reference)
        case .split(let time): try split(at: time)
        }
    }

    private mutating func addPictures(
        _ sources: [String], at place: Placement, length: Int?
    ) throws(EditProblem) {
        if let length { try check(length, Self.lengths) }
        var shots = try shots()
        var added: [Shot] = []
        var taken: Set<String> = []
        for source in sources {
            var segment = Draft.Segment(id: newPictureID(besides: taken))
            taken.insert(segment.id)
            segment.source = try path(of: source, as: .picture)
            let natural = draft.naturalLength(of: segment, .picture, material: material)
            guard let length = length ?? natural else {
                throw .unknownLength(name: TimelineSummary.name(of: segment, kind: .picture))
            }
            segment.duration = length
            added.append(Shot(segment: segment, length: length))
        }
        let index = try self.index(of: place, among: shots.count)
        // It says when it begins where the others do.
        if shots.contains(where: { $0.segment.start != nil }) || shots.isEmpty {
            for place in added.indices { added[place].segment.start = 0 }
        }
        shots.insert(contentsOf: added, at: index)
        try lay(shots)
    }

    private func newPictureID(besides taken: Set<String>) -> String {
        var number = 1
        let known = taken.union(draft.tracks.flatMap { $0.segments.map(\.id) })
        while known.contains("picture-\(number)") { number += 1 }
        return "picture-\(number)"
    }

    /// Returns where a placement is among so many pictures.
    private func index(of place: Placement, among count: Int) throws(EditProblem) -> Int {
        switch place {
        case .start: return 0
        case .end, .shift: return count
        case .before(let reference): return try shotIndices(reference, .single)[0]
        case .after(let reference):
            let indices = try shotIndices(reference, .single)
            return (indices.last ?? count - 1) + 1
        case .place(let number):
            let reference = Reference(.picture, .places([number]))
            guard number != 0, number <= count + 1, number >= -count - 1 else {
                throw .noSuch(reference, count: count)
            }
            return number > 0 ? number - 1 : count + 1 + number
        }
    }

    private mutating func move(
        _ reference: Reference, to place: Placement
    ) throws(EditProblem) {
        let shots = try shots()
        let moved = try shotIndices(reference, .single)
        let others = shots.indices.filter { !moved.contains($0) }
        let index: Int
        switch place {
        case .shift(let count):
            let steps = min(max(count, -shots.count), shots.count)
            index = min(max(moved[0] + steps, 0), others.count)
        case .place(let number):
            guard number != 0, number <= shots.count, number >= -shots.count else {
                throw .noSuch(Reference(.picture, .places([number])), count: shots.count)
            }
            index = min(number > 0 ? number - 1 : shots.count + number, others.count)
        case .before, .after, .start, .end:
            let target = try self.index(of: place, among: shots.count)
            index = others.filter { $0 < target }.count
        }
        var order = others
        order.insert(contentsOf: moved, at: index)
        try reorder(shots, order)
    }

    private mutating func swapPictures(_ a: Reference, _ b: Reference) throws(EditProblem) {
        let shots = try shots()
        let (first, second) = (try onlyShot(a), try onlyShot(b))
        var order = Array(shots.indices)
        order.swapAt(first, second)
        try reorder(shots, order)
    }

    func onlyShot(_ reference: Reference) throws(EditProblem) -> Int {
        let indices = try shotIndices(reference, .single)
        guard indices.count == 1 else {
            throw .which(reference, names: try resolve(reference, .single).map(\.name))
        }
        return indices[0]
    }

    private mutating func reversePictures() throws(EditProblem) {
        let shots = try shots()
        guard !shots.isEmpty else { throw .none(Reference(.picture)) }
        try reorder(shots, shots.indices.reversed())
    }

    /// Puts the pictures in another order, without gaps.
    private mutating func reorder(_ shots: [Shot], _ order: [Int]) throws(EditProblem) {
        guard order != Array(shots.indices) else { throw .already(operation) }
        try lay(
            order.map { index in
                var shot = shots[index]
                shot.gap = 0
                return shot
            })
    }

    private mutating func duplicate(_ reference: Reference) throws(EditProblem) {
        let copied = try shotIndices(reference, .single)
        var taken: Set<String> = []
        var result: [Shot] = []
        for (index, shot) in try shots().enumerated() {
            result.append(shot)
            guard copied.contains(index) else { continue }
            var copy = Shot(segment: shot.segment, length: shot.length)
            copy.segment.id = copyID(of: shot.segment.id, besides: taken)
            taken.insert(copy.segment.id)
            result.append(copy)
        }
        try lay(result)
    }

    private mutating func split(at time: Int) throws(EditProblem) {
        var shots = try shots()
        guard !shots.isEmpty else { throw .none(Reference(.picture)) }
        let (start, end) = frame
        try check(time, start...end)
        guard
            let index = shots.firstIndex(where: { shot in
                shot.old.map { $0.contains(time) && $0.lowerBound < time } ?? false
            }), let old = shots[index].old
        else { throw .already(operation) }
        let halves = halves(of: shots[index], old.lowerBound..<time, time..<old.upperBound)
        shots.replaceSubrange(index...index, with: halves)
        try lay(shots)
    }

    /// Returns two pictures for the first and the last part of one; a transition that followed it
    /// follows the second.
    mutating func halves(of shot: Shot, _ first: Range<Int>, _ last: Range<Int>) -> [Shot] {
        let start = shot.old?.lowerBound ?? 0
        var a = part(of: shot, first, from: start)
        var b = part(of: shot, last, from: start)
        a.segment.fadeOut = nil
        b.segment.fadeIn = nil
        b.segment.id = copyID(of: shot.segment.id)
        b.gap = 0
        for index in draft.transitions.indices
        where draft.transitions[index].from == shot.segment.id {
            draft.transitions[index].from = b.segment.id
        }
        return [a, b]
    }

    /// Returns the picture with nothing but one part of its time.
    func part(of shot: Shot, _ range: Range<Int>, from start: Int) -> Shot {
        var part = shot
        part.length = range.count
        part.old = range
        part.segment.cut(
            front: range.lowerBound - start, to: range.count,
            movesSource: draft.isFilm(shot.segment, material: material),
            source: sourceLength(of: shot.segment))
        return part
    }
}
