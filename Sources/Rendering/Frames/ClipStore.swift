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
    private let preparation: ClipPreparation
    private var pending: [ClipKey: Task<PreparedClip, any Error>] = [:]
    private var users: [ClipKey: Int]

    /// What preparing had to say, each thing once.
    private(set) var notices: [Notice] = []

    /// `uses` are the frame ranges that will be asked for, each once.
    ///
    /// - Throws: where the fonts can't be opened.
    init(_ plan: RenderPlan, fonts: FontLibrary, uses: [Range<Int>]) throws {
        self.plan = plan
        preparation = ClipPreparation(try Typesetter(fonts))
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
        for key in keys where pending[key] == nil { pending[key] = start(key) }
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

    private func start(_ key: ClipKey) -> Task<PreparedClip, any Error> {
        let (work, found) = preparation.start(key, of: plan)
        found.forEach(add)
        return Task {
            let (prepared, warnings) = try await work.value
            add(warnings)
            return prepared
        }
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
