import Foundation
package import Planning
package import Speaking

/// Lays a spoken storyboard out as a draft: pictures, cards, words, captions, voice and music.
///
/// A pure function of its parts: the same parts give the same draft.
package struct ExplainerComposer {
    package var theme: Theme
    package var pixelWidth: Int
    package var pixelHeight: Int
    package var frameRate: FrameRate?
    /// At least one, in the order of the storyboard's indices.
    package var pictures: [ExplainedPicture]
    package var seed: UInt64
    package var measurer: any TextMeasurer

    package init(
        theme: Theme, pixelWidth: Int, pixelHeight: Int, frameRate: FrameRate? = nil,
        pictures: [ExplainedPicture], seed: UInt64 = 0, measurer: any TextMeasurer
    ) {
        self.theme = theme
        self.pixelWidth = pixelWidth
        self.pixelHeight = pixelHeight
        self.frameRate = frameRate
        self.pictures = pictures
        self.seed = seed
        self.measurer = measurer
    }

    /// Returns the draft.
    ///
    /// `narration` holds the lines of the sentences of `script`. `source` makes the draft's `src`
    /// of a narration file.
    package func draft(
        _ script: FittedScript, _ narration: Narration, source: (_ path: String) -> String,
        soundtrack: Soundtrack?
    ) -> Draft {
        let beats = TimedBeat.all(script, narration.lines)
        let storyboard = script.storyboard
        var builder = SceneBuilder(look(storyboard), pictures: pictures, seed: noiseSeed)
        for (index, beat) in beats.enumerated() { builder.add(beat, index: index) }
        builder.addCaptionShade(for: beats)
        builder.addProgress(until: script.duration)
        builder.addCaptions(of: beats)
        var draft = Draft(id: "explainer", duration: script.duration)
        draft.metadata = metadata(storyboard, beats)
        draft.tracks = builder.layers.all
        draft.transitions = transitions(builder.cuts)
        if let voice = Self.voice(beats, narration, source: source) { draft.tracks.append(voice) }
        if let soundtrack { draft.tracks.append(soundtrack.track) }
        return draft
    }

    /// JSON numbers hold 53 bits for most readers; noise needs no more.
    private var noiseSeed: Int { Int(seed % 1_000_000) }

    private func look(_ storyboard: Storyboard) -> Look {
        Look(
            theme: theme, accent: Accent(pictures.first?.palette ?? [], theme: theme),
            stage: Stage(pixelWidth: pixelWidth, pixelHeight: pixelHeight), measurer: measurer,
            isChinese: storyboard.language.hasPrefix("zh"))
    }

    private func metadata(_ storyboard: Storyboard, _ beats: [TimedBeat]) -> Draft.Metadata {
        var metadata = Draft.Metadata()
        metadata.title = storyboard.title
        metadata.width = pixelWidth
        metadata.height = pixelHeight
        metadata.frameRate = frameRate
        metadata.lang = storyboard.language
        metadata.theme = theme.name
        metadata.background = theme.ground
        let chapters = beats.compactMap { timed in
            timed.beat.chapter.map { Chapter(start: timed.start, title: $0) }
        }
        if !chapters.isEmpty { metadata.chapters = chapters }
        metadata.sourceType = sourceType
        return metadata
    }

    /// What the pictures declare about their source goes on into the file.
    private var sourceType: DigitalSourceType? { pictures.flatMap(\.facts.sourceTypes).mostTelling }

    private func transitions(
        _ cuts: [(first: String, last: String)]
    ) -> [Draft.Transition] {
        guard case .soft(let kind, let length) = theme.cut else { return [] }
        return zip(cuts, cuts.dropFirst()).map { before, after in
            Draft.Transition(kind, from: before.last, to: after.first, duration: length)
        }
    }

    private static func voice(
        _ beats: [TimedBeat], _ narration: Narration, source: (_ path: String) -> String
    ) -> Draft.Track? {
        let lines = beats.flatMap(\.lines).filter { $0.spoken.path != nil }
        guard !lines.isEmpty else { return nil }
        var track = Draft.Track(.audio, id: "voice", name: "Voice", role: .voice)
        track.segments = lines.enumerated().map { index, line in
            var segment = Draft.Segment(
                id: "v\(index + 1)", start: line.start, duration: line.duration)
            segment.source = line.spoken.path.map(source)
            segment.text = line.spoken.text
            segment.voice = narration.voice
            if line.speed != 1 { segment.speed = line.speed }
            segment.words = line.words.map {
                .init(start: $0.start - line.start, duration: max($0.duration, 1), word: $0.word)
            }
            return segment
        }
        return track
    }
}
