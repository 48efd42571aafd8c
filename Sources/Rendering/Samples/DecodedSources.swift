import Media
import Planning

/// The decoded files of a plan: one store for each stretch of a file at a speed, however many clips
/// use it.
struct DecodedSources {
    private struct Key: Hashable {
        var path: String
        var speed: Double

        init(_ clip: SoundClip) {
            path = clip.path
            speed = clip.speed
        }
    }

    private struct Stretch: Hashable {
        var key: Key
        var window: Range<Int>
    }

    private(set) var warnings: [String] = []
    private var stores: [Stretch: PCMStore] = [:]

    /// What is heard of each file, in order, far apart from each other.
    private var windows: [Key: [Range<Int>]] = [:]

    /// Stretches less than a minute apart are decoded as one, in samples.
    private static let nearby = 60 * SoundPlan.sampleRate

    init(_ plan: SoundPlan) {
        for clip in plan.tracks.flatMap(\.clips) {
            windows[Key(clip), default: []].append(Self.heard(clip))
        }
        windows = windows.mapValues(Self.joined)
    }

    /// Returns the decoded source of `clip`, and decodes it where it is the first to ask.
    mutating func store(for clip: SoundClip) throws(MediaError) -> PCMStore {
        let key = Key(clip)
        let heard = Self.heard(clip)
        let window =
            windows[key]?.first {
                $0.lowerBound <= heard.lowerBound && heard.upperBound <= $0.upperBound
            } ?? heard
        let stretch = Stretch(key: key, window: window)
        if let store = stores[stretch] { return store }
        let store = try PCMStore(decoding: clip.path, speed: clip.speed, window: window)
        stores[stretch] = store
        warnings += store.warnings.filter { !warnings.contains($0) }
        return store
    }

    /// What a clip may ask for; a loop begins anew at the source's start.
    private static func heard(_ clip: SoundClip) -> Range<Int> {
        let start = clip.loop ? 0 : max(clip.sourceStart, 0)
        return start..<max(clip.sourceStart + clip.samples.count, start + 1)
    }

    private static func joined(_ windows: [Range<Int>]) -> [Range<Int>] {
        let ordered = windows.sorted { $0.lowerBound < $1.lowerBound }
        return ordered.reduce(into: []) { joined, window in
            guard let last = joined.last, window.lowerBound <= last.upperBound + nearby else {
                joined.append(window)
                return
            }
            joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, window.upperBound)
        }
    }
}
