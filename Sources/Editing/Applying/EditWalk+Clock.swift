import Foundation
import Planning

extension EditWalk {
    /// Whether somebody speaks: then the words are the clock, not the pictures.
    var hasNarration: Bool { narrationEnd > 0 }

    /// When the narration ends; 0 where there is none that is heard.
    var narrationEnd: Int {
        var end = 0
        for (index, track) in draft.tracks.enumerated()
        where track.kind == .audio && track.role == .voice && !(track.isHidden ?? false) {
            end = max(end, spans(index).map(\.end).max() ?? 0)
        }
        return end
    }

    /// Returns `shots` with the last one held until what is said and written is over.
    func untilNarrationEnds(
        _ shots: [Shot], from frame: (start: Int, end: Int)
    ) throws(EditProblem) -> [Shot] {
        let gaps = shots.dropFirst().map(\.gap).reduce(0, +)
        let end = shots.map(\.length).reduce(frame.start + gaps, +)
        let narration = min(narrationEnd, frame.end)
        let isFixed = shots.last?.isFixed ?? true
        if isFixed, end < narration { throw .narrationGoesOn(until: narration) }
        let wanted = min(frame.end, max(narration, wordsEnd))
        guard !isFixed, end < wanted, var last = shots.last else { return shots }
        last.length += wanted - end
        return shots.dropLast() + [last]
    }

    /// When the last text ends.
    private var wordsEnd: Int {
        draft.things(.text, material: material).map(\.end).max() ?? 0
    }

    /// Holds the last picture until the narration ends, where the narration got longer.
    mutating func holdUntilNarrationEnds() throws(EditProblem) {
        let (end, wanted) = (frame.end, narrationEnd)
        guard wanted > end, draft.mainTrack != nil else { return }
        var shots = try shots()
        guard !shots.isEmpty else { return }
        shots[shots.count - 1].length += wanted - end
        try lay(shots)
    }
}
