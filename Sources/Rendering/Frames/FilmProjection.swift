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
            }
    }

    /// Returns what is shown at frame `index`, valid until the next call.
    ///
    /// - Throws: what opening and decoding a film throws.
    func clips(at index: Int) throws -> [ClipKey: PreparedClip] {
        var shown = clips
        for (key, prepared) in clips {
            guard case .film(let materials) = prepared else { continue }
            let track = plan.tracks[key.track]
            let clip = track.clips[key.clip]
            guard clip.frames.contains(index), case .picture(let content) = clip.content,
                let footage = content.footage
            else { continue }
            let player = try player(key, clip, content, moves: track.carries(key.clip))
            let time = footage.time(at: index, in: clip.span, rate: plan.canvas.frameRate)
            shown[key] = try player.picture(at: time, materials)
        }
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
