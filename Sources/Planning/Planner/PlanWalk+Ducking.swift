import Foundation

extension PlanWalk {
    /// How fast music steps aside and comes back, in milliseconds.
    static let duckingAttack = 250
    static let duckingRelease = 600

    /// Returns where `voice` tracks speak, in samples: in order, near spans joined.
    ///
    /// Word timings count where they are written, else the whole segment. Music that comes back for
    /// less than it takes to go and return stays down.
    static func speech(in tracks: [TimedTrack]) -> [Range<Int>] {
        let spans = tracks.filter { $0.track.role == .voice }.flatMap(\.segments)
            .filter { $0.media != nil && ($0.segment.volume ?? 1) > 0 }
            .flatMap(speech(in:)).sorted { $0.lowerBound < $1.lowerBound }
        var joined: [Range<Int>] = []
        for span in spans {
            if let last = joined.last,
                span.lowerBound - last.upperBound < duckingAttack + duckingRelease
            {
                joined[joined.count - 1] =
                    last.lowerBound..<max(last.upperBound, span.upperBound)
            } else {
                joined.append(span)
            }
        }
        return joined.map {
            $0.lowerBound * samplesPerMillisecond..<$0.upperBound * samplesPerMillisecond
        }
    }

    /// The speech of one segment in milliseconds of the timeline.
    private static func speech(in timed: TimedSegment) -> [Range<Int>] {
        guard let words = timed.segment.words, !words.isEmpty else {
            return [timed.start..<timed.end]
        }
        return words.map { word in
            let start = min(timed.start + word.start, timed.end)
            return start..<min(start + word.duration, timed.end)
        }.filter { !$0.isEmpty }
    }

    /// Returns how a track makes room for `speech`; nil for all but music, and where nobody speaks.
    mutating func ducking(of timed: TimedTrack, speech: [Range<Int>]) -> SoundTrack.Ducking? {
        let decibels = abs(timed.track.ducking ?? 12)
        guard timed.track.role == .bgm else {
            if timed.track.ducking != nil {
                let place = timed.track.places.place(of: "m/duck", in: "/t/\(timed.index)")
                log.notice("duck has no effect but on bgm tracks", at: place)
            }
            return nil
        }
        guard decibels > 0, !speech.isEmpty else { return nil }
        return SoundTrack.Ducking(
            gain: pow(10, -decibels / 20), attack: Self.duckingAttack * Self.samplesPerMillisecond,
            release: Self.duckingRelease * Self.samplesPerMillisecond, spans: speech)
    }
}
