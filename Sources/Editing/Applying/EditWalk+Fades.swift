import Foundation
import Planning

extension EditWalk {
    mutating func fade(
        _ reference: Reference, entrance: Int?, exit: Int?
    ) throws(EditProblem) {
        try checkFades(entrance, exit)
        for thing in try resolve(reference, .looks) { self[thing].setFades(entrance, exit) }
    }

    private func checkFades(_ entrance: Int?, _ exit: Int?) throws(EditProblem) {
        for fade in [entrance, exit] {
            if let fade { try check(fade, 0...Draft.longestTime) }
        }
    }

    /// Fades the whole: the first and the last picture, and the texts and sounds at the ends.
    mutating func fadeWhole(entrance: Int?, exit: Int?) throws(EditProblem) {
        try checkFades(entrance, exit)
        let pictures = draft.things(.picture, material: material)
        if let first = pictures.first { self[first].setFades(entrance, nil) }
        if let last = pictures.last { self[last].setFades(nil, exit) }
        let (start, end) = pictures.isEmpty ? (0, wholeLength) : frame
        let rest =
            draft.things(.text, material: material)
            + draft.things(.sound, material: material).filter {
                draft.tracks[$0.track].kind == .audio
            }
        for thing in rest {
            self[thing].setFades(
                thing.start <= start ? entrance : nil, thing.end >= end ? exit : nil)
        }
    }
}
