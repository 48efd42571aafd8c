import Foundation
import Planning

extension Scene {
    /// What a sentence may speak of in `draft`.
    init(_ draft: Draft, material: any EditMaterial) {
        var counts: [Reference.Kind: Int] = [:]
        var kinds: [String: Reference.Kind] = [:]
        for kind in Reference.Kind.allCases {
            let things = draft.things(kind, material: material)
            counts[kind] = things.count
            for thing in things {
                let segment = draft.tracks[thing.track].segments[thing.segment]
                let stem = segment.source.map(TimelineSummary.stem)
                for name in [segment.name, stem, draft.tracks[thing.track].name].compactMap({
                    $0?.lowercased()
                })
                where kinds[name] == nil {
                    kinds[name] = kind
                }
            }
        }
        let pictures = draft.things(.picture, material: material)
        let isFilm = pictures.map { picture in
            let source = draft.tracks[picture.track].segments[picture.segment].source
            return source.map {
                material.milliseconds(of: $0) != nil || FileNameKind($0) == .film
            } ?? false
        }
        let last = pictures.last.map { $0.start + $0.duration } ?? 0
        let width = draft.metadata.width ?? 1920
        self.init(
            counts: counts, kinds: kinds,
            texts: Set(draft.tracks.flatMap(\.segments).compactMap { $0.text?.lowercased() }),
            length: draft.duration ?? last,
            films: isFilm.indices.filter { isFilm[$0] }.map { $0 + 1 },
            stills: isFilm.indices.filter { !isFilm[$0] }.map { $0 + 1 },
            isVertical: (draft.metadata.height ?? 1080) > width)
    }
}
