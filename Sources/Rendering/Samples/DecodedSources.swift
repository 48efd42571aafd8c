import Media
import Planning

/// The decoded files of a plan: one store for each file and speed, however many clips use it.
struct DecodedSources {
    private struct Key: Hashable {
        var path: String
        var speed: Double

        init(_ clip: SoundClip) {
            path = clip.path
            speed = clip.speed
        }
    }

    private(set) var warnings: [String] = []
    private var stores: [Key: PCMStore] = [:]
    private let limits: [Key: Int]

    init(_ plan: SoundPlan) {
        var limits: [Key: Int] = [:]
        for clip in plan.tracks.flatMap(\.clips) {
            let end = clip.loop ? .max : clip.sourceStart + clip.samples.count
            limits[Key(clip)] = max(limits[Key(clip)] ?? 0, end)
        }
        self.limits = limits
    }

    /// Returns the decoded source of `clip`, and decodes it where it is the first to ask.
    mutating func store(for clip: SoundClip) throws(MediaError) -> PCMStore {
        let key = Key(clip)
        if let store = stores[key] { return store }
        let store = try PCMStore(
            decoding: clip.path, speed: clip.speed, limit: limits[key] ?? .max)
        stores[key] = store
        warnings += store.warnings.filter { !warnings.contains($0) }
        return store
    }
}
