import Foundation

extension PlanWalk {
    /// Samples in a millisecond at the rate of the mix.
    static let samplesPerMillisecond = SoundPlan.sampleRate / 1000

    /// Returns all that is heard.
    ///
    /// The sound lasts as long as the frames do, to the next whole sample.
    mutating func sound(_ tracks: [TimedTrack], cuts: [Int: TrackCuts], frameCount: Int)
        -> SoundPlan
    {
        let ticks = frameCount * SoundPlan.sampleRate * rate.denominator
        let sampleCount = (ticks + rate.numerator - 1) / rate.numerator
        let heard = tracks.filter { timed in
            guard !timed.isHidden, !(timed.track.isMuted ?? false) else { return false }
            return timed.track.kind == .audio || timed.track.kind == .picture
        }
        let speech = Self.speech(in: heard.filter { $0.track.kind == .audio })
        var planned: [SoundTrack] = []
        for timed in heard {
            let cuts = cuts[timed.index] ?? TrackCuts()
            if timed.track.kind == .audio { noticeKinds(of: cuts) }
            let clips = timed.segments.indices.compactMap { index in
                soundClip(timed, index, cuts: cuts)
            }.filter { $0.samples.lowerBound < sampleCount }
            let ducking = timed.track.kind == .audio ? ducking(of: timed, speech: speech) : nil
            guard !clips.isEmpty else { continue }
            planned.append(
                SoundTrack(
                    name: timed.track.name ?? timed.track.id, clips: clips, ducking: ducking))
        }
        return SoundPlan(sampleCount: sampleCount, tracks: planned, loudness: loudness)
    }

    private var loudness: Double? {
        switch draft.metadata.loudness {
        case nil: -14
        case .leave: nil
        case .target(let level): level
        }
    }

    private mutating func soundClip(_ timed: TimedTrack, _ index: Int, cuts: TrackCuts)
        -> SoundClip?
    {
        let segment = timed.segments[index]
        guard let media = segment.media else {
            if segment.failure == nil, timed.track.kind == .audio {
                log.notice(
                    "this narration is not made yet: it stays silent until it is spoken",
                    at: segment.place("tx"))
            }
            return nil
        }
        guard media.facts.hasSound else { return nil }
        let scale = Self.samplesPerMillisecond
        let before = cuts.cut(before: index)?.duration ?? 0
        let after = cuts.cut(after: index)?.duration ?? 0
        // A handle is half a transition: `duration * scale / 2` samples, whole because scale is
        // even.
        let (lead, tail) = (before * scale / 2, after * scale / 2)
        let written = segment.segment
        let speed = written.speed ?? 1
        let begin = Double(written.sourceStart ?? 0) + media.facts.lead
        let offset = (begin * Double(scale) / speed).rounded()
        return SoundClip(
            id: written.id, path: media.path,
            samples: (segment.start * scale - lead)..<(segment.end * scale + tail),
            sourceStart: Int(offset) - lead, speed: speed,
            gain: (written.volume ?? 1) * (timed.track.volume ?? 1),
            fadeIn: (written.fadeIn ?? 0) * scale, fadeOut: (written.fadeOut ?? 0) * scale,
            crossfadeIn: 2 * lead, crossfadeOut: 2 * tail, loop: written.loop ?? false,
            loopPeriod: media.facts.pictureLength.map {
                Int(($0 * Double(scale) / speed).rounded())
            })
    }

    private mutating func noticeKinds(of cuts: TrackCuts) {
        for cut in cuts.all where cut.transition.kind != .fade {
            log.notice(
                "sound can only cross-fade; \(cut.transition.kind.rawValue) is a fade here",
                at: cut.transition.places.place(of: "k", in: cut.pointer))
        }
    }
}

extension SourceFacts {
    /// Whether there is something to hear.
    var hasSound: Bool {
        switch self {
        case .picture: false
        case .sound: true
        case .film(let film, _): film.sampleCount != nil
        }
    }

    /// What is left out at the source's start, in milliseconds.
    fileprivate var lead: Double {
        if case .film(let film, _) = self { film.lead } else { 0 }
    }

    /// The length of a film's picture in milliseconds.
    fileprivate var pictureLength: Double? {
        if case .film(let film, _) = self { film.milliseconds } else { nil }
    }
}
