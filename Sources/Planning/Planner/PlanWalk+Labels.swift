import Foundation

extension PlanWalk {
    /// Returns the cues of all caption tracks that show, one for each segment, in order of time and
    /// without overlaps.
    func captions(_ tracks: [TimedTrack], frameCount: Int) -> [SubtitleCue] {
        let segments = tracks.filter {
            $0.track.kind == .text && $0.track.role == .caption && !$0.isHidden
        }.flatMap(\.segments).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        let end = milliseconds(frameCount)
        let nextStarts = segments.dropFirst().map(\.start) + [end]
        return zip(segments, nextStarts).compactMap { timed, next in
            let cue = cue(timed, end: min(timed.end, next, end))
            return cue.start < cue.end && !cue.plainText.isEmpty ? cue : nil
        }
    }

    private func cue(_ timed: TimedSegment, end: Int) -> SubtitleCue {
        let text = timed.segment.text ?? ""
        let timings = timed.segment.words ?? []
        let matches =
            timings.isEmpty
            ? [] : SpeechAlignment(timings, in: TextTokens(text)).matches
        return SubtitleCue(
            start: timed.start, end: end, text: text,
            words: matches.map { .init(time: timed.start + $0.from, offset: $0.start) })
    }

    /// Returns the chapters that begin before the end.
    mutating func chapters(frameCount: Int) -> [Chapter] {
        let end = milliseconds(frameCount)
        return (draft.metadata.chapters ?? []).enumerated().compactMap { index, chapter in
            if chapter.start < end { return chapter }
            log.notice(
                "a chapter that begins after the end is left out",
                at: draft.places.place(of: "m/chapters/\(index)", in: ""))
            return nil
        }
    }

    /// The length of `frames` in whole milliseconds.
    private func milliseconds(_ frames: Int) -> Int {
        frames * 1000 * rate.denominator / rate.numerator
    }
}
