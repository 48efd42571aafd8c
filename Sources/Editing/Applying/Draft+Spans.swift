import Foundation
import Planning

extension Draft {
    /// Returns the times of a track's segments, in the order in which they are written.
    ///
    /// Defaults are those of the planner.
    func spans(of index: Int, material: any EditMaterial) -> [Span] {
        let track = tracks[index]
        var end = 0
        var isEndKnown = true
        return track.segments.map { segment in
            let length =
                segment.duration ?? naturalLength(of: segment, track.kind, material: material)
            let isKnown = length != nil && (segment.start != nil || isEndKnown)
            let span = Span(start: segment.start ?? end, length: length ?? 5000, isKnown: isKnown)
            end = span.end
            isEndKnown = isKnown
            return span
        }
    }

    /// Returns the length of a segment whose `d` is absent; nil where only the file knows it.
    func naturalLength(
        of segment: Segment, _ kind: Track.Kind, material: any EditMaterial
    ) -> Int? {
        switch kind {
        case .text: return 3000
        case .other: return nil
        case .picture, .audio: break
        }
        let isPlain = segment.color != nil || segment.generated != nil
        guard let source = isPlain ? segment.source : self.source(of: segment) else {
            return kind == .picture ? 5000 : nil
        }
        guard let length = material.milliseconds(of: source) else {
            return kind == .picture && FileNameKind(source) != .film ? 5000 : nil
        }
        let rest = Double(length - (segment.sourceStart ?? 0))
        return max(1, Int((rest / (segment.speed ?? 1) + 1e-6).rounded(.down)))
    }

    /// Whether a picture segment shows a moving picture.
    func isFilm(_ segment: Segment, material: any EditMaterial) -> Bool {
        guard let source = source(of: segment) else { return false }
        return material.milliseconds(of: source) != nil || FileNameKind(source) == .film
    }

    /// The length of the whole: `d`, else the end of what ends last.
    func wholeLength(material: any EditMaterial) -> Int {
        duration ?? contentEnd(material: material)
    }

    /// The end of what ends last, in milliseconds.
    func contentEnd(material: any EditMaterial) -> Int {
        var end = 0
        for index in tracks.indices where tracks[index].kind.isRendered {
            end = max(end, spans(of: index, material: material).map(\.end).max() ?? 0)
        }
        return end
    }
}
