import Foundation

/// A track whose segments know their times and sources, in the order of time.
struct TimedTrack {
    var index: Int
    var track: Draft.Track
    var segments: [TimedSegment]

    /// Those whose source can't be used, where the options say so.
    var leftOut: [TimedSegment] = []

    var isHidden: Bool { track.isHidden ?? false }
}

/// A segment with its times in milliseconds.
struct TimedSegment {
    var segment: Draft.Segment

    /// Its place among the segments as they were written.
    var index: Int

    /// Its JSON Pointer.
    var pointer: String
    var start: Int
    var duration: Int

    /// Its file; nil where it needs none or the file is not usable.
    var media: Media?

    /// Why its file is not usable.
    var failure: SourceFailure?

    /// What takes the place of such a file; nil where the failure is an issue.
    var standIn: StandIn?

    /// True where its length is a guess: an issue left it open, or nobody has spoken it yet.
    var isGuess = false

    var end: Int { start + duration }

    /// Returns the place of one of its fields.
    func place(_ key: String = "") -> DraftPlace {
        segment.places.place(of: key, in: pointer)
    }
}

/// A file and what is known about it.
struct Media {
    var path: String
    var facts: SourceFacts
}

extension PlanWalk {
    /// Resolves the times of all rendered tracks and checks that no two segments of one overlap.
    mutating func timeline() -> [TimedTrack] {
        draft.tracks.enumerated().compactMap { index, track in
            guard track.kind.isRendered else {
                log.notice(
                    "tracks of type \(track.kind.number) are not rendered",
                    at: track.places.place(of: "tt", in: "/t/\(index)"))
                return nil
            }
            return timed(track, index: index)
        }
    }

    private mutating func timed(_ track: Draft.Track, index: Int) -> TimedTrack {
        var end = 0
        var segments: [TimedSegment] = []
        for (place, segment) in track.segments.enumerated() {
            var timed = TimedSegment(
                segment: segment, index: place, pointer: "/t/\(index)/sg/\(place)",
                start: segment.start ?? end, duration: 0)
            resolve(&timed, in: track)
            end = timed.end
            if end > Draft.longestTime {
                log.add(
                    .value(expected: "an end within 24 hours", found: "\(end) ms"),
                    at: timed.place("d"))
                timed.isGuess = true
                end = 0
            }
            segments.append(timed)
        }
        segments.sort { ($0.start, $0.index) < ($1.start, $1.index) }
        let (kept, leftOut) = Self.settleStandIns(segments)
        self.leftOut.formUnion(leftOut.map(\.segment.id))
        checkOverlaps(kept)
        return TimedTrack(index: index, track: track, segments: kept, leftOut: leftOut)
    }

    /// Finds the file and the length.
    private mutating func resolve(_ timed: inout TimedSegment, in track: Draft.Track) {
        let isNeeded = !(track.isHidden ?? false) || timed.segment.duration == nil
        if isNeeded {
            switch media(of: timed, kind: track.kind) {
            case .success(let media)?: timed.media = media
            case .failure(let failure)?: tolerate(failure, in: &timed, kind: track.kind)
            case nil: break
            }
        }
        if let duration = timed.segment.duration {
            timed.duration = duration
        } else if timed.standIn != nil {
            timed.duration = Self.length(withoutSourceOf: timed.segment, kind: track.kind)
        } else if let length = defaultDuration(of: timed, kind: track.kind) {
            timed.duration = length
            timed.isGuess = track.kind == .audio && timed.segment.isUnspoken
        } else {
            timed.duration = 1
            timed.isGuess = true
        }
        checkStart(&timed)
    }

    /// Returns the length where `d` is absent, nil where it is not known.
    private mutating func defaultDuration(
        of timed: TimedSegment, kind: Draft.Track.Kind
    ) -> Int? {
        switch kind {
        case .text: return 3000
        case .picture where timed.media == nil:
            return timed.segment.source == nil ? Self.usualPictureLength : nil
        default: break
        }
        if case .picture? = timed.media?.facts { return Self.usualPictureLength }
        guard let length = timed.media?.facts.milliseconds else {
            return kind == .audio ? narrationLength(of: timed.segment) : nil
        }
        let rest = length - Double(timed.segment.sourceStart ?? 0)
        return max(1, Int((rest / (timed.segment.speed ?? 1) + 1e-6).rounded(.down)))
    }

    /// Guesses how long a narration takes that is not made yet; nil for other sounds.
    private func narrationLength(of segment: Draft.Segment) -> Int? {
        guard segment.isUnspoken, let text = segment.text else { return nil }
        let natural = SpeakingTime.estimate(text, language: draft.metadata.lang ?? "en")
        return max(1, Int((Double(natural) / (segment.speed ?? 1)).rounded()))
    }

    /// Checks that a source that has a length goes on after `ss`.
    private mutating func checkStart(_ timed: inout TimedSegment) {
        guard let problem = startProblem(of: timed) else { return }
        if timed.segment.duration == nil { timed.isGuess = true }
        let isEmpty = if case .source = problem { true } else { false }
        log.add(problem, at: timed.place(isEmpty ? "src" : "ss"))
    }

    /// Returns what is wrong with a start behind the source's end.
    func startProblem(of timed: TimedSegment) -> DraftIssue.Problem? {
        let start = timed.segment.sourceStart ?? 0
        guard let media = timed.media, let length = media.facts.milliseconds,
            Double(start) >= length
        else { return nil }
        guard length > 0 else { return .source(path: media.path, reason: "it is empty") }
        let whole = Int(length.rounded(.down))
        return .value(
            expected: "a start before the source's end at \(whole) ms", found: "\(start)")
    }

    private mutating func checkOverlaps(_ segments: [TimedSegment]) {
        for (previous, next) in zip(segments, segments.dropFirst())
        where next.start < previous.end && !previous.isGuess && !next.isGuess {
            log.add(
                .overlap(
                    segment: next.segment.id, start: next.start, previous: previous.segment.id,
                    end: previous.end), at: next.place("s"))
        }
    }

    /// Returns the number of frames of the whole: `ceil(d * fps / 1000)`.
    mutating func frameCount(of tracks: [TimedTrack]) -> Int {
        let content = tracks.flatMap(\.segments).map(\.end).max() ?? 0
        let length = draft.duration ?? content
        if length == 0 { log.add(.empty, at: draft.places.place(in: "")) }
        return max(rate.frameIndex(atOrAfterMilliseconds: length), 1)
    }
}

extension SourceFacts {
    /// The length of what has one.
    var milliseconds: Double? {
        switch self {
        case .picture: nil
        case .sound(let count, _): Double(count) / 48
        case .film(let film, _): film.wholeLength
        }
    }

    var warnings: [String] {
        switch self {
        case .picture(_, _, let warnings), .sound(_, let warnings), .film(_, let warnings):
            warnings
        }
    }
}
