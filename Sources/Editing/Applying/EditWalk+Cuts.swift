import Foundation
import Planning

extension EditWalk {
    /// Two main pictures that touch.
    private struct Pair {
        var from: Shot
        var to: Shot
        var ids: (String, String) { (from.segment.id, to.segment.id) }
    }

    mutating func changeTransitions(
        _ cuts: Cuts, _ change: TransitionChange
    ) throws(EditProblem) {
        let pairs = try pairs(cuts)
        switch change {
        case .remove: try removeTransitions(at: pairs)
        case .set(let kind, let length):
            let hasSome = pairs.contains { transition(at: $0) != nil }
            for pair in pairs {
                guard let index = transition(at: pair) else {
                    // Words about lengths alone are about the transitions that are there.
                    if kind != nil || !hasSome { try addTransition(at: pair, kind, length) }
                    continue
                }
                if let kind { draft.transitions[index].kind = kind }
                guard let length else { continue }
                let old = transitionLength(index)
                let new = try milliseconds(length, old, 1...Draft.longestTime)
                if new != old { draft.transitions[index].duration = new }
            }
            repairTransitions()
        }
    }

    private mutating func addTransition(
        at pair: Pair, _ kind: Draft.Transition.Kind?, _ length: Adjustment?
    ) throws(EditProblem) {
        let (from, to) = pair.ids
        let known = try length.map { length throws(EditProblem) in
            try milliseconds(length, 500, 1...Draft.longestTime)
        }
        draft.transitions.append(
            Draft.Transition(kind ?? .fade, from: from, to: to, duration: known ?? 500))
    }

    private func transition(at pair: Pair) -> Int? {
        draft.transitions.firstIndex { ($0.from, $0.to) == pair.ids }
    }

    private mutating func removeTransitions(at pairs: [Pair]) throws(EditProblem) {
        let gone = Set(pairs.compactMap { transition(at: $0) })
        guard !gone.isEmpty else { throw .nothingToChange(operation) }
        draft.transitions = draft.transitions.indices.filter { !gone.contains($0) }
            .map { draft.transitions[$0] }
    }

    /// Returns the cuts that are meant, in the order of time.
    private func pairs(_ cuts: Cuts) throws(EditProblem) -> [Pair] {
        let shots = try shots()
        guard shots.count > 1 else { throw .none(Reference(.picture)) }
        func pairs(after indices: [Int]) throws(EditProblem) -> [Pair] {
            let touching = indices.filter { index in
                shots.indices.contains(index) && shots.indices.contains(index + 1)
                    && shots[index].old?.upperBound == shots[index + 1].old?.lowerBound
            }
            guard !touching.isEmpty else { throw .notNeighbors }
            return touching.map { Pair(from: shots[$0], to: shots[$0 + 1]) }
        }
        switch cuts {
        case .all: return try pairs(after: Array(shots.indices.dropLast()))
        case .after(let reference): return try pairs(after: try shotIndices(reference, .single))
        case .before(let reference):
            return try pairs(after: try shotIndices(reference, .single).map { $0 - 1 })
        case .between(let a, let b):
            let (first, second) = (try onlyShot(a), try onlyShot(b))
            guard abs(first - second) == 1 else { throw .notNeighbors }
            return try pairs(after: [min(first, second)])
        }
    }
}
