import Foundation
import Planning

extension EditWalk {
    /// Takes away what `m` of segments repeats of a key that is gone: it would be read in its place.
    mutating func dropStaleMirrors() {
        for index in draft.tracks.indices where draft.tracks[index].kind.isRendered {
            let kind = draft.tracks[index].kind
            for place in draft.tracks[index].segments.indices
            where !draft.tracks[index].segments[place].metadata.isEmpty {
                draft.tracks[index].segments[place].dropStaleMirrors(kind)
            }
        }
    }
}

extension Draft.Segment {
    fileprivate mutating func dropStaleMirrors(_ kind: Draft.Track.Kind) {
        var stale: [String] = []
        if start == nil { stale += ["start", "s"] }
        if duration == nil { stale += ["duration", "d"] }
        if name == nil { stale += ["name", "title"] }
        if kind != .text, source == nil { stale += ["url", "src", "cdn_url"] }
        if kind != .text, volume == nil { stale += ["volume"] }
        if kind == .audio, text == nil { stale += ["text", "content"] }
        for key in stale { metadata.remove(key) }
    }
}
