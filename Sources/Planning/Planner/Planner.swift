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

        package init(
            canvas: CanvasSize? = nil, frameRate: FrameRate? = nil, fontFamilies: [String]? = nil
        ) {
            self.canvas = canvas
            self.frameRate = frameRate
            self.fontFamilies = fontFamilies
        }
    }

    /// Returns the plan of `draft`, with a notice for each thing that it leaves out or does
    /// otherwise.
    ///
    /// - Throws: a `DraftError` with all that stands in the way.
    package func plan(_ draft: Draft) throws(DraftError) -> RenderPlan {
        var walk = PlanWalk(draft, planner: self)
        let tracks = walk.timeline()
        let frameCount = walk.frameCount(of: tracks)
        let cuts = walk.cuts(in: tracks)
        let pictures = tracks.compactMap {
            walk.videoTrack($0, cuts: cuts[$0.index] ?? TrackCuts(), frameCount: frameCount)
        }
        let chapters = walk.chapters(frameCount: frameCount)
        let sound = walk.sound(tracks, cuts: cuts, frameCount: frameCount)
        walk.noticeTheRest()
        try walk.log.check()
        return RenderPlan(
            title: draft.metadata.title ?? "", language: draft.metadata.lang ?? "en",
            chapters: chapters, captions: walk.captions(tracks, frameCount: frameCount),
            sourceType: draft.metadata.sourceType,
            canvas: walk.canvas, frameCount: frameCount,
            tracks: pictures, sound: sound, notices: walk.log.orderedNotices,
            sourcePlaces: walk.sourcePlaces)
    }
}
