import Foundation
import Planning

/// What changed of the tracks themselves, not of what is on them.
struct TrackComparison {
    let words: Phrasing
    let old: Draft
    let new: Draft

    /// By track, in the order of the new draft; those on which nothing changed are left out.
    var phrases: [(track: Draft.Track, phrases: [String])] {
        new.tracks.compactMap { track in
            guard let before = old.tracks.first(where: { $0.id == track.id }) else { return nil }
            let phrases = phrases(before, track)
            return phrases.isEmpty ? nil : (track, phrases)
        }
    }

    /// Tracks with nothing on them that came or went, and another order of the rest.
    var lines: [String] {
        let ids = (old.tracks.map(\.id), new.tracks.map(\.id))
        let gone = old.tracks.filter { !ids.1.contains($0.id) && $0.segments.isEmpty }
        let come = new.tracks.filter { !ids.0.contains($0.id) && $0.segments.isEmpty }
        return gone.map { words.removed(words.label(of: $0)) }
            + come.map { words.added(words.label(of: $0)) } + order
    }

    private var order: [String] {
        let kept = old.tracks.filter { track in new.tracks.contains { $0.id == track.id } }
        let now = new.tracks.filter { track in old.tracks.contains { $0.id == track.id } }
        guard kept.map(\.id) != now.map(\.id) else { return [] }
        let texts = [kept, now].map { words.list($0.map { $0.name ?? $0.id }) }
        let label = words("Tracks: order", "轨道：顺序")
        return [words.changed(label, texts[0], texts[1])]
    }

    private func phrases(_ old: Draft.Track, _ new: Draft.Track) -> [String] {
        var comparison = Comparison(old, new, words: words)
        comparison.compareFields()
        return comparison.finished
    }
}

extension Comparison where Owner == Draft.Track {
    fileprivate mutating func compareFields() {
        let words = words
        if settle(\.isHidden), (old.isHidden ?? false) != (new.isHidden ?? false) {
            phrases.append(new.isHidden ?? false ? words("hidden", "已隐藏") : words("shown", "已显示"))
        }
        if settle(\.isMuted), (old.isMuted ?? false) != (new.isMuted ?? false) {
            phrases.append(
                new.isMuted ?? false ? words("muted", "已静音") : words("no longer muted", "取消静音"))
        }
        compareGain()
        compare(
            \.ducking, words("lowered under speech by", "说话时降低"),
            [{ "\(JSONNumber(abs($0.ducking ?? 12)).text) dB" }])
        compare(\.kind, words("track type", "轨道类型"), [{ "\($0.kind.number)" }])
        compare(\.role, words("role", "用途"), [{ $0.role?.rawValue ?? words("none", "无") }])
        // A music track is called after its music, which is said.
        if new.role == .bgm, old.segments.first?.source != new.segments.first?.source {
            _ = settle(\.name)
        } else {
            comparePart(
                \.name, words("name of the track", "轨道名称"), [words.quoted, { "\"\($0)\"" }])
        }
        compareObject(\.unknownMetadata)
        compareObject(\.unknown)
        _ = settle(\.segments)
    }

    /// The gain of sounds that stay is said with them.
    private mutating func compareGain() {
        let ids = Set(old.segments.map(\.id))
        let isSaid = new.kind == .audio && new.segments.contains { ids.contains($0.id) }
        let words = words
        guard !isSaid else {
            _ = settle(\.volume)
            return
        }
        compare(
            \.volume, words("volume", "音量"),
            [{ words.percent($0.volume ?? 1) }, { words.exactPercent($0.volume ?? 1) }])
    }
}

extension Phrasing {
    /// What a track is called in a line.
    func label(of track: Draft.Track) -> String {
        switch (track.kind, track.role) {
        case (.audio, .bgm?): self("BGM", "背景音乐")
        case (.audio, .voice?): self("Narration", "旁白")
        case (.audio, .sfx?): self("Sound effects", "音效")
        case (.text, .caption?): self("Captions", "字幕")
        case (.picture, .main?): self("Pictures", "图片")
        case (.picture, .overlay?): self("Overlays", "叠加图")
        default: self("Track ", "轨道") + quoted(track.name ?? track.id)
        }
    }
}
