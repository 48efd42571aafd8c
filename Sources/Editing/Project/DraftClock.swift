import Planning

/// When the things of a draft end, as far as that can be known without planning it.
struct DraftClock {
    /// Returns how long a source lasts; nil for stills and what can't be read.
    let milliseconds: (String) -> Int?

    /// The end of the pictures, where there are none of all; nil where only a file that can't be
    /// read knows.
    func length(of draft: Draft) -> Int? {
        func end(where isWanted: (Draft.Track) -> Bool) -> Int? {
            var last = 0
            for track in draft.tracks where isWanted(track) && track.kind.isRendered {
                guard let end = self.end(of: track) else { return nil }
                last = max(last, end)
            }
            return last
        }
        let pictures = end { $0.kind == .picture }
        return pictures == 0 ? end { _ in true } : pictures
    }

    /// Audio without a role is music, as the timeline's summary has it.
    static func isMusic(_ track: Draft.Track) -> Bool {
        track.kind == .audio && (track.role == .bgm || track.role == nil)
    }

    /// The end of the last segment of `track`.
    func end(of track: Draft.Track) -> Int? {
        var (end, last) = (0, 0)
        for segment in track.segments {
            guard let length = length(of: segment, kind: track.kind) else { return nil }
            end = (segment.start ?? end) + length
            last = max(last, end)
        }
        return last
    }

    private func length(of segment: Draft.Segment, kind: Draft.Track.Kind) -> Int? {
        if let duration = segment.duration { return duration }
        if kind == .text { return 3000 }
        if let length = segment.source.flatMap(milliseconds) {
            let played = Double(length - (segment.sourceStart ?? 0)) / (segment.speed ?? 1)
            return max(0, Int(played))
        }
        return kind == .picture ? 5000 : nil
    }
}
