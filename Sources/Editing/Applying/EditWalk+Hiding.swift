import Foundation
import Planning

extension EditWalk {
    /// Hides tracks of which all is meant; else pictures by their opacity, and texts on a hidden
    /// track of their own, because texts have no opacity.
    mutating func hide(_ reference: Reference, _ isHidden: Bool) throws(EditProblem) {
        let things = try resolve(reference, .looks)
        let sounds = things.filter { draft.tracks[$0.track].kind == .audio }
        mute(sounds, isHidden)
        let seen = things.filter { draft.tracks[$0.track].kind != .audio }
        for index in Set(seen.map(\.track)).sorted(by: >) {
            let places = seen.filter { $0.track == index }.map(\.segment)
            if isHidden { hide(places, on: index) } else { show(places, on: index) }
        }
        repairTransitions()
    }

    private mutating func hide(_ places: [Int], on index: Int) {
        let track = draft.tracks[index]
        guard track.isHidden != true else { return }
        if places.count == track.segments.count {
            draft.tracks[index].isHidden = true
        } else if track.kind == .text {
            carry(places, from: index, hidden: true)
        } else {
            for place in places {
                draft.tracks[index].segments[place].opacity = 0
                draft.tracks[index].segments[place].animationKeys[.opacity] = nil
            }
        }
    }

    private mutating func show(_ places: [Int], on index: Int) {
        let track = draft.tracks[index]
        if track.isHidden == true {
            if places.count == track.segments.count {
                draft.tracks[index].isHidden = nil
            } else if track.kind == .text {
                return carry(places, from: index, hidden: false)
            } else {
                draft.tracks[index].isHidden = nil
                for place in track.segments.indices where !places.contains(place) {
                    draft.tracks[index].segments[place].opacity = 0
                }
            }
        }
        for place in places where draft.tracks[index].segments[place].opacity == 0 {
            draft.tracks[index].segments[place].opacity = nil
        }
    }

    /// Puts texts on another track of the same role, hidden or shown.
    private mutating func carry(_ places: [Int], from index: Int, hidden: Bool) {
        let spans = spans(index)
        var model = draft.tracks[index]
        let riders = places.map { Rider(segment: model.segments[$0], span: spans[$0]) }
        let kept = spans.indices.filter { !places.contains($0) }
        draft.tracks[index].segments = kept.map { model.segments[$0] }
        settle(index, kept.map { spans[$0] })
        model.isHidden = hidden ? true : nil
        for rider in riders {
            let track = freeTrack(like: model, for: rider.span.range)
            insert(rider.segment, rider.span, on: track)
        }
    }
}
