import Foundation
import Planning

extension EditWalk {
    mutating func changeSounds(
        _ reference: Reference, _ change: SoundChange
    ) throws(EditProblem) {
        switch change {
        case .words, .replace, .voice: try changeNarration(reference, change)
        case .volume(let adjustment):
            try changeGain(of: try resolve(reference, .looks), adjustment)
        case .mute(let isMuted): mute(try resolve(reference, .looks), isMuted)
        case .duck(let adjustment): try duck(try resolve(reference, .looks), adjustment)
        case .loop(let loops):
            for thing in try resolve(reference, .looks) { self[thing].loop = loops ? true : nil }
        case .source(let source): try replaceSound(reference, by: source)
        case .speed(let adjustment):
            try repace(try resolve(reference, .looks), adjustment)
        case .trim(let start, let end): try trimSounds(reference, start, end)
        }
    }

    private mutating func duck(
        _ things: [Thing], _ adjustment: Adjustment
    ) throws(EditProblem) {
        let tracks = Set(things.map(\.track)).filter {
            draft.tracks[$0].kind == .audio && draft.tracks[$0].soundKind == .music
        }
        guard !tracks.isEmpty else { throw .nothingToChange(operation) }
        for index in tracks.sorted() {
            let old = draft.tracks[index].ducking ?? -12
            let depth: Adjustment =
                if case .set(let value) = adjustment { .set(abs(value)) } else { adjustment }
            let new = try bounded(depth, abs(old), 0...60).rounded(places: 1)
            guard new != abs(old) else { continue }
            draft.tracks[index].ducking = new == 0 ? 0 : old > 0 ? new : -new
        }
    }

    private mutating func replaceSound(
        _ reference: Reference, by source: String
    ) throws(EditProblem) {
        let path = try path(of: source, as: .audio)
        for thing in try resolve(reference, .single)
        where draft.tracks[thing.track].kind == .audio && self[thing].source != path {
            guard thing.isLengthKnown else { throw .unknownLength(name: thing.name) }
            var segment = self[thing]
            segment.source = path
            (segment.sourceStart, segment.words, segment.name) = (nil, nil, nil)
            let kind = draft.tracks[thing.track].kind
            let natural = draft.naturalLength(of: segment, kind, material: material)
            if segment.duration == nil, natural != thing.duration {
                segment.duration = thing.duration
            }
            if thing.kind(in: draft) == .music {
                segment.fillMusic(from: 0, to: thing.duration, natural: natural)
            }
            self[thing] = segment
        }
    }

    private mutating func trimSounds(
        _ reference: Reference, _ start: Int?, _ end: Int?
    ) throws(EditProblem) {
        let whole = wholeLength
        let things = try resolve(reference, .single).filter {
            draft.tracks[$0.track].kind == .audio
        }
        let segments = things.map { self[$0] }
        for (thing, segment) in zip(things, segments) {
            let (new, length) = try trimmed(segment, thing.duration, start, end)
            let room = max(thing.duration, whole - thing.start)
            setTime(of: thing, start: thing.start, length: min(length, room), as: new)
        }
        repairTransitions()
    }

    /// Changes the speed of sounds: they keep their starts, but that they wait for the one before.
    private mutating func repace(
        _ things: [Thing], _ adjustment: Adjustment
    ) throws(EditProblem) {
        for index in Set(things.map(\.track)).sorted()
        where draft.tracks[index].kind == .audio {
            let places = Set(things.filter { $0.track == index }.map(\.segment))
            try repaceTrack(index, places, adjustment)
        }
        try holdUntilNarrationEnds()
        repairTransitions()
    }

    private mutating func repaceTrack(
        _ index: Int, _ places: Set<Int>, _ adjustment: Adjustment
    ) throws(EditProblem) {
        let old = spans(index)
        var new = old
        let isMusic = draft.tracks[index].soundKind == .music
        for place in places.sorted() {
            let segment = draft.tracks[index].segments[place]
            guard old[place].isKnown else {
                throw .unknownLength(name: TimelineSummary.name(of: segment, kind: .audio))
            }
            let (sped, length) = try sped(segment, old[place].length, adjustment)
            draft.tracks[index].segments[place] = sped
            // Music lasts as long as it is wanted, at any speed.
            if !isMusic { new[place].length = length }
        }
        var end = 0
        for place in new.indices.sorted(by: { (old[$0].start, $0) < (old[$1].start, $1) }) {
            new[place].start = max(new[place].start, end)
            end = new[place].end
        }
        moveCaptions(of: draft.tracks[index].segments, from: old, to: new)
        settle(index, new)
    }

    /// Captions that show a sentence while it is spoken go with it.
    private mutating func moveCaptions(
        of sentences: [Draft.Segment], from old: [Span], to new: [Span]
    ) {
        var targets: [Int: [Span]] = [:]
        for caption in draft.things(.caption, material: material) {
            guard
                let place = sentences.indices.first(where: { place in
                    sentences[place].text == self[caption].text
                        && old[place].start == caption.start
                        && old[place].length == caption.duration
                }), new[place] != old[place]
            else { continue }
            let factor = Double(old[place].length) / Double(max(1, new[place].length))
            let words = self[caption].words
            self[caption].words = words?.map { $0.paced(factor) }
            targets[caption.track, default: spans(caption.track)][caption.segment] = new[place]
        }
        for (track, spans) in targets.sorted(by: { $0.key > $1.key }) {
            settle(track, spans)
            separate(track)
        }
    }
}

extension Thing {
    /// What kind of sound it is.
    func kind(in draft: Draft) -> Reference.Kind { draft.tracks[track].soundKind }
}
