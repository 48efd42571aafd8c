import Foundation
import Planning

extension EditWalk {
    /// Where a transition's segment is.
    private struct Site {
        var track: Int
        var place: Int
        var span: Span

        func isBefore(_ other: Site) -> Bool {
            (track, span.start, place) < (other.track, other.span.start, other.place)
        }
    }

    /// Takes away transitions whose pictures are no neighbours any more, and shortens those that
    /// have no room any more.
    mutating func repairTransitions() {
        guard !draft.transitions.isEmpty else { return }
        let sites = sites()
        draft.transitions.removeAll { transition in
            guard let from = sites[transition.from], let to = sites[transition.to] else {
                return true
            }
            guard from.span.isKnown, to.span.isKnown else { return false }
            return from.track != to.track || from.span.end != to.span.start
        }
        for index in draft.transitions.indices {
            let transition = draft.transitions[index]
            let sides = [sites[transition.from], sites[transition.to]].compactMap { $0?.span }
            let room = sides.filter(\.isKnown).map { 2 * $0.length }.min() ?? .max
            limit(index, to: room)
        }
        let known = sites.filter { $0.value.span.isKnown }
        for (id, site) in known.sorted(by: { $0.value.isBefore($1.value) }) {
            shareRoom(of: id, site.span.length)
        }
    }

    private func sites() -> [String: Site] {
        var sites: [String: Site] = [:]
        for (index, track) in draft.tracks.enumerated()
        where track.kind == .picture || track.kind == .audio {
            for (place, (segment, span)) in zip(track.segments, spans(index)).enumerated() {
                sites[segment.id] = Site(track: index, place: place, span: span)
            }
        }
        return sites
    }

    /// The transitions at both ends of a segment take half of themselves from it, each.
    private mutating func shareRoom(of id: String, _ length: Int) {
        guard let first = draft.transitions.firstIndex(where: { $0.to == id }),
            let last = draft.transitions.firstIndex(where: { $0.from == id })
        else { return }
        let (a, b) = (transitionLength(first), transitionLength(last))
        guard a + b > 2 * length else { return }
        if a <= length {
            limit(last, to: 2 * length - a)
        } else if b <= length {
            limit(first, to: 2 * length - b)
        } else {
            limit(first, to: length)
            limit(last, to: length)
        }
    }

    func transitionLength(_ index: Int) -> Int { draft.transitions[index].duration ?? 500 }

    private mutating func limit(_ index: Int, to room: Int) {
        if transitionLength(index) > room { draft.transitions[index].duration = max(1, room) }
    }
}
