import Foundation
import Planning

extension EditWalk {
    /// Lets everything happen faster: pictures, words and sounds; music is as long as it takes.
    mutating func pace(_ factor: Double) throws(EditProblem) {
        let factor = try bounded(.set(factor), 1, 0.1...10)
        let whole = wholeLength
        let map = TimeMap.pacing(factor)
        try check(map.image(of: max(whole, contentEnd)), Self.lengths)
        for index in draft.tracks.indices where draft.tracks[index].kind.isRendered {
            try paceTrack(index, map, factor)
        }
        if let length = draft.duration { draft.duration = max(1, map.image(of: length)) }
        moveChapters(
            Ride(
                map: map, start: 0, oldEnd: whole, newEnd: map.image(of: whole), wordsRule: false,
                cutsAll: true))
        repairTransitions()
    }

    private var contentEnd: Int { draft.contentEnd(material: material) }

    private mutating func paceTrack(
        _ index: Int, _ map: TimeMap, _ factor: Double
    ) throws(EditProblem) {
        let track = draft.tracks[index]
        let old = spans(index)
        var new = old
        for place in old.indices {
            let start = map.image(of: old[place].start)
            new[place].start = start
            new[place].length = max(1, map.image(of: old[place].end) - start)
            var segment = track.segments[place]
            let isMusic = track.kind == .audio && track.soundKind == .music
            if isMusic {
                segment.fillMusic(
                    from: old[place].length, to: new[place].length,
                    natural: draft.naturalLength(of: segment, .audio, material: material))
            } else if track.kind == .audio || draft.isFilm(segment, material: material) {
                let range = 0.25 / (segment.speed ?? 1)...4 / (segment.speed ?? 1)
                guard range.contains(factor) else {
                    throw .outOfBounds(operation, allowed: range)
                }
                segment.speed = min(
                    max(((segment.speed ?? 1) * factor).rounded(places: 4), 0.25), 4)
                if segment.speed == 1 { segment.speed = nil }
            }
            segment.words = segment.words?.map { $0.paced(factor) }
            segment.trimWords(to: new[place].length)
            segment.animationKeys = segment.animationKeys.mapValues { keys in
                keys.map { key in
                    var key = key
                    key.time = Int((Double(key.time) / factor).rounded())
                    return key
                }
            }
            draft.tracks[index].segments[place] = segment
        }
        Self.push(&new)
        settle(index, new)
    }

    /// Segments that became as short as can be must not lie over each other.
    private static func push(_ spans: inout [Span]) {
        var end = 0
        for place in spans.indices.sorted(by: {
            (spans[$0].start, $0) < (spans[$1].start, $1)
        }) {
            spans[place].start = max(spans[place].start, end)
            end = spans[place].end
        }
    }
}
