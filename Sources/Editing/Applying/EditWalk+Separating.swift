import Foundation
import Planning

extension EditWalk {
    /// A text that would be shorter than this goes on another track instead.
    private static let shortestText = 500

    /// Resolves overlaps that moving brought about on a track: a text ends when the next begins;
    /// what can't goes on another track of its role.
    mutating func separate(_ index: Int) {
        var spans = spans(index)
        let isText = draft.tracks[index].kind == .text
        let order = spans.indices.sorted { (spans[$0].start, $0) < (spans[$1].start, $1) }
        var misfits: [Int] = []
        var last: Int?
        for place in order {
            if let last, spans[place].start < spans[last].end {
                let room = spans[place].start - spans[last].start
                guard isText, room >= min(Self.shortestText, spans[last].length) else {
                    misfits.append(place)
                    continue
                }
                spans[last].length = room
                draft.tracks[index].segments[last].trimWords(to: room)
            }
            last = place
        }
        settle(index, spans)
        relocate(misfits, of: index)
    }

    /// Puts segments of a track on other tracks of its role, at the same times.
    mutating func relocate(_ places: [Int], of index: Int) {
        guard !places.isEmpty else { return }
        let model = draft.tracks[index]
        let spans = spans(index)
        let riders = places.map { Rider(segment: model.segments[$0], span: spans[$0]) }
        let kept = spans.indices.filter { !places.contains($0) }
        draft.tracks[index].segments = kept.map { model.segments[$0] }
        settle(index, kept.map { spans[$0] })
        for rider in riders {
            let track = freeTrack(like: model, for: rider.span.range)
            insert(rider.segment, rider.span, on: track)
        }
    }

    /// Returns a track of the kind and role of `model` that is free in `range`; a new one above
    /// the last such track where there is none.
    mutating func freeTrack(like model: Draft.Track, for range: Range<Int>) -> Int {
        let main = draft.mainTrack
        let alike = draft.tracks.indices.filter { index in
            let track = draft.tracks[index]
            return index != main && track.kind == model.kind && track.role == model.role
                && (track.isHidden ?? false) == (model.isHidden ?? false)
                && (track.isMuted ?? false) == (model.isMuted ?? false)
                && (track.volume ?? 1) == (model.volume ?? 1)
        }
        if let free = alike.first(where: { isFree(range, on: $0) }) { return free }
        var track = model
        track.segments = []
        track.id = trackID(model.id)
        draft.tracks.insert(track, at: (alike.last ?? draft.tracks.count - 1) + 1)
        return (alike.last ?? draft.tracks.count - 2) + 1
    }

    /// Chapters go with what they begin with; where words are the clock they keep their times.
    mutating func moveChapters(_ ride: Ride) {
        guard let chapters = draft.metadata.chapters else { return }
        let moved = chapters.compactMap { chapter -> Chapter? in
            let time = ride.wordsRule ? chapter.start : ride.map.image(of: chapter.start)
            let isInside = time < ride.newEnd || chapter.start >= ride.oldEnd
            return isInside ? Chapter(start: time, title: chapter.title) : nil
        }
        var kept: [Chapter] = []
        for chapter in moved.sorted(by: { $0.start < $1.start }) {
            // Of two that begin together the later one names what is left.
            if kept.last?.start == chapter.start { kept.removeLast() }
            kept.append(chapter)
        }
        draft.metadata.chapters = kept.isEmpty ? nil : kept
    }
}
