import Foundation

extension Draft {
    /// Where the last segment that is rendered ends, in milliseconds, as far as times are written.
    var contentEnd: Int {
        tracks.filter(\.kind.isRendered).flatMap(\.segments).map(\.writtenEnd).max() ?? 0
    }

    /// Inserts `amount` milliseconds at `time`, so that something there can last longer.
    ///
    /// All that begins at `time` or later moves. The picture that shows at `time` is held, also one
    /// that ends there with its cut; so are texts that are on screen, and music that plays on.
    /// Speech and other sounds keep their lengths. What ends with the whole goes on ending with it,
    /// but for speech and captions.
    ///
    /// The segments' times must be written: see `Planner.writingTimes`.
    ///
    /// - Parameters:
    ///   - amount: milliseconds; nothing happens for 0 and less.
    ///   - time: milliseconds from the start, above 0.
    ///   - wholeEnd: where the whole ends before.
    mutating func insertTime(_ amount: Int, at time: Int, wholeEnd: Int) {
        guard amount > 0 else { return }
        hold(for: amount, at: time, wholeEnd: wholeEnd, moving: true)
        metadata.chapters = metadata.chapters?.map { chapter in
            guard chapter.start >= time else { return chapter }
            return Chapter(start: chapter.start + amount, title: chapter.title)
        }
    }

    /// Adds `amount` milliseconds at the end, `wholeEnd`: what ended there is held, nothing moves.
    mutating func extendEnd(by amount: Int, wholeEnd: Int) {
        guard amount > 0 else { return }
        hold(for: amount, at: wholeEnd, wholeEnd: wholeEnd, moving: false)
    }

    private mutating func hold(for amount: Int, at time: Int, wholeEnd: Int, moving: Bool) {
        for index in tracks.indices where tracks[index].kind.isRendered {
            tracks[index].hold(for: amount, at: time, wholeEnd: wholeEnd, moving: moving)
        }
        if let duration { self.duration = duration + amount }
    }
}

extension Draft.Track {
    fileprivate mutating func hold(
        for amount: Int, at time: Int, wholeEnd: Int, moving: Bool
    ) {
        let starts = Set(segments.compactMap(\.start))
        for index in segments.indices {
            guard let start = segments[index].start else { continue }
            if start >= time {
                if moving { segments[index].start = start + amount }
            } else if isHeld(segments[index], at: time, wholeEnd: wholeEnd, starts) {
                segments[index].duration = segments[index].duration.map { $0 + amount }
            }
        }
    }

    /// Whether `segment`, which begins before `time`, has to last longer; `starts` are those of all
    /// segments of the track.
    private func isHeld(
        _ segment: Draft.Segment, at time: Int, wholeEnd: Int, _ starts: Set<Int>
    ) -> Bool {
        let end = segment.writtenEnd
        guard end >= time else { return false }
        let isInside = end > time
        let endsWithWhole = end == wholeEnd
        switch kind {
        case .picture: return isInside || endsWithWhole || starts.contains(end)
        case .text: return isInside || endsWithWhole && !isCaption(segment)
        case .audio where role == .bgm:
            let goesOn = isInside && (segment.loop == true || starts.contains(end))
            return endsWithWhole || goesOn
        case .audio: return isInside && segment.loop == true
        case .other: return false
        }
    }

    /// Whether `segment` shows what is spoken, given that it is a text.
    func isCaption(_ segment: Draft.Segment) -> Bool {
        role == .caption || segment.style?.preset == .caption
    }
}

extension Draft.Segment {
    /// The end, with zero for times that are not written.
    var writtenEnd: Int { (start ?? 0) + (duration ?? 0) }
}
