import Foundation
import Planning

/// All that is on a draft's timeline.
struct Items {
    /// In the order of the tracks, each track's in the order of time.
    private(set) var all: [Item] = []

    /// When the last one ends; nil where only a file knows.
    var end: Int? {
        all.contains { $0.end == nil } ? nil : all.compactMap(\.end).max() ?? 0
    }

    init(_ draft: Draft) {
        for index in draft.tracks.indices { all += Self.items(on: index, of: draft) }
        number()
    }

    func of(_ kind: Reference.Kind) -> [Item] {
        all.filter { $0.kind == kind }.sorted { $0.place < $1.place }
    }

    private static func items(on index: Int, of draft: Draft) -> [Item] {
        let track = draft.tracks[index]
        let spans = draft.spans(of: index, material: NoMaterial())
        let items = zip(track.segments, spans).map { segment, span in
            Item(
                segment, on: track, kind: kind(of: segment, on: index, of: draft),
                start: span.start, end: span.isKnown ? span.end : nil)
        }
        return items.enumerated().sorted {
            ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
        }.map(\.element)
    }

    private static func kind(
        of segment: Draft.Segment, on index: Int, of draft: Draft
    ) -> Reference.Kind? {
        let track = draft.tracks[index]
        return switch track.kind {
        case .picture: index == draft.mainTrack ? .picture : .overlay
        case .audio: track.soundKind
        case .text: Draft.textKind(of: segment, on: track)
        case .other: nil
        }
    }

    /// Gives each its place among those of its kind.
    private mutating func number() {
        for kind in Reference.Kind.allCases {
            let members = all.indices.filter { all[$0].kind == kind }.sorted {
                (all[$0].start, $0) < (all[$1].start, $1)
            }
            for (place, index) in members.enumerated() {
                all[index].place = place + 1
                all[index].count = members.count
            }
        }
    }
}
