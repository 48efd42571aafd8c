import Foundation

extension FrameRate {
    /// Returns the first frame at or after a time in halves of a millisecond, exactly.
    func frameIndex(atOrAfterHalfMilliseconds halves: Int) -> Int {
        let divisor = 2000 * denominator
        let product = halves * numerator
        return product >= 0 ? (product + divisor - 1) / divisor : -(-product / divisor)
    }
}

extension PlanWalk {
    /// Returns what a picture or text track shows; nil for hidden, empty and other tracks.
    mutating func videoTrack(
        _ timed: TimedTrack, cuts: TrackCuts, frameCount: Int
    ) -> VideoTrack? {
        guard timed.track.kind != .audio, !timed.isHidden else { return nil }
        var clips: [Clip] = []
        var indices: [Int: Int] = [:]
        for (index, segment) in timed.segments.enumerated() {
            let frames = frames(of: segment, at: index, cuts: cuts)
            guard let content = content(of: segment, kind: timed.track.kind) else { continue }
            guard frames.lowerBound < frameCount else { continue }
            guard !frames.isEmpty else {
                if !segment.isGuess {
                    log.notice(
                        "a segment shorter than a frame is not shown", at: segment.place("d"))
                }
                continue
            }
            indices[index] = clips.count
            clips.append(clip(of: segment, frames: frames, content: content))
        }
        let transitions = cuts.all.compactMap { cut in
            transition(cut, in: timed, indices: indices, frameCount: frameCount)
        }
        guard !clips.isEmpty else { return nil }
        return VideoTrack(
            name: timed.track.name ?? timed.track.id, clips: clips,
            transitions: transitions.sorted { $0.frames.lowerBound < $1.frames.lowerBound })
    }

    /// The frames of a segment with half of each of its transitions.
    private func frames(of segment: TimedSegment, at index: Int, cuts: TrackCuts) -> Range<Int> {
        let before = cuts.cut(before: index)?.duration ?? 0
        let after = cuts.cut(after: index)?.duration ?? 0
        let first = rate.frameIndex(atOrAfterHalfMilliseconds: 2 * segment.start - before)
        let end = rate.frameIndex(atOrAfterHalfMilliseconds: 2 * segment.end + after)
        return first..<max(first, end)
    }

    private mutating func clip(
        of timed: TimedSegment, frames: Range<Int>, content: Clip.Content
    ) -> Clip {
        let segment = timed.segment
        let isText = if case .text = content { true } else { false }
        let effects = isText ? [] : effects(of: timed)
        return Clip(
            id: segment.id, frames: frames,
            span: Clip.Span(start: self.frames(timed.start), end: self.frames(timed.end)),
            content: content, placement: placement(of: timed, content: content),
            fade: Fade(
                entrance: self.frames(segment.fadeIn ?? 0), exit: self.frames(segment.fadeOut ?? 0)),
            // A card is there to be read.
            effects: timed.standIn == nil ? effects : [])
    }

    private mutating func transition(
        _ cut: Cut, in track: TimedTrack, indices: [Int: Int], frameCount: Int
    ) -> Transition? {
        let name = cut.transition.kind.rawValue
        let kind = Transition.Kind(rawValue: name)
        if kind == nil {
            log.notice(
                "the transition \(name) is not rendered yet; a fade stands in",
                at: cut.transition.places.place(of: "k", in: cut.pointer))
        }
        guard let from = indices[cut.from], let to = indices[cut.to] else { return nil }
        let time = track.segments[cut.to].start
        let frames =
            rate.frameIndex(
                atOrAfterHalfMilliseconds: 2 * time - cut.duration)..<rate.frameIndex(
                atOrAfterHalfMilliseconds: 2 * time + cut.duration)
        guard !frames.isEmpty, frames.lowerBound < frameCount else { return nil }
        let half = Double(cut.duration) / 2
        let span = Clip.Span(
            start: rate.frames(atMilliseconds: Double(time) - half),
            end: rate.frames(atMilliseconds: Double(time) + half))
        return Transition(kind: kind ?? .fade, frames: frames, span: span, from: from, to: to)
    }

    private mutating func content(
        of timed: TimedSegment, kind: Draft.Track.Kind
    ) -> Clip.Content? {
        kind == .text ? .text(textContent(of: timed)) : pictureContent(of: timed)
    }
}
