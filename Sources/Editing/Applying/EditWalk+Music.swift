import BundledMusic
import Foundation
import Planning

extension EditWalk {
    /// The gain of music that comes new.
    private static let usualGain = 0.35

    mutating func changeMusic(_ choice: MusicChoice) throws(EditProblem) {
        let track = draft.tracks.firstIndex {
            $0.kind == .audio && $0.soundKind == .music && !$0.segments.isEmpty
        }
        let present = track.flatMap { draft.tracks[$0].segments.first }
        let segment: Draft.Segment
        var name: String?
        switch choice.piece {
        case .another:
            let loops = MusicLoop.allCases
            let index = present?.musicLoop.flatMap { loops.firstIndex(of: $0) }
            let next = loops[((index ?? -1) + 1) % loops.count]
            (segment, name) = (loopSegment(next), next.rawValue)
        case .loop(let wanted):
            guard let loop = MusicLoop(rawValue: wanted) else { throw .noFile(wanted) }
            (segment, name) = (loopSegment(loop), loop.rawValue)
        case .file(let file):
            segment = fileSegment(try path(of: file, as: .audio))
            name = segment.source.map { TimelineSummary.stem(of: $0) }
        }
        if let index = track {
            try replaceMusic(on: index, by: segment, name: name, choice)
        } else {
            try addMusic(segment, name: name, choice)
        }
    }

    /// The length that music fills.
    private var musicLength: Int { wholeLength > 0 ? wholeLength : Draft.longestTime }

    private func loopSegment(_ loop: MusicLoop) -> Draft.Segment {
        let length = musicLength
        var segment = Draft.Segment(id: "", start: 0, duration: length)
        let placement = loop.placement(under: length)
        segment.source = "assets/\(loop.rawValue).ogg"
        segment.lay(loop, under: length)
        segment.setFades(placement.fadeIn, placement.fadeOut)
        return segment
    }

    private func fileSegment(_ path: String) -> Draft.Segment {
        let length = musicLength
        var segment = Draft.Segment(id: "", start: 0, duration: length)
        segment.source = path
        let own = material.milliseconds(of: path)
        segment.loop = own.map { $0 < length } ?? true ? true : nil
        segment.setFades(min(400, length / 4), min(1500, length / 2))
        return segment
    }

    private mutating func replaceMusic(
        on index: Int, by music: Draft.Segment, name: String?, _ choice: MusicChoice
    ) throws(EditProblem) {
        let segments = draft.tracks[index].segments
        // A loop is the same music wherever its copy lies.
        let isSame =
            segments.count == 1
            && (segments[0].source == music.source
                || segments[0].musicLoop != nil && segments[0].musicLoop == music.musicLoop)
        if !isSame {
            var segment = music
            segment.id = segments[0].id
            segment.volume = segments[0].volume
            draft.tracks[index].segments = [segment]
            draft.tracks[index].name = name
            repairTransitions()
        }
        guard let volume = choice.volume else { return }
        try changeGain(
            of: draft.things(.music, material: material).filter { $0.track == index },
            .set(volume))
    }

    private mutating func addMusic(
        _ music: Draft.Segment, name: String?, _ choice: MusicChoice
    ) throws(EditProblem) {
        guard wholeLength > 0 else { throw .none(Reference(.picture)) }
        var segment = music
        segment.id = numberedID("music")
        segment.volume = try bounded(.set(choice.volume ?? Self.usualGain), 0, 0...2)
            .rounded(places: 2)
        let track = Draft.Track(
            .audio, id: trackID("music"), name: name, role: .bgm, segments: [segment])
        draft.tracks.insert(track, at: soundPlace)
    }

    /// Where a new sound track stands: behind the last picture track.
    private var soundPlace: Int {
        (draft.tracks.lastIndex { $0.kind == .picture } ?? -1) + 1
    }

    /// Adds a file as a sound.
    mutating func addSound(
        _ source: String, role: Draft.Track.Role, at time: Int
    ) throws(EditProblem) {
        let path = try path(of: source, as: .audio)
        let whole = wholeLength
        let isMusic = role != .voice && role != .sfx
        if isMusic, time <= 0, draft.things(.music, material: material).isEmpty {
            return try changeMusic(MusicChoice(.file(path)))
        }
        try check(time, 0...max(0, whole - Self.shortestLength))
        guard let own = material.milliseconds(of: path) else {
            throw .unknownLength(name: TimelineSummary.stem(of: path))
        }
        // Speech may go on after the pictures: the last of them is held.
        let length = max(1, role == .voice ? own : min(own, whole - time))
        let names =
            role == .voice ? ("voice", "voice") : isMusic ? ("music", "music") : ("sfx", "sounds")
        var segment = Draft.Segment(id: numberedID(names.0), start: time, duration: length)
        segment.source = path
        if isMusic { segment.volume = Self.usualGain }
        let span = Span(start: time, length: length)
        let free = draft.tracks.indices.first { index in
            let track = draft.tracks[index]
            return track.kind == .audio && track.role == role && isFree(span.range, on: index)
        }
        let index = free ?? soundPlace
        if free == nil {
            draft.tracks.insert(Draft.Track(.audio, id: trackID(names.1), role: role), at: index)
        }
        insert(segment, span, on: index)
        try holdUntilNarrationEnds()
    }
}

extension Draft.Segment {
    /// Sets fades in milliseconds; nil leaves a side, 0 takes it away.
    mutating func setFades(_ entrance: Int?, _ exit: Int?) {
        if let entrance, entrance != fadeIn ?? 0 { fadeIn = entrance == 0 ? nil : entrance }
        if let exit, exit != fadeOut ?? 0 { fadeOut = exit == 0 ? nil : exit }
    }
}
