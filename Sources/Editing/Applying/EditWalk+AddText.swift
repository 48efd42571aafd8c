import Foundation
import Planning

extension EditWalk {
    /// Adds a text on a track of its kind that is free then, or on a new one above all others.
    mutating func add(_ text: NewText) throws(EditProblem) {
        let span = try span(of: text)
        var segment = Draft.Segment(
            id: numberedID(text.kind.textName), start: span.start, duration: span.length)
        segment.text = text.words
        segment.style = Draft.TextStyle(text.kind.preset)
        for change in text.changes {
            segment = try changed(segment, by: change, kind: text.kind)
        }
        insert(segment, span, on: textTrack(for: text.kind, span.range))
    }

    private func span(of text: NewText) throws(EditProblem) -> Span {
        let whole = wholeLength > 0 ? wholeLength : Draft.longestTime
        let usual = try usualSpan(of: text, whole: whole)
        let start = text.start ?? usual.start
        try check(start, 0...max(0, whole - Self.shortestLength))
        if let length = text.length { try check(length, Self.lengths) }
        // A text of another start than usual is as long as any, not as long as what it goes with.
        let isMoved = text.start != nil && text.over == nil
        let length = text.length ?? (isMoved ? 3000 : usual.end - start)
        return Span(start: start, length: max(1, min(length, whole - start)))
    }

    private func usualSpan(
        of text: NewText, whole: Int
    ) throws(EditProblem) -> Span {
        if let over = text.over {
            let picture = try resolveOne(over)
            guard picture.isLengthKnown else { throw .unknownLength(name: picture.name) }
            return Span(start: picture.start, length: picture.duration)
        }
        let length = min(text.length ?? 3000, whole)
        switch text.kind {
        case .endCard where wholeLength > 0: return Span(start: whole - length, length: length)
        case .subtitle:
            let title = draft.things(.title, material: material).first
            return title.map { Span(start: $0.start, length: $0.duration) }
                ?? Span(start: 0, length: length)
        default: return Span(start: 0, length: length)
        }
    }

    private mutating func textTrack(for kind: Reference.Kind, _ range: Range<Int>) -> Int {
        let isCaption = kind == .caption
        let fitting = draft.tracks.indices.filter { index in
            let track = draft.tracks[index]
            return track.kind == .text && (track.role == .caption) == isCaption
                && !(track.isHidden ?? false) && isFree(range, on: index)
        }
        let alike = fitting.first { index in
            let track = draft.tracks[index]
            return track.segments.contains { Draft.textKind(of: $0, on: track) == kind }
        }
        if let index = alike ?? fitting.first { return index }
        draft.tracks.append(
            Draft.Track(
                .text, id: trackID(isCaption ? "captions" : "titles"),
                role: isCaption ? .caption : .title))
        return draft.tracks.count - 1
    }
}

extension Reference.Kind {
    /// The preset that a new text of this kind has.
    fileprivate var preset: Draft.TextStyle.Preset {
        switch self {
        case .title: .title
        case .subtitle: .subtitle
        case .caption: .caption
        case .endCard: .end
        default: .label
        }
    }

    fileprivate var textName: String {
        switch self {
        case .title, .subtitle, .caption: rawValue
        case .endCard: "end"
        default: "text"
        }
    }
}
