import Foundation
import Media
import Planning
import Rendering
import Serving

extension PreviewPlan {
    /// The page's view of a plan.
    ///
    /// - Parameters:
    ///   - live: The plan at the size that is looked at.
    ///   - survey: What it was made of.
    ///   - aspect: The shape that was asked for.
    ///   - full: The canvas of a render in that shape.
    ///   - version: Names the state of the draft.
    init(
        _ live: LivePlan, _ survey: DraftSurvey, aspect: PreviewAspect, full: CanvasSize,
        version: String
    ) {
        self.init(version: version, aspect: aspect)
        let plan = live.plan
        title = plan.title
        canvas = Size(width: full.width, height: full.height)
        preview = Size(width: plan.canvas.width, height: plan.canvas.height)
        let rate = plan.canvas.frameRate
        fps = Rate(numerator: rate.numerator, denominator: rate.denominator)
        frames = plan.frameCount
        duration = Int((Double(plan.frameCount) / rate.framesPerSecond * 1000).rounded())
        runs = live.runs.map(Run.init)
        tracks = survey.draft.tracks.enumerated().compactMap { index, track in
            Track(track, at: index, survey)
        }
        beats = plan.chapters.map { Beat(at: $0.start, label: $0.title) }
        notices = survey.notices.map { LiveDraft.remark($0.message, $0.place) }
    }
}

extension PreviewPlan.Run {
    init(_ run: LivePlan.Run) {
        self.init(from: run.frames.lowerBound, to: run.frames.upperBound, stamp: run.stamp)
    }
}

extension PreviewPlan.Track {
    /// Nil for tracks that are not rendered.
    fileprivate init?(_ track: Draft.Track, at index: Int, _ survey: DraftSurvey) {
        let kind: String
        switch track.kind {
        case .picture: kind = "picture"
        case .audio: kind = "sound"
        case .text: kind = "text"
        case .other: return nil
        }
        let pointer = "/t/\(index)"
        let segments = track.segments.enumerated().compactMap { place, segment in
            PreviewPlan.Segment(segment, at: "\(pointer)/sg/\(place)", of: track, survey)
        }
        self.init(
            pointer: pointer, kind: kind, role: track.role?.rawValue, name: track.name ?? "",
            segments: segments)
    }
}

extension PreviewPlan.Segment {
    fileprivate init?(
        _ segment: Draft.Segment, at pointer: String, of track: Draft.Track, _ survey: DraftSurvey
    ) {
        guard let time = survey.times[pointer] else { return nil }
        self.init(
            pointer: pointer, start: time.lowerBound, end: time.upperBound,
            kind: Self.kind(of: segment, in: track),
            // What is said tells more than the name of a voice's file.
            label: (track.kind == .audio ? segment.text : nil)
                ?? TimelineSummary.name(of: segment, kind: track.kind))
        source = segment.source
        text = segment.text
        transition = survey.draft.transitions.first { $0.to == segment.id }.map {
            PreviewPlan.Transition(kind: $0.kind.rawValue, duration: $0.duration ?? 500)
        }
    }

    private static func kind(of segment: Draft.Segment, in track: Draft.Track) -> String {
        switch track.kind {
        case .text: return "text"
        case .audio: return "sound"
        case .picture, .other:
            if segment.generated != nil { return "generated" }
            guard let source = segment.source else { return "color" }
            return OutputFormat.isFilm(source) ? "film" : "picture"
        }
    }
}

extension OutputFormat {
    /// Whether a file of this name is a film's, as far as its name tells.
    fileprivate static func isFilm(_ name: String) -> Bool {
        ["mp4", "mov", "webm", "mkv", "avi", "m4v"].contains(
            URL(filePath: name).pathExtension.lowercased())
    }
}
