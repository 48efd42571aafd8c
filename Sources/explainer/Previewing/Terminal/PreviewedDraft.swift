import Foundation
import Planning
import Rendering

/// A draft that was read and planned to be looked at.
struct PreviewedDraft: Sendable {
    /// What was read, spoken sentences laid in.
    let draft: Draft

    let plan: RenderPlan

    /// The first frames of what is on its picture and text tracks, and of what follows; rising,
    /// from 0 to the last frame.
    let borders: [Int]

    private let input: DraftArguments
    private let frames: LiveFrames
    private let names: [String: String]

    /// Plans `draft` as what `input` reads, at `size`.
    init(_ draft: Draft, _ input: DraftArguments, size: CanvasSize?) throws {
        self.draft = draft
        self.input = input
        var small = input
        if let size { small.size = size }
        let (plan, fonts) = try small.plan(draft)
        self.plan = plan
        frames = try LiveFrames(fonts: fonts)
        names = Self.names(draft)
        borders = Self.borders(plan)
    }

    /// The size that a picture of `draft` has where nothing else is asked for.
    static func size(_ draft: Draft, _ input: DraftArguments) -> (width: Int, height: Int) {
        if let size = input.size { return (size.width, size.height) }
        let whole = CanvasSize.fullHD
        return (draft.metadata.width ?? whole.width, draft.metadata.height ?? whole.height)
    }

    func picture(at frame: Int) async throws -> RGBPicture {
        try await input.blamingSources(of: plan) {
            try await frames.picture(at: frame, of: LivePlan(plan, files: [:]))
        }
    }

    /// Draws the frame at its full size.
    func snapshot(at frame: Int) async throws -> RGBPicture {
        let (plan, fonts) = try input.plan(draft)
        return try await input.blamingSources(of: plan) {
            try await FrameRenderer(plan, fonts: fonts).picture(at: frame)
        }
    }

    // MARK: - What lies under the playhead

    /// What is shown at `frame`, the lowest first, in the words that people see.
    func labels(at frame: Int) -> [String] {
        plan.tracks.flatMap(\.clips).filter { $0.frames.contains(frame) }
            .compactMap { names[$0.id] }
    }

    private static func names(_ draft: Draft) -> [String: String] {
        let pairs = draft.tracks.flatMap { track in
            track.segments.map { ($0.id, TimelineSummary.name(of: $0, kind: track.kind)) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func borders(_ plan: RenderPlan) -> [Int] {
        let last = plan.frameCount - 1
        let ends = plan.tracks.flatMap(\.clips).flatMap { [$0.span.start, $0.span.end] }
        let frames = ends.map { min(max(Int($0.rounded(.up)), 0), last) }
        return Set(frames + [0, last]).sorted()
    }
}
