import Foundation

/// Resolves a draft into a plan: defaults, aliases, presets, fractions and milliseconds are gone
/// after it.
///
/// A planner opens no file; facts about files come from its inspector.
package struct Planner {
    /// The absolute path of the folder that relative sources count from.
    let folder: String
    let inspector: any SourceInspector
    let options: Options

    package init(folder: String, inspector: any SourceInspector, options: Options = Options()) {
        self.folder = folder
        self.inspector = inspector
        self.options = options
    }

    /// What a caller may ask for beside the draft.
    package struct Options: Sendable {
        /// Takes the place of `m.width` and `m.height`.
        package var canvas: CanvasSize?
        /// Takes the place of `m.fps`.
        package var frameRate: FrameRate?
        /// The font families that are there; nil leaves `st.font` unchecked.
        package var fontFamilies: [String]?

        /// What is done about files that can't be used.
        package var onSourceFailure = SourceFailurePolicy.fail

        package init(
            canvas: CanvasSize? = nil, frameRate: FrameRate? = nil, fontFamilies: [String]? = nil,
            onSourceFailure: SourceFailurePolicy = .fail
        ) {
            self.canvas = canvas
            self.frameRate = frameRate
            self.fontFamilies = fontFamilies
            self.onSourceFailure = onSourceFailure
        }
    }

    /// Returns the plan of `draft`, with a notice for each thing that it leaves out or does
    /// otherwise.
    ///
    /// - Throws: a `DraftError` with all that stands in the way.
    package func plan(_ draft: Draft) throws(DraftError) -> RenderPlan {
        var walk = PlanWalk(draft, planner: self)
        let (plan, _) = walk.run()
        try walk.log.check()
        return plan
    }
}

extension PlanWalk {
    /// Walks the whole draft; the plan holds where the log has no issues.
    mutating func run() -> (plan: RenderPlan, tracks: [TimedTrack]) {
        let tracks = timeline()
        let frameCount = frameCount(of: tracks)
        let cuts = cuts(in: tracks)
        let pictures = tracks.compactMap {
            videoTrack($0, cuts: cuts[$0.index] ?? TrackCuts(), frameCount: frameCount)
        }
        let chapters = chapters(frameCount: frameCount)
        let sound = sound(tracks, cuts: cuts, frameCount: frameCount)
        noticeTheRest()
        let plan = RenderPlan(
            title: draft.metadata.title ?? "", language: draft.metadata.lang ?? "en",
            chapters: chapters, captions: captions(tracks, frameCount: frameCount),
            sourceType: draft.metadata.sourceType,
            canvas: canvas, frameCount: frameCount,
            tracks: pictures, sound: sound, notices: log.orderedNotices,
            sourcePlaces: sourcePlaces, onSourceFailure: planner.options.onSourceFailure)
        return (plan, tracks)
    }
}
