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

    private struct Entry {
        var work: ClipPreparation.Work
        var lastUse: Int
    }

    private static let most = 96

    private let preparation: ClipPreparation
    private var entries: [Key: Entry] = [:]
    private var uses = 0

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
        do {
            for (key, work) in begun { prepared[key] = try await work.value.clip }
        } catch {
            // What failed is tried anew the next time.
            entries = [:]
            throw error
        }
        return prepared
    }

    private func work(_ key: ClipKey, of live: LivePlan) -> ClipPreparation.Work {
        let plan = live.plan
        let clip = plan.tracks[key.track].clips[key.clip]
        let name = Key(
            clip: clip, canvas: plan.canvas, language: plan.language,
            isCarried: plan.tracks[key.track].carries(key.clip), policy: plan.onSourceFailure,
            files: clip.files.map { live.files[$0] ?? "" })
        uses += 1
        if let known = entries[name] {
            entries[name]?.lastUse = uses
            return known.work
        }
        let work = preparation.start(key, of: plan).work
        entries[name] = Entry(work: work, lastUse: uses)
        if entries.count > Self.most,
            let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
        {
            entries[oldest.key] = nil
        }
        return work
    }
}
