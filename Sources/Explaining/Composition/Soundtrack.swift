import Foundation
import Planning

/// Music under an explainer, as segments of the draft.
package struct Soundtrack: Hashable, Sendable {
    /// The name that people see.
    package var name: String

    /// The segments from the start to the end of the video; their sources are the draft's.
    package var segments: [Piece]

    /// 0...2; 0.35 is 35 %.
    package var volume: Double

    package init(name: String, segments: [Piece], volume: Double) {
        self.name = name
        self.segments = segments
        self.volume = volume
    }

    /// A stretch of music; times in milliseconds.
    package struct Piece: Hashable, Sendable {
        package var source: String
        package var start: Int
        package var duration: Int
        package var sourceStart: Int
        package var loop: Bool
        package var fadeIn: Int
        package var fadeOut: Int

        package init(
            source: String, start: Int, duration: Int, sourceStart: Int = 0, loop: Bool = false,
            fadeIn: Int = 0, fadeOut: Int = 0
        ) {
            self.source = source
            self.start = start
            self.duration = duration
            self.sourceStart = sourceStart
            self.loop = loop
            self.fadeIn = fadeIn
            self.fadeOut = fadeOut
        }
    }

    /// The track, its music stepping aside for speech.
    var track: Draft.Track {
        var track = Draft.Track(.audio, id: "music", name: name, role: .bgm)
        track.volume = volume
        track.segments = segments.enumerated().map { index, piece in
            var segment = Draft.Segment(
                id: "m\(index + 1)", start: piece.start, duration: piece.duration)
            segment.name = name
            segment.source = piece.source
            if piece.sourceStart > 0 { segment.sourceStart = piece.sourceStart }
            if piece.loop { segment.loop = true }
            if piece.fadeIn > 0 { segment.fadeIn = piece.fadeIn }
            if piece.fadeOut > 0 { segment.fadeOut = piece.fadeOut }
            return segment
        }
        return track
    }
}
