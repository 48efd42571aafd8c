import Foundation
import Planning

extension EditWalk {
    /// Changes how loud things are: track and segment together.
    ///
    /// A track that has a gain of its own takes the change where all of it is meant.
    mutating func changeGain(
        of things: [Thing], _ adjustment: Adjustment
    ) throws(EditProblem) {
        for index in Set(things.map(\.track)).sorted() {
            let places = things.filter { $0.track == index }.map(\.segment)
            let track = draft.tracks[index]
            let gain = track.volume ?? 1
            var targets: [Int: Double] = [:]
            for place in places {
                let old = gain * (track.segments[place].volume ?? 1)
                targets[place] = try bounded(adjustment, old, 0...2).rounded(places: 2)
            }
            if track.volume != nil, places.count == track.segments.count,
                let common = Self.trackGain(for: targets, of: track)
            {
                if common != gain { draft.tracks[index].volume = common }
                continue
            }
            for (place, target) in targets { setGain(target, index, place) }
        }
    }

    /// Returns the one gain of a track that gives all of its segments what is wanted.
    private static func trackGain(
        for targets: [Int: Double], of track: Draft.Track
    ) -> Double? {
        var gains: Set<Double> = []
        for (place, target) in targets {
            let own = track.segments[place].volume ?? 1
            guard own > 0 else { return nil }
            let isUnchanged = target == ((track.volume ?? 1) * own).rounded(places: 2)
            gains.insert(isUnchanged ? track.volume ?? 1 : (target / own).rounded(places: 4))
        }
        guard gains.count == 1, let gain = gains.first, gain <= 2 else { return nil }
        return gain
    }

    private mutating func setGain(_ target: Double, _ index: Int, _ place: Int) {
        let gain = draft.tracks[index].volume ?? 1
        let own = draft.tracks[index].segments[place].volume ?? 1
        guard (gain * own).rounded(places: 2) != target else { return }
        if gain == 0 { return raise(index, place, to: target) }
        let new = min(2, (target / gain).rounded(places: 4))
        draft.tracks[index].segments[place].volume = new
    }

    /// Lets one segment of a silent track be heard, and the others stay silent.
    private mutating func raise(_ index: Int, _ place: Int, to target: Double) {
        draft.tracks[index].volume = 1
        for other in draft.tracks[index].segments.indices {
            draft.tracks[index].segments[other].volume = other == place ? target : 0
        }
    }

    /// Mutes the tracks of which all is meant, else the segments; a film's own sound by its gain.
    mutating func mute(_ things: [Thing], _ isMuted: Bool) {
        for index in Set(things.map(\.track)).sorted() {
            let places = Set(things.filter { $0.track == index }.map(\.segment))
            let track = draft.tracks[index]
            let isAll = places.count == track.segments.count && track.kind == .audio
            switch (isMuted, isAll) {
            case (true, true):
                if track.isMuted != true { draft.tracks[index].isMuted = true }
            case (true, false):
                guard track.isMuted != true else { continue }
                for place in places { draft.tracks[index].segments[place].volume = 0 }
            case (false, _): unmute(index, places)
            }
        }
    }

    private mutating func unmute(_ index: Int, _ places: Set<Int>) {
        let wasMuted = draft.tracks[index].isMuted == true
        if wasMuted { draft.tracks[index].isMuted = nil }
        for place in draft.tracks[index].segments.indices {
            let volume = draft.tracks[index].segments[place].volume
            if places.contains(place) {
                if volume == 0 { draft.tracks[index].segments[place].volume = nil }
            } else if wasMuted {
                draft.tracks[index].segments[place].volume = 0
            }
        }
    }
}
