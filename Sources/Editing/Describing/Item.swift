import Foundation
import Planning

/// A segment of a draft with what people see in it: its kind, its place and its time.
struct Item: Hashable {
    /// A kind as people name it; nil on tracks that are not rendered.
    var kind: Reference.Kind?
    var segment: Draft.Segment
    var trackID: String
    var trackKind: Draft.Track.Kind
    var trackVolume: Double
    var isHidden: Bool
    /// Milliseconds; the end is nil where only the file knows it.
    var start: Int
    var end: Int?
    /// Counts from 1 in the order of time among those of its kind.
    var place = 0
    /// How many there are of its kind.
    var count = 0

    init(
        _ segment: Draft.Segment, on track: Draft.Track, kind: Reference.Kind?, start: Int,
        end: Int?
    ) {
        self.segment = segment
        self.kind = kind
        trackID = track.id
        trackKind = track.kind
        trackVolume = track.volume ?? 1
        isHidden = track.isHidden ?? false
        self.start = start
        self.end = end
    }

    var key: String { segment.id }

    /// Milliseconds; nil where only the file knows.
    var length: Int? { end.map { $0 - start } }

    /// What is heard of it.
    var gain: Double { (segment.volume ?? 1) * trackVolume }

    /// What it is called: its name, its file, its colour or its words, without quotes.
    var name: String {
        if trackKind == .text { return segment.text ?? "" }
        if trackKind == .audio, let words = segment.text, kind == .narration { return words }
        return TimelineSummary.name(of: segment, kind: trackKind)
    }
}
