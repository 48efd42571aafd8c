import Foundation
import Planning

extension EditWalk {
    mutating func moveCamera(
        _ reference: Reference, _ move: CameraMove
    ) throws(EditProblem) {
        var finds = false
        for thing in try resolve(reference, .looks) where draft.source(of: self[thing]) != nil {
            guard let changed = try camera(of: thing, move) else { continue }
            finds = true
            if changed != self[thing].kenBurns { self[thing].kenBurns = changed }
        }
        if case .none = move {
            let moving = try resolve(reference, .looks).filter { self[$0].kenBurns != nil }
            for thing in moving { self[thing].kenBurns = nil }
            return
        }
        guard finds else { throw .nothingToChange(operation) }
    }

    /// Returns the move of a picture after the change; nil where there is none to be changed.
    private func camera(
        of thing: Thing, _ move: CameraMove
    ) throws(EditProblem) -> Draft.KenBurns? {
        let present = self[thing].kenBurns
        switch move {
        case .preset(let preset, nil): return .preset(preset)
        case .preset(let preset, let strength?):
            let zoom = try bounded(.set(strength), 1, 1...4).rounded(places: 4)
            return .move(preset.move(index: thing.segment, zoom: zoom, focus: present?.focus))
        case .strength(let factor):
            let factor = try bounded(.set(factor), 1, 0.01...100)
            guard let resolved = present?.resolved(thing), resolved.isMoving else { return nil }
            return .move(resolved.strengthened(factor))
        case .focus(let x, let y):
            let point = (try bounded(.set(x), 0, 0...1), try bounded(.set(y), 0, 0...1))
            return present?.resolved(thing).map { .move($0.focused(x: point.0, y: point.1)) }
        case .reverse: return present?.reversed(index: thing.segment)
        case .none: return nil
        }
    }
}
