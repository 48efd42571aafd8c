import Foundation
import Planning

extension EditWalk {
    /// Writes the times of a track's segments, and no more of them than it takes.
    ///
    /// A key that is absent stays absent where its default gives the time that is wanted.
    /// - Parameters: index: the track. targets: a time for each segment, in their written order.
    mutating func settle(_ index: Int, _ targets: [Span]) {
        let kind = draft.tracks[index].kind
        var end = 0
        for (place, target) in targets.enumerated() {
            var segment = draft.tracks[index].segments[place]
            if (segment.start ?? end) != target.start { segment.start = target.start }
            let length =
                segment.duration ?? draft.naturalLength(of: segment, kind, material: material)
            if target.isKnown, length != target.length { segment.duration = target.length }
            draft.tracks[index].segments[place] = segment
            end = target.end
        }
    }

    /// Takes segments off their tracks, and tracks that are empty then; all others keep their
    /// times.
    mutating func drop(_ things: [Thing]) {
        for index in Set(things.map(\.track)).sorted(by: >) {
            let gone = Set(things.filter { $0.track == index }.map(\.segment))
            let spans = spans(index)
            let kept = spans.indices.filter { !gone.contains($0) }
            let segments = draft.tracks[index].segments
            draft.tracks[index].segments = kept.map { segments[$0] }
            settle(index, kept.map { spans[$0] })
            if kept.isEmpty { draft.tracks.remove(at: index) }
        }
    }

    /// Puts a segment on a track, where its time says; the others keep theirs.
    mutating func insert(_ segment: Draft.Segment, _ span: Span, on index: Int) {
        var spans = spans(index)
        let place = spans.firstIndex { $0.start > span.start } ?? spans.count
        spans.insert(span, at: place)
        draft.tracks[index].segments.insert(segment, at: place)
        settle(index, spans)
    }

    /// Whether a time is free on a track.
    func isFree(_ range: Range<Int>, on index: Int, without place: Int? = nil) -> Bool {
        spans(index).enumerated().allSatisfy { other, span in
            other == place || span.range.clamped(to: range).isEmpty
        }
    }
}
