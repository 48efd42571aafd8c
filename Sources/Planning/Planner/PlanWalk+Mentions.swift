import Foundation

extension PlanWalk {
    /// Returns the uses of files in a track, in the order of time; what is hidden uses none.
    func mentions(in track: TimedTrack) -> [SourceMention] {
        // Looking at moves again would give their notices again.
        var quiet = self
        let segments = (track.segments + track.leftOut).sorted { $0.start < $1.start }
        return segments.flatMap { timed -> [SourceMention] in
            var mentions = quiet.mention(of: timed, in: track).map { [$0] } ?? []
            if track.track.kind == .picture, !track.isHidden {
                mentions += quiet.tableMentions(of: timed)
            }
            return mentions
        }
    }

    private mutating func mention(
        of timed: TimedSegment, in track: TimedTrack
    ) -> SourceMention? {
        guard let path = timed.media?.path ?? timed.failure?.path else { return nil }
        let segment = timed.segment
        var mention = SourceMention(
            kind: track.track.kind == .audio ? .sound : .picture, path: path,
            place: timed.failure?.place ?? timed.place("src"), start: timed.start,
            duration: timed.isGuess ? nil : timed.duration,
            problem: timed.failure?.cause ?? startProblem(of: timed)?.words)
        guard let media = timed.media else { return mention }
        let isSilent = track.isHidden || track.track.isMuted ?? false || segment.volume == 0
        mention.isHeard = media.facts.hasSound && !isSilent
        guard let size = media.facts.size else {
            mention.play(segment)
            return mention
        }
        if case .film = media.facts { mention.play(segment) }
        if mention.kind == .picture { see(timed, size, &mention) }
        return mention
    }

    /// Adds how large a picture is seen.
    private mutating func see(
        _ timed: TimedSegment, _ size: (Int, Int), _ mention: inout SourceMention
    ) {
        let fit = timed.segment.fit ?? .cover
        let (first, largest) = (firstBox(of: timed.segment), largestBox(of: timed.segment))
        let view = PictureView(picture: size, box: first, drawn: largest, fit: fit)
        let move = move(of: timed, view: view)
        let scales = [(first, move.start), (largest, move.end), (largest, move.start)].map {
            box, crop in
            let (x, y) = (box.width / crop.width, box.height / crop.height)
            return fit == .contain || fit == .blur ? min(x, y) : max(x, y)
        }
        guard let least = scales.min(), let most = scales.max() else { return }
        mention.magnification = least...most
        if case .move(let written)? = timed.segment.kenBurns {
            let zooms = [written.from?.zoom ?? 1, written.to?.zoom ?? 1]
            mention.isZoomCapped = zooms.contains { $0 > view.greatestZoom * (1 + 1e-6) }
        }
    }

    private mutating func tableMentions(of timed: TimedSegment) -> [SourceMention] {
        timed.segment.effects.enumerated().compactMap { index, effect in
            guard effect.kind == .lut, case .string(let source)? = effect.settings["src"]?.value,
                !source.isEmpty
            else { return nil }
            let place = effect.places.place(of: "src", in: "\(timed.pointer)/fx/\(index)")
            let path = path(of: source)
            let problem = colorTables[path].flatMap { $0 }
            return SourceMention(
                kind: .colorTable, path: path, place: place, start: timed.start,
                duration: timed.isGuess ? nil : timed.duration, problem: problem?.words)
        }
    }
}

extension SourceMention {
    /// Adds which stretch of a film or sound plays.
    fileprivate mutating func play(_ segment: Draft.Segment) {
        sourceStart = segment.sourceStart ?? 0
        speed = segment.speed ?? 1
        loops = segment.loop ?? false
    }
}

extension SourceFacts {
    /// The size of what can be seen, in pixels.
    fileprivate var size: (Int, Int)? {
        switch self {
        case .picture(let width, let height, _): (width, height)
        case .film(let film, _): (film.width, film.height)
        case .sound: nil
        }
    }
}

extension DraftIssue.Problem {
    /// What is wrong, in words.
    fileprivate var words: String { DraftIssue(self, at: DraftPlace()).cause }
}

extension SourceFailure {
    /// The absolute path of what failed; the address of what is no file.
    fileprivate var path: String {
        switch problem {
        case .source(let path, _), .sourceKind(let path, _, _): path
        case .network(let source): source
        default: name
        }
    }
}
