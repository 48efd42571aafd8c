import Media
import Planning
import Typesetting

/// Keeps clips prepared while their plan is edited, so that only what changed is prepared again.
///
/// Those that were not asked for longest go first.
actor LiveClips {
    /// All that a prepared clip depends on.
    private struct Key: Hashable {
        var clip: Clip
        var canvas: Canvas
        var language: String
        var isCarried: Bool
        var policy: SourceFailurePolicy
        /// Of the files that it shows.
        var files: [String]
    }

    private let preparation: ClipPreparation
    private var known = RecentValues<Key, ClipPreparation.Work>(limit: 96)

    /// - Throws: where the fonts can't be opened.
    init(fonts: FontLibrary) throws { preparation = ClipPreparation(try Typesetter(fonts)) }

    /// Returns all that shows in `frames` of `plan`, prepared.
    ///
    /// - Throws: what decoding a picture throws.
    func clips(
        for frames: Range<Int>, of plan: LivePlan
    ) async throws -> [ClipKey: PreparedClip] {
        // All are begun before the first is waited for.
        let begun = plan.plan.clips(in: frames).map { (key: $0, work: work($0, of: plan)) }
        var prepared: [ClipKey: PreparedClip] = [:]
        for (key, work) in begun {
            do {
                prepared[key] = try await work.value.clip
            } catch {
                // What failed is tried anew the next time.
                known.remove(name(of: key, in: plan))
                throw error
            }
        }
        return prepared
    }

    private func work(_ key: ClipKey, of live: LivePlan) -> ClipPreparation.Work {
        let name = name(of: key, in: live)
        if let work = known.value(name) { return work }
        let work = preparation.start(key, of: live.plan).work
        known.insert(work, for: name)
        return work
    }

    private func name(of key: ClipKey, in live: LivePlan) -> Key {
        let plan = live.plan
        let clip = plan.tracks[key.track].clips[key.clip]
        return Key(
            clip: clip, canvas: plan.canvas, language: plan.language,
            isCarried: plan.tracks[key.track].carries(key.clip), policy: plan.onSourceFailure,
            files: clip.files.map { live.files[$0] ?? "" })
    }
}
