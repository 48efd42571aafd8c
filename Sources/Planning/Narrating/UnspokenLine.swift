import Foundation

/// A sentence of a draft that no sound is there for yet.
package struct UnspokenLine: Hashable, Sendable {
    /// The index of its track among all tracks of the draft.
    package var track: Int

    /// Its index among the segments of the track as they were written.
    package var segment: Int

    /// The words to speak.
    package var text: String

    /// The voice to speak them, as the draft names it.
    package var voice: String

    /// Where the words stand in the draft's text.
    @Aside package var place = DraftPlace()
}

extension Draft {
    /// The narration still to be synthesised: sounds with `tx` and `voice` but no `src`.
    ///
    /// In the order of the document. Tracks that are muted or hidden are not heard, so they are
    /// left out.
    package var unspokenLines: [UnspokenLine] {
        tracks.enumerated().flatMap { index, track -> [UnspokenLine] in
            guard track.kind == .audio, track.isMuted != true, track.isHidden != true else {
                return []
            }
            return track.segments.enumerated().compactMap { place, segment in
                guard segment.isUnspoken, let text = segment.text, let voice = segment.voice else {
                    return nil
                }
                return UnspokenLine(
                    track: index, segment: place, text: text, voice: voice,
                    place: segment.places.place(of: "tx", in: "/t/\(index)/sg/\(place)"))
            }
        }
    }
}

extension Draft.Segment {
    /// Whether it is narration that no sound is there for yet, given that it is a sound.
    var isUnspoken: Bool { source == nil && text != nil && voice != nil }
}
