import Foundation
package import Planning

/// Something of a timeline that people can name: one segment, and when it shows or sounds.
package struct Thing: Hashable, Sendable {
    /// The index of its track in the draft.
    package var track: Int

    /// Its index among the track's segments as they are written.
    package var segment: Int

    /// The segment's identity.
    package var id: String

    /// Milliseconds.
    package var start: Int

    /// Milliseconds.
    package var duration: Int

    /// False where only the file knows the length and can't be read: `duration` is a guess then.
    package var isLengthKnown: Bool

    /// What people call it: its words in quotes, its name, or its file's.
    package var name: String

    package var end: Int { start + duration }
}

extension Draft {
    /// Returns the things of a kind in the order of time.
    ///
    /// Hidden and muted ones are among them.
    package func things(
        _ kind: Reference.Kind, material: any EditMaterial = NoMaterial()
    ) -> [Thing] {
        let main = mainTrack
        var things: [Thing] = []
        for (index, track) in tracks.enumerated() where track.kind.isRendered {
            let spans = spans(of: index, material: material)
            for (place, segment) in track.segments.enumerated()
            where belongs(segment, on: index, main: main, to: kind, material: material) {
                let span = spans[place]
                things.append(
                    Thing(
                        track: index, segment: place, id: segment.id, start: span.start,
                        duration: span.length, isLengthKnown: span.isKnown,
                        name: TimelineSummary.name(of: segment, kind: track.kind)))
            }
        }
        return things.sorted {
            ($0.start, $0.track, $0.segment) < ($1.start, $1.track, $1.segment)
        }
    }

    /// The index of the track that the others lie over: the first picture track with the role
    /// `main`, else the first that is no overlay; nil where there is none.
    package var mainTrack: Int? {
        tracks.firstIndex { $0.kind == .picture && $0.role == .main }
            ?? tracks.firstIndex { $0.kind == .picture && $0.role != .overlay }
    }

    private func belongs(
        _ segment: Segment, on index: Int, main: Int?, to kind: Reference.Kind,
        material: any EditMaterial
    ) -> Bool {
        let track = tracks[index]
        return switch (track.kind, kind) {
        case (.picture, .picture): index == main
        case (.picture, .overlay): index != main
        case (.picture, .sound): isFilm(segment, material: material)
        case (.audio, .sound): true
        case (.audio, .music): track.soundKind == .music
        case (.audio, .narration): track.soundKind == .narration
        case (.audio, .soundEffect): track.soundKind == .soundEffect
        case (.text, .text): true
        case (.text, _): Self.textKind(of: segment, on: track) == kind
        default: false
        }
    }

    /// Returns what people call a text; `text` where it has no name of its own.
    static func textKind(of segment: Segment, on track: Track) -> Reference.Kind {
        switch segment.style?.preset ?? .title {
        case .caption: .caption
        case _ where track.role == .caption: .caption
        case .subtitle: .subtitle
        case .end: .endCard
        case .title: .title
        case .lowerThird, .label, .card, .quote:
            segment.name.flatMap { namedKinds[$0.lowercased()] } ?? .text
        }
    }

    /// Texts may be called what they are, whatever their preset.
    private static let namedKinds: [String: Reference.Kind] = [
        "title": .title, "subtitle": .subtitle, "end card": .endCard,
    ]
}

extension Draft.Track {
    /// What an audio track holds; without a role it is music.
    var soundKind: Reference.Kind {
        switch role {
        case Role.voice: .narration
        case Role.sfx: .soundEffect
        default: .music
        }
    }
}
