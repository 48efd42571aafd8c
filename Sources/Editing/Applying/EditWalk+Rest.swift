import Foundation
import Planning

extension EditWalk {
    /// A segment and when it shows.
    struct Rider {
        var segment: Draft.Segment
        var span: Span
    }

    /// Moves all that is not on the main track.
    mutating func moveRest(_ ride: Ride, without main: Int?) {
        let length = draft.duration
        for index in draft.tracks.indices.reversed() where index != main {
            guard draft.tracks[index].kind.isRendered else { continue }
            moveTrack(index, ride)
        }
        moveChapters(ride)
        guard let length else { return }
        let new = length >= ride.oldEnd ? ride.map.image(of: length) : length
        draft.duration = max(1, ride.newEnd < ride.oldEnd ? min(new, length) : new)
    }

    private mutating func moveTrack(_ index: Int, _ ride: Ride) {
        let track = draft.tracks[index]
        let spans = spans(index)
        var riders: [Rider] = []
        for (segment, span) in zip(track.segments, spans) {
            riders += moved(Rider(segment: segment, span: span), on: track, ride, riders)
        }
        let untouched =
            riders.map(\.segment) == track.segments && riders.map(\.span) == spans
        guard !untouched else { return }
        draft.tracks[index].segments = riders.map(\.segment)
        settle(index, riders.map(\.span))
        if riders.isEmpty {
            if !track.segments.isEmpty { draft.tracks.remove(at: index) }
        } else {
            separate(index)
        }
    }

    /// Returns what becomes of one segment: nothing, itself, or two where its middle is cut out.
    private func moved(
        _ rider: Rider, on track: Draft.Track, _ ride: Ride, _ others: [Rider]
    ) -> [Rider] {
        let isLooped = track.kind != .audio || rider.segment.loop == true
        let isSpeech = track.kind == .audio && track.role == .voice
        let isFilm = track.kind == .picture && draft.isFilm(rider.segment, material: material)
        if ride.spansWhole(rider.span), !isSpeech, !isFilm || !ride.cutsAll,
            isLooped || !ride.cutsAll
        {
            return [stretched(rider, on: track, ride)]
        }
        // A narration that is not made yet has no parts: it is said in less time.
        let isMade = draft.source(of: rider.segment) != nil
        if ride.cutsAll, isMade, track.kind == .audio || isFilm { return cut(rider, ride, others) }
        let span = rider.span.range
        if ride.wordsRule, track.kind == .text || track.soundKind != .soundEffect,
            track.kind != .picture
        {
            return ended(rider, ride.clipped(span, before: span))
        }
        guard track.kind == .audio, !ride.cutsAll else {
            let new = ride.map.carry(span).flatMap { ride.clipped($0, before: span) }
            return ended(rider, new)
        }
        return rigid(rider, on: track, ride)
    }

    /// Returns a rider with another time; nothing where it has none.
    private func ended(_ rider: Rider, _ new: Range<Int>?) -> [Rider] {
        guard let new, !new.isEmpty else { return [] }
        var rider = rider
        if new.count < rider.span.length { rider.segment.trimWords(to: new.count) }
        rider.span.start = new.lowerBound
        if rider.span.isKnown { rider.span.length = new.count }
        return [rider]
    }

    /// A sound keeps its length; the head of one whose picture is gone goes with that.
    private func rigid(_ rider: Rider, on track: Draft.Track, _ ride: Ride) -> [Rider] {
        let span = rider.span.range
        guard let first = ride.map.parts(of: span).first else { return [] }
        let skipped = first.old.lowerBound - span.lowerBound
        let new = first.new.lowerBound..<first.new.lowerBound + span.count - skipped
        var rider = rider
        if skipped > 0 {
            rider.segment.cut(
                front: skipped, to: new.count, movesSource: track.soundKind != .music,
                source: sourceLength(of: rider.segment))
        }
        return ended(rider, ride.clipped(new, before: span))
    }

    /// What spans the whole spans the new whole.
    private func stretched(_ rider: Rider, on track: Draft.Track, _ ride: Ride) -> Rider {
        var new = rider
        new.span.length = max(1, rider.span.length + ride.newEnd - ride.oldEnd)
        if track.kind == .audio {
            new.segment.fillMusic(
                from: rider.span.length, to: new.span.length,
                natural: draft.naturalLength(of: rider.segment, .audio, material: material))
        }
        return new
    }

    /// Returns the parts of a rider that a cut leaves, the source of each going on under it.
    private func cut(
        _ rider: Rider, _ ride: Ride, _ others: [Rider]
    ) -> [Rider] {
        let span = rider.span.range
        let parts = ride.map.parts(of: span).filter { !$0.new.isEmpty }
        let source = sourceLength(of: rider.segment)
        var riders: [Rider] = []
        for (number, part) in parts.enumerated() {
            var piece = rider
            let front = part.old.lowerBound - span.lowerBound
            piece.segment.cut(front: front, to: part.new.count, movesSource: true, source: source)
            if number > 0 {
                let taken = Set((others + riders).map(\.segment.id))
                piece.segment.id = copyID(of: rider.segment.id, besides: taken)
                piece.segment.fadeIn = nil
            }
            if number < parts.count - 1 { piece.segment.fadeOut = nil }
            piece.span = Span(start: part.new.lowerBound, length: part.new.count)
            riders.append(piece)
        }
        return riders.count > 1 ? Self.sharingWords(riders) : riders
    }

    /// Parts of a sentence say their own words where those are known, else the first says all.
    private static func sharingWords(_ riders: [Rider]) -> [Rider] {
        riders.enumerated().map { number, rider in
            guard rider.segment.text != nil else { return rider }
            var rider = rider
            if let words = rider.segment.words {
                rider.segment.text = words.map(\.word).joined(separator: " ")
            } else if number > 0 {
                rider.segment.text = nil
            }
            return rider
        }
    }
}
