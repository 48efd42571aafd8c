import Foundation
import Media
import Planning

/// What came up while a film played.
struct FilmWarning: Hashable, Sendable {
    var path: String
    var message: String
}

/// Plays the films of a plan for one worker: puts the picture of the moment in each film's place.
///
/// What a frame shows does not depend on the frames before it; asked in order, though, each film
/// is decoded once through.
final class FilmProjection {
    private let plan: RenderPlan
    private let clips: [ClipKey: PreparedClip]
    private var players: [ClipKey: FilmPlayer] = [:]

    /// What is shown of films that broke, for the rest of the work.
    private var broken: [ClipKey: PreparedClip] = [:]
    private var failures: [FilmWarning] = []

    /// `clips` are all that are shown, prepared.
    init(_ plan: RenderPlan, _ clips: [ClipKey: PreparedClip]) {
        self.plan = plan
        self.clips = clips
    }

    /// What the films had to say so far.
    var warnings: [FilmWarning] {
        players.sorted { ($0.key.track, $0.key.clip) < ($1.key.track, $1.key.clip) }
            .flatMap { _, player in
                player.warnings.map { FilmWarning(path: player.path, message: $0) }
            } + failures
    }

    /// Returns what is shown at frame `index`, valid until the next call.
    ///
    /// - Throws: what opening and decoding a film throws.
    func clips(at index: Int) throws -> [ClipKey: PreparedClip] {
        var shown = clips
        for (key, prepared) in clips {
            guard case .film(let materials, let card) = prepared else { continue }
            let clip = plan.tracks[key.track].clips[key.clip]
            guard clip.frames.contains(index), case .picture(let content) = clip.content else {
                continue
            }
            do {
                shown[key] = try broken[key] ?? picture(key, clip, content, materials, index)
            } catch let error as MediaError {
                guard let card else { throw error }
                shown[key] = standIn(key, content, error, card.prepared(materials))
            }
        }
        return shown
    }

    private func picture(
        _ key: ClipKey, _ clip: Clip, _ content: PictureContent, _ materials: [EffectMaterial],
        _ index: Int
    ) throws -> PreparedClip? {
        guard let footage = content.footage else { return nil }
        let carries = plan.tracks[key.track].carries(key.clip)
        let player = try player(key, clip, content, moves: carries)
        let time = footage.time(at: index, in: clip.span, rate: plan.canvas.frameRate)
        return try player.picture(at: time, materials)
    }

    /// Remembers that a film broke and returns what is shown of it from here on: its last good
    /// frame, else a card.
    private func standIn(
        _ key: ClipKey, _ content: PictureContent, _ error: MediaError,
        _ card: @autoclosure () -> PreparedClip
    ) -> PreparedClip {
        let last = players[key]?.lastPicture
        let shown = last ?? card()
        broken[key] = shown
        let words = last == nil ? "a placeholder stands in" : "its last good frame holds"
        failures.append(
            FilmWarning(path: content.path, message: "it broke; \(words): \(error.reason)"))
        return shown
    }

    private func player(
        _ key: ClipKey, _ clip: Clip, _ content: PictureContent, moves: Bool
    ) throws -> FilmPlayer {
        if let player = players[key] { return player }
        let player = try FilmPlayer(
            content, clip.placement, on: plan.canvas, isCarried: moves)
        players[key] = player
        return player
    }
}
