import Foundation
import Media
import Planning
import Typesetting

/// Prepares the clips that are about to be drawn and forgets them when no frame needs them any
/// more.
///
/// Each clip is prepared once, whichever worker asks first; the others wait for it. What is held at
/// any time is what the chunks in work show, so memory does not grow with the timeline.
actor ClipStore {
    private let plan: RenderPlan
    private let typesetter: Typesetter
    private var pending: [ClipKey: Task<PreparedClip, any Error>] = [:]
    private var users: [ClipKey: Int]

    /// What preparing had to say, each thing once.
    private(set) var notices: [Notice] = []

    /// `uses` are the frame ranges that will be asked for, each once.
    ///
    /// - Throws: where the fonts can't be opened.
    init(_ plan: RenderPlan, fonts: FontLibrary, uses: [Range<Int>]) throws {
        self.plan = plan
        typesetter = try Typesetter(fonts)
        users = [:]
        for range in uses {
            for key in plan.clips(in: range) { users[key, default: 0] += 1 }
        }
    }

    /// Returns all that shows in `frames`, prepared.
    ///
    /// - Throws: what decoding a picture throws.
    func clips(for frames: Range<Int>) async throws -> [ClipKey: PreparedClip] {
        let keys = plan.clips(in: frames)
        for key in keys where pending[key] == nil { pending[key] = try start(key) }
        var prepared: [ClipKey: PreparedClip] = [:]
        for key in keys { prepared[key] = try await pending[key]?.value }
        return prepared
    }

    /// Says that `frames`, one of the announced ranges, are drawn.
    func release(_ frames: Range<Int>) {
        for key in plan.clips(in: frames) {
            guard let count = users[key] else { continue }
            users[key] = count - 1
            if count <= 1 { pending[key] = nil }
        }
    }

    private func start(_ key: ClipKey) throws -> Task<PreparedClip, any Error> {
        let clip = plan.tracks[key.track].clips[key.clip]
        let canvas = plan.canvas
        let moves = plan.tracks[key.track].carries(key.clip)
        switch clip.content {
        case .picture(let content) where content.footage != nil:
            let card = card(for: content, clip)
            return Task.detached {
                .film(materials: try clip.materials(on: canvas), card: card)
            }
        case .picture(let content):
            let card = card(for: content, clip)
            return Task.detached { [self] in
                let (prepared, warnings) = try Self.picture(content, clip, card, on: canvas)
                await add(warnings.map { FilmWarning(path: content.path, message: $0) })
                return LayerPainter(canvas).rested(prepared, clip, moves: moves)
            }
        case .generated(let picture):
            let raster = GeneratedRaster(clip.placement)
            let words = raster.words(of: picture, typesetter)
            return Task.detached {
                let prepared = PreparedClip.picture(
                    raster.make(picture, words: words), backdrop: nil,
                    materials: try clip.materials(on: canvas))
                return LayerPainter(canvas).rested(prepared, clip, moves: moves)
            }
        case .text(let content):
            let (layer, found) = TextPreparation(content, clip.placement, in: plan)
                .run(typesetter)
            for notice in found { add(notice) }
            return Task { .text(layer) }
        }
    }

    /// The card for a file that breaks, where such a file does not end the render.
    private func card(for content: PictureContent, _ clip: Clip) -> BrokenSourceCard? {
        guard plan.onSourceFailure != .fail else { return nil }
        return BrokenSourceCard(content, clip.placement, typesetter)
    }

    /// Takes note of what files had to say while they were read.
    func add(_ warnings: [FilmWarning]) {
        for warning in warnings {
            let place = plan.sourcePlaces[warning.path] ?? DraftPlace()
            add(Notice("\(warning.path): \(warning.message)", at: place))
        }
    }

    private func add(_ notice: Notice) {
        if !notices.contains(notice) { notices.append(notice) }
    }

    private static func picture(
        _ content: PictureContent, _ clip: Clip, _ card: BrokenSourceCard?, on canvas: Canvas
    ) throws -> (PreparedClip, warnings: [String]) {
        let materials = try clip.materials(on: canvas)
        do {
            let (raster, warnings) = try PicturePreparation(content, clip.placement).run()
            return (PreparedClip(raster, content.fit, clip.placement, materials), warnings)
        } catch let error as MediaError {
            guard let card else { throw error }
            return (
                card.prepared(materials), ["it broke; a placeholder stands in: \(error.reason)"]
            )
        }
    }
}

extension PreparedClip {
    /// A picture, with what stands behind it where its `fit` wants that.
    init(
        _ raster: PictureRaster, _ fit: PictureContent.Fit, _ placement: Placement,
        _ materials: [EffectMaterial]
    ) {
        func most(_ side: Animation) -> Double { side.keys.map(\.value).max() ?? 1 }
        let backdrop =
            fit == .blur
            ? Backdrop.make(
                raster, width: most(placement.width), height: most(placement.height)) : nil
        self = .picture(raster, backdrop: backdrop, materials: materials)
    }
}

extension Clip {
    /// What its effects prepare, one each.
    fileprivate func materials(on canvas: Canvas) throws -> [EffectMaterial] {
        try effects.map { try EffectMaterial($0, placement, canvas) }
    }
}

extension VideoTrack {
    /// Whether a transition does more to a clip than mixing it with another.
    func carries(_ clip: Int) -> Bool {
        transitions.contains { transition in
            let isPart = transition.from == clip || transition.to == clip
            return isPart && (!transition.kind.isMixed || transition.kind.tints)
        }
    }
}

extension RenderPlan {
    /// The clips that show in any of `frames`.
    func clips(in frames: Range<Int>) -> [ClipKey] {
        tracks.enumerated().flatMap { number, track in
            track.clips.enumerated().compactMap { position, clip in
                clip.frames.overlaps(frames) ? ClipKey(track: number, clip: position) : nil
            }
        }
    }
}
